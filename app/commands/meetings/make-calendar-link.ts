import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { record } from "#db/queries/audit.ts";
import { putCalendarLink } from "#db/queries/calendar-links.ts";

/** Makes the secret address of somebody's own calendar out of this token; an earlier address stops working. Only the hash is kept. Refusal: not-allowed. */
export function makeCalendarLink(context: CommandContext, token: string): Promise<Result<null, "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "calendar.link")) return refuse("not-allowed");
    const personId = personOf(context);
    await putCalendarLink(trx, personId, sha256(token), context.now());
    await record(trx, context, { act: "calendar.link", bodyId: null, subject: { kind: "person", id: personId }, payload: {} });
    return accept(null);
  });
}
