import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { FollowRefusal, FollowedSubject } from "#app/domain/following/following.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { deleteFollow, findFollowable } from "#db/queries/following.ts";

/** Stops following. Not following already is fine. */
export function unfollowSubject(context: CommandContext, subject: FollowedSubject): Promise<Result<null, FollowRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "subject.unfollow")) return refuse("not-allowed");
    const subjectId = await findFollowable(trx, context.actor, subject);
    if (!subjectId) return refuse("not-found");

    const wasFollowed = await deleteFollow(trx, personOf(context), subject.kind, subjectId);
    if (wasFollowed) await record(trx, context, { act: "subject.unfollow", bodyId: null, subject: { kind: subject.kind, id: subjectId } });
    return accept(null);
  });
}
