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
}

/** Every score ever given on these initiatives: for pages that asked first whether this reader may see them. */
export async function listScores(db: Db, initiativeIds: readonly string[]): Promise<StoredScore[]> {
  if (initiativeIds.length === 0) return [];
  const rows = await db
    .selectFrom("score")
    .innerJoin("criterion", "criterion.id", "score.criterion_id")
    .innerJoin("seat", "seat.id", "score.seat_id")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .innerJoin("person", "person.id", "score.person_id")
    .select(["score.initiative_id", "score.criterion_id", "criterion.title as criterion", "score.seat_id", "organisation.name as organisation", "person.name as person", "score.turn", "score.points", "score.note", "score.at"])
    .where("score.initiative_id", "in", [...initiativeIds])
    .orderBy("organisation.name_key")
    .orderBy("score.turn")
    .execute();
  return rows.map((row) => ({ initiativeId: row.initiative_id, criterionId: row.criterion_id, criterion: row.criterion, seatId: row.seat_id, organisation: row.organisation, person: row.person, turn: row.turn, points: row.points, note: row.note, at: row.at }));
}

/** When the Taskforce last decided on each of these initiatives; those without a decision are not in it. */
export async function lastDecidedAt(db: Db, initiativeIds: readonly string[]): Promise<Map<string, Instant>> {
  if (initiativeIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("event")
    .select((eb) => ["subject_id", eb.fn.max("at").as("at")])
    .where("subject_kind", "=", "initiative")
    .where("subject_id", "in", [...initiativeIds])
    .where("act", "=", "portfolio.decide")
    .groupBy("subject_id")
    .execute();
  return new Map(rows.map(({ subject_id, at }) => [subject_id, at]));
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
