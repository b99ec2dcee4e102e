import type { AgendaChange, SentAgenda } from "#app/domain/meetings/agenda-changes.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

export interface AgendaSending {
  readonly number: number;
  readonly agenda: SentAgenda;
  readonly changes: readonly AgendaChange[];
  readonly recipients: number;
  readonly sentAt: Instant;
}

/** The last time the agenda was sent, for the members of the body; null when it never was. */
export async function findLastSending(db: Db, meetingId: string): Promise<AgendaSending | null> {
  const row = await db.selectFrom("agenda_sending").selectAll().where("meeting_id", "=", meetingId).orderBy("number", "desc").limit(1).executeTakeFirst();
  return row ? toSending(row) : null;
}

/** A particular sending: what its mail tells. */
export async function findSending(db: Db, meetingId: string, number: number): Promise<AgendaSending | null> {
  const row = await db.selectFrom("agenda_sending").selectAll().where("meeting_id", "=", meetingId).where("number", "=", number).executeTakeFirst();
  return row ? toSending(row) : null;
}

export async function insertSending(trx: Trx, sending: AgendaSending & { readonly id: string; readonly meetingId: string; readonly sentBy: string }): Promise<void> {
  await trx
    .insertInto("agenda_sending")
    .values({
      ...{ id: sending.id, meeting_id: sending.meetingId, number: sending.number, agenda: JSON.stringify(sending.agenda), changes: JSON.stringify(sending.changes) },
      ...{ recipients: sending.recipients, sent_by: sending.sentBy, sent_at: sending.sentAt },
    })
    .execute();
}

interface Row {
  readonly number: number;
  readonly agenda: string;
  readonly changes: string;
  readonly recipients: number;
  readonly sent_at: Instant;
}

const toSending = (row: Row): AgendaSending => ({ number: row.number, agenda: JSON.parse(row.agenda) as SentAgenda, changes: JSON.parse(row.changes) as AgendaChange[], recipients: row.recipients, sentAt: row.sent_at });
