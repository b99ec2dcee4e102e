import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { FollowRefusal, FollowedSubject } from "#app/domain/following/following.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findFollowable, markFollowsSeen } from "#db/queries/following.ts";

/** The reader says: seen. For one subject, or for everything this person follows. News counts from this moment. */
export function markNewsSeen(context: CommandContext, subject: FollowedSubject | null = null): Promise<Result<null, FollowRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "news.seen")) return refuse("not-allowed");
    const subjectId = subject && (await findFollowable(trx, context.actor, subject));
    if (subject && !subjectId) return refuse("not-found");

    const personId = personOf(context);
    const seen = subject && subjectId ? { kind: subject.kind, id: subjectId } : undefined;
    const count = await markFollowsSeen(trx, personId, context.now(), seen);
    if (count > 0) await record(trx, context, { act: "news.seen", bodyId: null, subject: seen ?? { kind: "person", id: personId } });
    return accept(null);
  });
}
