import type { Actor } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { ItemCount } from "#app/domain/voting/count.ts";
import { WITHDRAWN, type RoundKind } from "#app/domain/voting/choice.ts";
import { maySeeResult, type RoundState } from "#app/domain/voting/round.ts";
import type { Outcome } from "#app/domain/voting/tally.ts";
import type { Db } from "../client.ts";
import { countRows } from "../portable.ts";
import { prepared } from "../prepared.ts";
import { visibleTo } from "./visibility.ts";
import { isLastBallot } from "./voting-ballots.ts";

/** A subject as one of the rounds of a body held it. */
export interface PastItem {
  readonly itemId: string;
  readonly subjectId: string;
  readonly version: number | null;
  readonly statement: string;
  readonly outcome: Outcome | null;
  readonly count: ItemCount | null;
  readonly round: {
    readonly id: string;
    readonly kind: RoundKind;
    readonly sequence: number;
    readonly state: RoundState;
    readonly closesAt: Instant;
    readonly visibility: "openbaar" | "besloten";
  };
}

interface Rows {
  readonly bodyId: string;
  readonly subjectIds: readonly string[];
  /** rounds that close at this moment or earlier */
  readonly until: Instant;
}

/**
 * In which rounds of a body these subjects were, oldest first, as far as this actor may see their results now.
 * Withdrawn and invalid rounds are left out: they ended without saying anything.
 */
export async function listPastItems(db: Db, actor: Actor, { bodyId, subjectIds, until }: Rows, now: Instant): Promise<PastItem[]> {
  if (subjectIds.length === 0) return [];
  const rows = await db
    .selectFrom("round_item")
    .innerJoin("round", "round.id", "round_item.round_id")
    .select(["round_item.id as item_id", "round_item.subject_id", "round_item.version", "round_item.statement", "round_item.outcome", "round_item.tally"])
    .select(["round.id", "round.kind", "round.sequence", "round.state", "round.closes_at", "round.visibility"])
    .where("round_item.subject_id", "in", [...subjectIds])
    .where("round.body_id", "=", bodyId)
    .where("round.closes_at", "<=", until)
    .where("round.state", "in", ["open", "gesloten", "vastgesteld", "gepubliceerd"])
    .where("round.kind", "!=", "prioritering")
    .where("round_item.pulled_at", "is", null)
    .where(visibleTo(actor, "round"))
    .orderBy("round.closes_at")
    .orderBy("round.id")
    .execute();
  const isMember = actor.memberships.some((membership) => membership.bodyId === bodyId);
  return rows.flatMap((row): PastItem[] => {
    if (row.subject_id === null || !maySeeResult({ state: row.state, closesAt: row.closes_at }, isMember, now)) return [];
    return [
      {
        itemId: row.item_id,
        subjectId: row.subject_id,
        version: row.version,
        statement: row.statement,
        outcome: row.outcome as Outcome | null,
        count: row.tally === null ? null : (JSON.parse(row.tally) as ItemCount),
        round: { id: row.id, kind: row.kind, sequence: row.sequence, state: row.state, closesAt: row.closes_at, visibility: row.visibility },
      },
    ];
  });
}

/** What one seat said in rounds that the caller may show: the counting choice per item. */
export interface PastBallot {
  readonly id: string;
  readonly itemId: string;
  readonly seatId: string;
  readonly choice: string;
  readonly motivation: string;
}

/** The counting ballots on these items, of one seat or of all. The caller took care that their rounds may be shown. */
export async function listBallotsOnItems(db: Db, itemIds: readonly string[], seatId?: string): Promise<PastBallot[]> {
  if (itemIds.length === 0) return [];
  const rows = await ballotsOnItems(db, { itemIds, seatId: seatId ?? null }, { isOfSeat: seatId !== undefined });
  const isLast = ({ itemId, seatId: seat }: PastBallot, next: PastBallot | undefined): boolean => next?.seatId !== seat || next.itemId !== itemId;
  return rows.filter((row, index) => row.choice !== WITHDRAWN && isLast(row, rows[index + 1]));
}

/** In the order of the index: nothing has to be sorted, and of each seat the last revision comes last. */
const ballotsOnItems = prepared((db, { itemIds, seatId }: { itemIds: readonly string[]; seatId: string | null }, { isOfSeat }: { isOfSeat: boolean }) =>
  db
    .selectFrom("ballot")
    .select(["id", "round_item_id as itemId", "seat_id as seatId", "choice", "motivation"])
    .where("round_item_id", "in", [...itemIds])
    .$if(isOfSeat, (query) => query.where("seat_id", "=", seatId))
    .orderBy("round_item_id")
    .orderBy("seat_id")
    .orderBy("revision"),
);

/** The frozen seats of several rounds, in no order. */
export async function listSeatsOfRounds(db: Db, roundIds: readonly string[]): Promise<{ roundId: string; seatId: string; name: string; weight: number }[]> {
  return roundIds.length === 0 ? [] : seatsOfRounds(db, { roundIds });
}

const seatsOfRounds = prepared((db, { roundIds }: { roundIds: readonly string[] }) => db.selectFrom("round_seat").select(["round_id as roundId", "seat_id as seatId", "name", "weight"]).where("round_id", "in", [...roundIds]));

/** How many seats took part in each of these rounds, and of how many: the one figure that is public while a round is open. */
export async function listTurnouts(db: Db, roundIds: readonly string[]): Promise<Map<string, { cast: number; seats: number }>> {
  if (roundIds.length === 0) return new Map();
  const seats = await db.selectFrom("round_seat").select(["round_id", countRows().as("seats")]).where("round_id", "in", [...roundIds]).groupBy("round_id").execute();
  const ballots = await db
    .selectFrom("ballot")
    .innerJoin("round_item", "round_item.id", "ballot.round_item_id")
    .select(["round_item.round_id", "ballot.round_item_id", "ballot.seat_id", "ballot.choice"])
    .where("round_item.round_id", "in", [...roundIds])
    .where("round_item.pulled_at", "is", null)
    .orderBy("ballot.revision")
    .execute();
  const last = new Map(ballots.map((row) => [`${row.round_item_id} ${row.seat_id}`, row]));
  const taken = new Map<string, Set<string>>();
  for (const row of last.values()) {
    if (row.choice !== WITHDRAWN) taken.set(row.round_id, (taken.get(row.round_id) ?? new Set()).add(row.seat_id));
  }
  return new Map(seats.map((row) => [row.round_id, { seats: row.seats, cast: taken.get(row.round_id)?.size ?? 0 }]));
}

/** Who objected in a stilteronde, and why; nothing for a round of another kind. For the members, once it has closed. */
export async function listObjections(db: Db, roundId: string): Promise<{ name: string; number: string | null; title: string; subjectId: string | null; motivation: string }[]> {
  const rows = await db
    .selectFrom("ballot")
    .innerJoin("round_item", "round_item.id", "ballot.round_item_id")
    .innerJoin("round", "round.id", "round_item.round_id")
    .innerJoin("round_seat", (join) => join.onRef("round_seat.round_id", "=", "round.id").onRef("round_seat.seat_id", "=", "ballot.seat_id"))
    .select(["round_seat.name", "ballot.motivation", "round_item.number", "round_item.title", "round_item.subject_id"])
    .where("round.id", "=", roundId)
    .where("round.kind", "=", "stilte")
    .where("round.state", "in", ["vastgesteld", "gepubliceerd"])
    .where("round_item.outcome", "=", "naar_stemming")
    .where("ballot.choice", "=", "bezwaar")
    .where(isLastBallot)
    .orderBy("round_item.position")
    .orderBy("round_seat.name")
    .execute();
  return rows.map((row) => ({ name: row.name, number: row.number, title: row.title, subjectId: row.subject_id, motivation: row.motivation }));
}
