import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** What a seat gave, with who gave it for that seat. */
export interface StoredScore {
  readonly initiativeId: string;
  readonly criterionId: string;
  /** as it was worded when this was given */
  readonly criterion: string;
  readonly seatId: string;
  readonly organisation: string;
  readonly person: string;
  readonly turn: number;
  readonly points: number;
  readonly note: string;
  readonly at: Instant;
  /** when the Taskforce last decided on the initiative */
  readonly decidedAt: Instant | null;
}

/** Every score ever given on these initiatives: for pages that asked first whether this reader may see them. */
export async function listScores(db: Db, initiativeIds: readonly string[]): Promise<StoredScore[]> {
  if (initiativeIds.length === 0) return [];
  const decided = db
    .selectFrom("event")
    .select((eb) => ["event.subject_id", eb.fn.max("event.at").as("at")])
    .where("event.subject_kind", "=", "initiative")
    .where("event.subject_id", "in", [...initiativeIds])
    .where("event.act", "=", "portfolio.decide")
    .groupBy("event.subject_id")
    .as("decided");
  const rows = await db
    .selectFrom("score")
    .leftJoin(decided, "decided.subject_id", "score.initiative_id")
    .innerJoin("criterion", "criterion.id", "score.criterion_id")
    .innerJoin("seat", "seat.id", "score.seat_id")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .innerJoin("person", "person.id", "score.person_id")
    .select(["score.initiative_id", "score.criterion_id", "criterion.title as criterion", "score.seat_id", "organisation.name as organisation", "person.name as person", "score.turn", "score.points", "score.note", "score.at", "decided.at as decided_at"])
    .where("score.initiative_id", "in", [...initiativeIds])
    .orderBy("organisation.name_key")
    .orderBy("score.turn")
    .execute();
  return rows.map((row) => ({ initiativeId: row.initiative_id, criterionId: row.criterion_id, criterion: row.criterion, seatId: row.seat_id, organisation: row.organisation, person: row.person, turn: row.turn, points: row.points, note: row.note, at: row.at, decidedAt: row.decided_at }));
}

/** The turns that a seat took on an initiative so far. */
export async function lastTurn(db: Db, initiativeId: string, seatId: string): Promise<number> {
  const row = await db.selectFrom("score").select((eb) => eb.fn.max("turn").as("last")).where("initiative_id", "=", initiativeId).where("seat_id", "=", seatId).executeTakeFirst();
  return Number(row?.last ?? 0);
}

export async function insertScores(trx: Trx, scores: readonly { readonly id: string; readonly criterionId: string; readonly points: number }[], of: { readonly initiativeId: string; readonly seatId: string; readonly personId: string; readonly turn: number; readonly note: string; readonly at: Instant }): Promise<void> {
  await trx
    .insertInto("score")
    .values(scores.map(({ id, criterionId, points }) => ({ id, criterion_id: criterionId, points, initiative_id: of.initiativeId, seat_id: of.seatId, person_id: of.personId, turn: of.turn, note: of.note, at: of.at })))
    .execute();
}
