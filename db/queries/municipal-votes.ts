import type { Actor } from "#app/domain/access/actor.ts";
import type { Choice } from "#app/domain/voting/choice.ts";
import { WITHDRAWN } from "#app/domain/voting/choice.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { visibleTo } from "./visibility.ts";
import { isLastBallot } from "./voting-ballots.ts";

const MOST = 25;

/** How an organisation voted, newest first: only in published rounds whose ballots are open, and only on what this reader may see. */
export async function listPublicVotesOf(db: Db, actor: Actor, organisationId: string, now: Instant) {
  const rows = await db
    .selectFrom("ballot")
    .innerJoin("round_item", "round_item.id", "ballot.round_item_id")
    .innerJoin("round", "round.id", "round_item.round_id")
    .innerJoin("round_seat", (join) => join.onRef("round_seat.round_id", "=", "round.id").onRef("round_seat.seat_id", "=", "ballot.seat_id"))
    .innerJoin("body", "body.id", "round.body_id")
    .select(["ballot.id", "ballot.choice", "round.id as roundId", "round_item.title", "round.closes_at as closesAt", "body.name as body"])
    .where("round_seat.organisation_id", "=", organisationId)
    .where("round.state", "=", "gepubliceerd")
    .where("round.visibility", "=", "openbaar")
    .where("ballot.visibility", "=", "openbaar")
    .where("round.closes_at", "<=", now)
    .where("ballot.choice", "!=", WITHDRAWN)
    .where("round.kind", "!=", "prioritering")
    .where("round_item.pulled_at", "is", null)
    .where(isLastBallot)
    .where(visibleTo(actor, "round"))
    .orderBy("round.closes_at", "desc")
    .orderBy("round_item.position")
    .limit(MOST)
    .execute();
  return rows.map((row) => ({ ...row, choice: row.choice as Choice }));
}
