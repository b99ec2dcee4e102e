import { sql } from "kysely";
import type { ConditionStrength } from "#app/domain/proposals/discussion.ts";
import type { Passage } from "#app/domain/proposals/passages.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { WITHDRAWN } from "#app/domain/voting/choice.ts";
import type { Db, Trx } from "../client.ts";
import { prepared } from "../prepared.ts";

/** True for the last revision of a seat's ballot on an item, in a query on `ballot`; the earlier ones stay but no longer count. */
export const isLastBallot = sql<boolean>`not exists (select 1 from ballot as newer where newer.round_item_id = ballot.round_item_id and newer.seat_id = ballot.seat_id and newer.revision > ballot.revision)`;

/** One revision of a seat's ballot on an item. Rows are only ever added. */
export interface StoredBallot {
  readonly id: string;
  readonly itemId: string;
  readonly seatId: string;
  readonly revision: number;
  readonly casterId: string;
  readonly casterRole: string;
  /** the seat that voted with a volmacht, if one did */
  readonly proxySeatId: string | null;
  /** how the secretaris heard it, when it came by phone or letter */
  readonly receivedNote: string | null;
  readonly choice: string;
  readonly motivation: string;
  readonly castAt: Instant;
  readonly nonce: string;
  readonly receipt: string;
}

/** The last revision of a seat on each item of a round, withdrawn ones included. */
export async function listLatestOfSeat(db: Db, roundId: string, seatId: string): Promise<StoredBallot[]> {
  return (await latestOfSeat(db, { roundId, seatId })).map(toBallot);
}

/** What counts: of every seat and item the last revision, unless it was withdrawn. Only for a round that has closed, or for commands. */
export async function listCountingBallots(db: Db, roundId: string): Promise<StoredBallot[]> {
  const rows = await latest(db).where("round_item.round_id", "=", roundId).where("ballot.choice", "!=", WITHDRAWN).orderBy("ballot.cast_at").orderBy("ballot.id").execute();
  return rows.map(toBallot);
}

/** On how many items each seat has a ballot that counts: all that may be known while a round is open. */
export async function listTurnout(db: Db, roundId: string): Promise<Map<string, number>> {
  const rows = await latest(db).where("round_item.round_id", "=", roundId).where("round_item.pulled_at", "is", null).where("ballot.choice", "!=", WITHDRAWN).select(["ballot.seat_id"]).execute();
  const turnout = new Map<string, number>();
  for (const { seat_id: seatId } of rows) turnout.set(seatId, (turnout.get(seatId) ?? 0) + 1);
  return turnout;
}

export async function findBallotByNonce(db: Db, itemId: string, seatId: string, nonce: string): Promise<StoredBallot | null> {
  const [row] = await ballotByNonce(db, { itemId, seatId, nonce });
  return row ? toBallot(row) : null;
}

export interface NewBallot extends StoredBallot {
  readonly textHash: string;
  readonly visibility: string;
  readonly chainSequence: number;
}

export async function insertBallot(trx: Trx, ballot: NewBallot): Promise<void> {
  await newBallot(trx, { ...ballot });
}

const newBallot = prepared((db, ballot: { [Field in keyof NewBallot]: NewBallot[Field] }) =>
  db.insertInto("ballot").values({
    id: ballot.id,
    round_item_id: ballot.itemId,
    seat_id: ballot.seatId,
    revision: ballot.revision,
    caster_id: ballot.casterId,
    caster_role: ballot.casterRole,
    proxy_seat_id: ballot.proxySeatId,
    choice: ballot.choice,
    motivation: ballot.motivation,
    text_hash: ballot.textHash,
    visibility: ballot.visibility,
    cast_at: ballot.castAt,
    nonce: ballot.nonce,
    receipt: ballot.receipt,
    chain_sequence: ballot.chainSequence,
    received_note: ballot.receivedNote,
  }),
);

export interface NewCondition {
  readonly id: string;
  readonly ballotId: string;
  readonly itemId: string;
  readonly roundId: string;
  readonly seatId: string;
  readonly proposalId: string;
  readonly version: number;
  readonly strength: ConditionStrength;
  readonly statement: string;
  /** the words that it is about, in the text that is voted on: that text is locked, so they stand there now as well */
  readonly passage: Passage | null;
}

export async function insertCondition(trx: Trx, condition: NewCondition): Promise<void> {
  const { passage } = condition;
  await trx
    .insertInto("condition")
    .values({
      id: condition.id,
      ballot_id: condition.ballotId,
      round_item_id: condition.itemId,
      round_id: condition.roundId,
      seat_id: condition.seatId,
      proposal_id: condition.proposalId,
      version: condition.version,
      strength: condition.strength,
      statement: condition.statement,
      quote: passage?.quote ?? null,
      field: passage?.field ?? null,
      start: passage?.start ?? null,
      now_field: passage?.field ?? null,
      now_start: passage?.start ?? null,
    })
    .execute();
}

export interface RoundCondition {
  readonly ballotId: string;
  readonly itemId: string;
  readonly seatId: string;
  readonly strength: ConditionStrength;
  readonly statement: string;
  readonly quote: string | null;
  readonly settled: "confirmed" | "kept" | null;
  readonly answeredIn: number | null;
}

/** The conditions written in a round; of one seat or of all; which of them count follows from the ballots that count. */
export async function listConditionsOfRounds(db: Db, roundIds: readonly string[], seatId?: string): Promise<RoundCondition[]> {
  if (roundIds.length === 0) return [];
  const rows = await conditionsOfRounds(db, { roundIds, seatId: seatId ?? null }, { isOfSeat: seatId !== undefined });
  return rows.map((row) => ({
    ballotId: row.ballot_id,
    itemId: row.round_item_id,
    seatId: row.seat_id,
    strength: row.strength,
    statement: row.statement,
    quote: row.quote,
    settled: row.settled,
    answeredIn: row.answered_in,
  }));
}

const ballots = (db: Db) =>
  db
    .selectFrom("ballot")
    .innerJoin("round_item", "round_item.id", "ballot.round_item_id")
    .select(["ballot.id", "ballot.round_item_id", "ballot.seat_id", "ballot.revision", "ballot.caster_id", "ballot.caster_role", "ballot.choice", "ballot.motivation", "ballot.cast_at", "ballot.nonce", "ballot.receipt", "ballot.proxy_seat_id", "ballot.received_note"]);

/** By the index on item, seat and revision: however often a seat changed its mind, one look-up per item. */
const latestOfSeat = prepared((db, { roundId, seatId }: { roundId: string; seatId: string }) =>
  ballots(db)
    .where("round_item.round_id", "=", roundId)
    .where("ballot.id", "=", (eb) =>
      eb
        .selectFrom("ballot as last")
        .select("last.id")
        .whereRef("last.round_item_id", "=", "round_item.id")
        .where("last.seat_id", "=", seatId)
        .orderBy("last.revision", "desc")
        .limit(1),
    ),
);

const ballotByNonce = prepared((db, { itemId, seatId, nonce }: { itemId: string; seatId: string; nonce: string }) =>
  ballots(db).where("ballot.round_item_id", "=", itemId).where("ballot.seat_id", "=", seatId).where("ballot.nonce", "=", nonce),
);

const conditionsOfRounds = prepared((db, { roundIds, seatId }: { roundIds: readonly string[]; seatId: string | null }, { isOfSeat }: { isOfSeat: boolean }) =>
  db
    .selectFrom("condition")
    .select(["ballot_id", "round_item_id", "seat_id", "strength", "statement", "quote", "settled", "answered_in"])
    .where("round_id", "in", [...roundIds])
    .$if(isOfSeat, (query) => query.where("seat_id", "=", seatId))
    .orderBy("id"),
);

const latest = (db: Db) => ballots(db).where(isLastBallot);

const toBallot = (row: Awaited<ReturnType<ReturnType<typeof ballots>["executeTakeFirstOrThrow"]>>): StoredBallot => ({
  id: row.id,
  itemId: row.round_item_id,
  seatId: row.seat_id,
  revision: row.revision,
  casterId: row.caster_id,
  casterRole: row.caster_role,
  proxySeatId: row.proxy_seat_id,
  receivedNote: row.received_note,
  choice: row.choice,
  motivation: row.motivation,
  castAt: row.cast_at,
  nonce: row.nonce,
  receipt: row.receipt,
});
