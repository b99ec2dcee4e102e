import type { Actor } from "#app/domain/access/actor.ts";
import type { ConditionStrength } from "#app/domain/proposals/discussion.ts";
import type { Passage } from "#app/domain/proposals/passages.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { prepared } from "../prepared.ts";

export interface Condition {
  readonly id: string;
  readonly seatId: string;
  readonly organisationName: string;
  readonly roundId: string;
  readonly roundTitle: string;
  readonly version: number;
  readonly strength: ConditionStrength;
  readonly quote: string | null;
  /** where the quote stands in the current version; null without one, or once the text changed there */
  readonly now: Pick<Passage, "field" | "start"> | null;
  /** the version in which the quoted text changed; null while it stands */
  readonly goneIn: number | null;
  readonly statement: string;
  readonly answer: string | null;
  readonly answeredIn: number | null;
  readonly settled: "confirmed" | "kept" | null;
}

/**
 * The conditions that counted in rounds about this proposal: those of the last ballot of each seat.
 * None while a round is open. Members of the round's body see them from its close; others from publication,
 * when the round votes in public. Source: voting, "Who sees what when" and Visibility.
 */
export async function listConditions(db: Db, actor: Actor, proposalId: string, now: Instant): Promise<Condition[]> {
  const bodyIds = new Set(actor.memberships.map(({ bodyId }) => bodyId));
  const rows = await conditionsOn(db, { proposalId });
  return rows
    .filter((row) => row.closes_at <= now && row.state !== "open")
    .filter((row) => bodyIds.has(row.body_id) || (row.state === "gepubliceerd" && row.visibility === "openbaar" && row.ballot_visibility === "openbaar"))
    .map(toCondition);
}

/** One condition of this proposal once its round has closed, for the commands that answer or settle it. */
export async function findCondition(db: Db, proposalId: string, id: string, now: Instant): Promise<Condition | null> {
  const row = await conditions(db).where("condition.proposal_id", "=", proposalId).where("condition.id", "=", id).executeTakeFirst();
  return row && row.closes_at <= now && row.state !== "open" ? toCondition(row) : null;
}

/** Writes the answer of a version under the condition; a later version may answer anew what the seat kept. */
export async function answerConditionRow(
  trx: Trx,
  answer: { conditionId: string; answer: string; answeredIn: number; answeredBy: string; answeredAt: Instant },
): Promise<void> {
  await trx
    .updateTable("condition")
    .set({
      answer: answer.answer,
      answered_in: answer.answeredIn,
      answered_by: answer.answeredBy,
      answered_at: answer.answeredAt,
      settled: null,
      settled_by: null,
      settled_at: null,
    })
    .where("id", "=", answer.conditionId)
    .execute();
}

/** False when there is no answer to settle. */
export async function settleConditionRow(
  trx: Trx,
  settled: { conditionId: string; settled: "confirmed" | "kept"; settledBy: string; settledAt: Instant },
): Promise<boolean> {
  const row = await trx
    .updateTable("condition")
    .set({ settled: settled.settled, settled_by: settled.settledBy, settled_at: settled.settledAt })
    .where("id", "=", settled.conditionId)
    .where("answered_at", "is not", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Only conditions of a ballot that no later ballot of the same seat on the same item replaced. */
const conditions = (db: Db) =>
  db
    .selectFrom("condition")
    .innerJoin("round", "round.id", "condition.round_id")
    .innerJoin("ballot", "ballot.id", "condition.ballot_id")
    .innerJoin("round_seat", (join) => join.onRef("round_seat.round_id", "=", "condition.round_id").onRef("round_seat.seat_id", "=", "condition.seat_id"))
    .selectAll("condition")
    .select(["round.title as round_title", "round.state", "round.closes_at", "round.visibility", "round.body_id"])
    .select(["ballot.visibility as ballot_visibility", "round_seat.name as organisation_name"])
    .where((eb) =>
      eb.not(
        eb.exists(
          eb
            .selectFrom("ballot as later")
            .select("later.id")
            .whereRef("later.round_item_id", "=", "ballot.round_item_id")
            .whereRef("later.seat_id", "=", "ballot.seat_id")
            .whereRef("later.revision", ">", "ballot.revision"),
        ),
      ),
    );

type ConditionRow = Awaited<ReturnType<ReturnType<typeof conditions>["executeTakeFirstOrThrow"]>>;

const toCondition = (row: ConditionRow): Condition => ({
  id: row.id,
  seatId: row.seat_id,
  organisationName: row.organisation_name,
  roundId: row.round_id,
  roundTitle: row.round_title,
  version: row.version,
  strength: row.strength,
  quote: row.quote,
  now: row.now_field !== null && row.now_start !== null ? { field: row.now_field, start: row.now_start } : null,
  goneIn: row.gone_in,
  statement: row.statement,
  answer: row.answer,
  answeredIn: row.answered_in,
  settled: row.settled,
});

const conditionsOn = prepared((db, { proposalId }: { proposalId: string }) => conditions(db).where("condition.proposal_id", "=", proposalId).orderBy("condition.version").orderBy("condition.id"));
