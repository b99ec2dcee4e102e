import { isSignedIn, type Actor } from "#app/domain/access/actor.ts";
import { WITHDRAWN } from "#app/domain/voting/choice.ts";
import { DAY, later, type Day, type Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { countRows } from "../portable.ts";
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

/** How long somebody who was there is asked to look at concept minutes. */
const TO_CHECK_FOR = 21 * DAY;

/** Concept minutes that wait: for the bureau until they are adopted, with how many corrections have no answer; for who was there, three weeks to look at them. */
export async function listConceptMinutes(db: Db, actor: Actor, bureauOf: readonly string[], now: Instant) {
  if (!isSignedIn(actor)) return [];
  const rows = await db
    .selectFrom("meeting")
    .innerJoin("body", "body.id", "meeting.body_id")
    .select(["meeting.id", "meeting.title", "meeting.starts_at as startsAt", "body.name as body", "meeting.body_id"])
    .select((eb) => eb.selectFrom("minutes_correction").select(countRows().as("open")).whereRef("minutes_correction.meeting_id", "=", "meeting.id").where("withdrawn_at", "is", null).where("disposition", "is", null).as("corrections"))
    .where("meeting.state", "=", "notulen_concept")
    .where((eb) =>
      eb.or([
        eb("meeting.body_id", "in", [...bureauOf, "-"]),
        eb.and([
          eb("meeting.concept_at", ">", later(now, -TO_CHECK_FOR)),
          eb.exists(eb.selectFrom("attendance").select("attendance.id").whereRef("attendance.meeting_id", "=", "meeting.id").where("attendance.person_id", "=", actor.id).where("attendance.state", "=", "aanwezig")),
        ]),
      ]),
    )
    .where(visibleTo(actor, "meeting"))
    .orderBy("meeting.starts_at")
    .limit(50)
    .execute();
  return rows.map(({ body_id: bodyId, corrections, ...row }) => ({ ...row, corrections: Number(corrections ?? 0), isBureau: bureauOf.includes(bodyId) }));
}

/** Decisions whose bureau this person is and whose review day is near or past. */
export async function listReviewsDue(db: Db, bureauOf: readonly string[], until: Day) {
  if (bureauOf.length === 0) return [];
  const rows = await db
    .selectFrom("decision")
    .innerJoin("body", "body.id", "decision.body_id")
    .select(["decision.number", "decision.title", "decision.review_on", "body.name as body"])
    .where("decision.body_id", "in", [...bureauOf])
    .where("decision.validity", "=", "geldig")
    .where("decision.review_on", "<=", until)
    .orderBy("decision.review_on")
    .limit(50)
    .execute();
  return rows.flatMap(({ review_on: reviewOn, ...row }) => (reviewOn === null ? [] : [{ ...row, reviewOn }]));
}

/** Proposals that were sent back with a question: one's own, and those of the bodies whose bureau this person is. */
export async function listReferredBack(db: Db, actor: Actor, bureauOf: readonly string[] = []) {
  if (!isSignedIn(actor)) return [];
  return db
    .selectFrom("proposal")
    .select(["proposal.number", "proposal.title", "proposal.question"])
    .where("proposal.state", "=", "referred_back")
    .where((eb) => eb.or([eb("proposal.body_id", "in", [...bureauOf, "-"]), eb("proposal.id", "in", eb.selectFrom("proposal_author").select("proposal_id").where("person_id", "=", actor.id))]))
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .orderBy("proposal.number")
    .limit(50)
    .execute();
}

/** What the Taskforce asked a body about its proposals, for its own page; as far as this reader may see them. */
export async function listQuestionsTo(db: Db, actor: Actor, bodyId: string) {
  return db
    .selectFrom("proposal")
    .select(["proposal.number", "proposal.title", "proposal.question"])
    .where("proposal.body_id", "=", bodyId)
    .where("proposal.state", "=", "referred_back")
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .orderBy("proposal.number")
    .limit(20)
    .execute();
}

/** Initiatives that wait for a decision and on which these seats gave no score on a criterion that counts now; `isAgain` when they scored before those criteria. */
export async function listToScore(db: Db, seats: readonly { readonly seatId: string; readonly bodyId: string }[], today: Day) {
  if (seats.length === 0) return [];
  const seatIds = seats.map(({ seatId }) => seatId);
  const rows = await db
    .selectFrom("initiative")
    .select((eb) => [
      "initiative.number",
      "initiative.title",
      eb.selectFrom("score").whereRef("score.initiative_id", "=", "initiative.id").where("score.seat_id", "in", seatIds).select(countRows().as("n")).as("given"),
    ])
    .where("initiative.body_id", "in", seats.map(({ bodyId }) => bodyId))
    .where((eb) => eb.or([eb("initiative.state", "=", "voorgesteld"), eb.and([eb("initiative.state", "=", "aangehouden"), eb("initiative.on_hold_until", "<=", today)])]))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom("criteria_version as version")
          .innerJoin("criteria_weight", "criteria_weight.version_id", "version.id")
          .select("criteria_weight.criterion_id")
          .whereRef("version.body_id", "=", "initiative.body_id")
          .where("version.number", "=", (of) => of.selectFrom("criteria_version as newest").whereRef("newest.body_id", "=", "initiative.body_id").select((last) => last.fn.max("newest.number").as("last")))
          .where((of) =>
            of.not(
              of.exists(
                of.selectFrom("score").select("score.id").whereRef("score.initiative_id", "=", "initiative.id").whereRef("score.criterion_id", "=", "criteria_weight.criterion_id").where("score.seat_id", "in", seatIds),
              ),
            ),
          ),
      ),
    )
    .orderBy("initiative.number")
    .limit(50)
    .execute();
  return rows.map(({ number, title, given }) => ({ number, title, isAgain: (given ?? 0) > 0 }));
}
