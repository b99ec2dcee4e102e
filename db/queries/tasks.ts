import { isSignedIn, type Actor } from "#app/domain/access/actor.ts";
import { WITHDRAWN } from "#app/domain/voting/choice.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { visibleTo } from "./visibility.ts";
import { isLastBallot } from "./voting-ballots.ts";

/** Open rounds in which a voting seat of this person has not answered every item yet, soonest to close first. */
export async function listVotesToCast(db: Db, actor: Actor, now: Instant) {
  const seatIds = actor.memberships.filter(({ isVoting }) => isVoting).map(({ seatId }) => seatId);
  if (seatIds.length === 0) return [];
  const rows = await db
    .selectFrom("round")
    .innerJoin("body", "body.id", "round.body_id")
    .innerJoin("round_seat", "round_seat.round_id", "round.id")
    .select(["round.id", "round.title", "round.closes_at as closesAt", "body.name as body"])
    .distinct()
    .where("round.state", "=", "open")
    .where("round.opens_at", "<=", now)
    .where("round.closes_at", ">", now)
    .where("round_seat.seat_id", "in", seatIds)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("round_item")
          .select("round_item.id")
          .whereRef("round_item.round_id", "=", "round.id")
          .where("round_item.pulled_at", "is", null)
          .where((inner) => inner.or([inner("round.kind", "!=", "prioritering"), inner("round_item.position", "=", 1)]))
          .where((inner) =>
            inner.not(
              inner.exists(
                inner
                  .selectFrom("ballot")
                  .select("ballot.id")
                  .whereRef("ballot.round_item_id", "=", "round_item.id")
                  .whereRef("ballot.seat_id", "=", "round_seat.seat_id")
                  .where("ballot.choice", "!=", WITHDRAWN)
                  .where(isLastBallot),
              ),
            ),
          )
          .where((inner) => inner.not(inner.exists(inner.selectFrom("recusal").select("recusal.id").whereRef("recusal.round_item_id", "=", "round_item.id").whereRef("recusal.seat_id", "=", "round_seat.seat_id")))),
      ),
    )
    .orderBy("round.closes_at")
    .limit(50)
    .execute();
  return rows;
}

/** Minutes that wait: in concept, of bodies whose bureau this person is. */
export async function listMinutesToAdopt(db: Db, bodyIds: readonly string[]) {
  if (bodyIds.length === 0) return [];
  return db
    .selectFrom("meeting")
    .innerJoin("body", "body.id", "meeting.body_id")
    .select(["meeting.id", "meeting.title", "meeting.starts_at as startsAt", "body.name as body"])
    .where("meeting.body_id", "in", [...bodyIds])
    .where("meeting.state", "=", "notulen_concept")
    .orderBy("meeting.starts_at")
    .limit(50)
    .execute();
}

/** Own proposals that were sent back with a question. */
export async function listReferredBack(db: Db, actor: Actor) {
  if (!isSignedIn(actor)) return [];
  return db
    .selectFrom("proposal")
    .innerJoin("proposal_author", "proposal_author.proposal_id", "proposal.id")
    .select(["proposal.number", "proposal.title", "proposal.question"])
    .where("proposal_author.person_id", "=", actor.id)
    .where("proposal.state", "=", "referred_back")
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .orderBy("proposal.number")
    .limit(50)
    .execute();
}
