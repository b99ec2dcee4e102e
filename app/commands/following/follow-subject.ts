import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { FollowRefusal, FollowedSubject } from "#app/domain/following/following.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findFollowable, insertFollow } from "#db/queries/following.ts";

/** Somebody who signed in follows a subject that they may see. Following twice is following once. */
export function followSubject(context: CommandContext, subject: FollowedSubject): Promise<Result<null, FollowRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "subject.follow")) return refuse("not-allowed");
    const subjectId = await findFollowable(trx, context.actor, subject);
    if (!subjectId) return refuse("not-found");

    const isNew = await insertFollow(trx, { id: context.newId(), personId: personOf(context), kind: subject.kind, subjectId, at: context.now() });
    if (isNew) await record(trx, context, { act: "subject.follow", bodyId: null, subject: { kind: subject.kind, id: subjectId } });
    return accept(null);
  });
}
