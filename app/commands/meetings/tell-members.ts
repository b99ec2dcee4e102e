import type { CommandContext } from "#app/commands/context.ts";
import type { MeetingMailKind } from "#app/domain/following/mail.ts";
import type { Trx } from "#db/client.ts";
import { listExpected } from "#db/queries/attendance.ts";
import type { Meeting } from "#db/queries/meetings.ts";
import { queueMail, type MailFacts } from "#db/queries/outbox.ts";

/** Puts mail to everybody who is expected at a meeting in the outbox, in the transaction of what it tells. Returns how many. */
export async function tellMembers(trx: Trx, context: Pick<CommandContext, "now" | "newId">, meeting: Pick<Meeting, "id" | "bodyId">, kind: MeetingMailKind, { facts, once }: { facts: MailFacts; once: string }): Promise<number> {
  const personIds = (await listExpected(trx, meeting.bodyId, context.now())).map(({ personId }) => personId);
  await queueMail(trx, { kind, subjectId: meeting.id, personIds, facts, once }, context);
  return personIds.length;
}
