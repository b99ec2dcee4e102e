import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

export interface NewErratum {
  readonly id: string;
  readonly meetingId?: string | null | undefined;
  readonly roundId?: string | null | undefined;
  readonly decisionId?: string | null | undefined;
  /** the item of the minutes that it is about: who may not see that does not see the correction */
  readonly agendaItemId?: string | null | undefined;
  readonly statement: string;
  readonly createdBy: string;
  readonly createdAt: Instant;
}

export async function insertErratum(trx: Trx, erratum: NewErratum): Promise<void> {
  await trx
    .insertInto("erratum")
    .values({
      id: erratum.id,
      meeting_id: erratum.meetingId ?? null,
      round_id: erratum.roundId ?? null,
      decision_id: erratum.decisionId ?? null,
      agenda_item_id: erratum.agendaItemId ?? null,
      statement: erratum.statement,
      created_by: erratum.createdBy,
      created_at: erratum.createdAt,
    })
    .execute();
}

/** The corrections below the minutes of a meeting, oldest first. */
export async function listErrata(db: Db, meetingId: string): Promise<{ statement: string; at: Instant; by: string; agendaItemId: string | null }[]> {
  const rows = await db
    .selectFrom("erratum")
    .innerJoin("person", "person.id", "erratum.created_by")
    .select(["erratum.statement", "erratum.created_at", "erratum.agenda_item_id", "person.name"])
    .where("erratum.meeting_id", "=", meetingId)
    .orderBy("erratum.created_at")
    .orderBy("erratum.id")
    .execute();
  return rows.map((row) => ({ statement: row.statement, at: row.created_at, by: row.name, agendaItemId: row.agenda_item_id }));
}

/** The corrections on the result of a round, oldest first. */
export async function listErrataOfRound(db: Db, roundId: string): Promise<{ statement: string; at: Instant }[]> {
  const rows = await db.selectFrom("erratum").select(["statement", "created_at"]).where("round_id", "=", roundId).orderBy("created_at").orderBy("id").execute();
  return rows.map((row) => ({ statement: row.statement, at: row.created_at }));
}
