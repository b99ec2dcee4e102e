import type { Actor } from "#app/domain/access/actor.ts";
import type { OpenVote } from "#app/domain/portfolio/support.ts";
import type { Advice } from "#app/domain/proposals/proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { WITHDRAWN, type Choice, type RoundKind } from "#app/domain/voting/choice.ts";
import type { Outcome } from "#app/domain/voting/tally.ts";
import type { Db } from "../client.ts";
import { visibleTo } from "./visibility.ts";
import { isLastBallot } from "./voting-ballots.ts";

/** A published round about a proposal of an initiative: which body said what, when, on which version. */
export interface Said {
  readonly initiativeId: string;
  readonly proposal: string;
  readonly roundId: string;
  readonly kind: RoundKind;
  readonly version: number;
  readonly body: string;
  readonly outcome: Outcome | null;
  readonly closesAt: Instant;
}

export interface AdvisoryRecord {
  readonly said: readonly Said[];
  readonly votes: readonly (OpenVote & { readonly initiativeId: string })[];
}

/** Who advised what on these initiatives, and every open ballot behind it: only published rounds, on proposals that this reader may see. */
export async function findAdvisoryRecord(db: Db, actor: Actor, initiativeIds: readonly string[], now: Instant): Promise<AdvisoryRecord> {
  if (initiativeIds.length === 0) return { said: [], votes: [] };
  const rows = await db
    .selectFrom("initiative_proposal")
    .innerJoin("proposal", "proposal.id", "initiative_proposal.proposal_id")
    .innerJoin("round_item", (join) => join.onRef("round_item.subject_id", "=", "proposal.id").on("round_item.subject_kind", "=", "proposal").on("round_item.pulled_at", "is", null))
    .innerJoin("round", "round.id", "round_item.round_id")
    .innerJoin("body", "body.id", "round.body_id")
    .leftJoin("ballot", (join) => join.onRef("ballot.round_item_id", "=", "round_item.id").on("ballot.visibility", "=", "openbaar").on("ballot.choice", "!=", WITHDRAWN).on("round.visibility", "=", "openbaar").on(isLastBallot))
    .leftJoin("round_seat", (join) => join.onRef("round_seat.round_id", "=", "round.id").onRef("round_seat.seat_id", "=", "ballot.seat_id"))
    .leftJoin("organisation", "organisation.id", "round_seat.organisation_id")
    .select(["initiative_proposal.initiative_id", "proposal.number", "round.id as round_id", "round.kind", "round_item.version", "round_item.outcome", "round.closes_at", "body.name as body", "ballot.choice", "organisation.name as organisation", "organisation.code"])
    .where("initiative_proposal.initiative_id", "in", [...initiativeIds])
    .where("round.state", "=", "gepubliceerd")
    .where("round.closes_at", "<=", now)
    .where("round.kind", "!=", "prioritering")
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .where(visibleTo(actor, "round"))
    .orderBy("round.closes_at")
    .orderBy("proposal.number")
    .execute();
  const said = new Map<string, Said>();
  for (const row of rows) {
    const { initiative_id: initiativeId, number: proposal, round_id: roundId, kind, version, body, outcome, closes_at: closesAt } = row;
    said.set(`${initiativeId} ${roundId} ${proposal}`, { initiativeId, proposal, roundId, kind, version: version ?? 1, body, outcome: outcome as Outcome | null, closesAt });
  }
  const votes = rows.flatMap(({ initiative_id: initiativeId, number: proposal, choice, organisation, code, closes_at: closesAt }) =>
    choice === null || organisation === null ? [] : [{ initiativeId, proposal, choice: choice as Choice, organisation, code, closesAt }],
  );
  return { said: [...said.values()], votes };
}

/** A proposal in an initiative with the advice that travels along. */
export interface Advised {
  readonly initiativeId: string;
  readonly number: string;
  readonly title: string;
  readonly bodyName: string;
  readonly version: number;
  readonly advice: Advice | null;
  readonly points: string | null;
}

/** The proposals of these initiatives, as far as this reader may see them, with the advice on each. */
export async function listAdvisedProposals(db: Db, actor: Actor, initiativeIds: readonly string[]): Promise<Advised[]> {
  if (initiativeIds.length === 0) return [];
  const rows = await db
    .selectFrom("initiative_proposal")
    .innerJoin("proposal", "proposal.id", "initiative_proposal.proposal_id")
    .innerJoin("body", "body.id", "proposal.body_id")
    .select(["initiative_proposal.initiative_id", "proposal.number", "proposal.title", "proposal.current_version", "proposal.advice", "proposal.advice_points", "body.name"])
    .where("initiative_proposal.initiative_id", "in", [...initiativeIds])
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .orderBy("proposal.number")
    .execute();
  return rows.map((row) => ({ initiativeId: row.initiative_id, number: row.number, title: row.title, bodyName: row.name, version: row.current_version, advice: row.advice as Advice | null, points: row.advice_points }));
}
