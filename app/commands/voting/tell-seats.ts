import type { CommandContext } from "#app/commands/context.ts";
import type { MailKind, RoundMailKind } from "#app/domain/following/mail.ts";
import type { Trx } from "#db/client.ts";
import { queueMail } from "#db/queries/outbox.ts";
import { listSeatHolders } from "#db/queries/seat-mail.ts";

/** Puts mail to everybody who may vote for one of these seats now in the outbox: something happened in the name of their seat. */
export async function tellSeats(
  trx: Trx,
  context: Pick<CommandContext, "now" | "newId">,
  { kind, subjectId, seatIds }: { kind: Exclude<MailKind, RoundMailKind>; subjectId: string; seatIds: readonly string[] },
): Promise<void> {
  const personIds = (await listSeatHolders(trx, seatIds, context.now())).map(({ personId }) => personId);
  await queueMail(trx, { kind, subjectId, personIds, facts: {}, once: "" }, context);
}
