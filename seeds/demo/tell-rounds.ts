import { announceRound } from "#app/commands/voting/announce-round.ts";
import { castBallots, type BallotForm } from "#app/commands/voting/cast-ballots.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { prepareRound } from "#app/commands/voting/prepare-round.ts";
import { publishRound } from "#app/commands/voting/publish-round.ts";
import { recordReceivedBallot } from "#app/commands/voting/record-received-ballot.ts";
import { withdrawRound } from "#app/commands/voting/withdraw-round.ts";
import { later, MINUTE, type Instant } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { listItems, type RoundItem } from "#db/queries/voting-items.ts";
import { scatter } from "./adoption.ts";
import { VOTING_SEATS } from "./people.ts";
import { ROUNDS } from "./rounds.ts";
import { known, must, type Stage } from "./stage.ts";
import type { StoryItem, StoryRound } from "./story.ts";

/** Every round: prepared, announced, opened, voted on, established by two people, published. */
export function tellRounds(stage: Stage, bodyIds: ReadonlyMap<string, string>): void {
  for (const round of ROUNDS) {
    const secretary = `secretaris.${round.body}`;
    const chair = `voorzitter.${round.body}`;
    const roundId = () => known(stage.book.rounds, round.key);
    const [opensAt, closesAt] = [stage.moment(round.opens, 9), stage.moment(round.closes, 17)];

    const lead = round.until === "announced" ? 14 : 1;
    stage.at(round.opens - lead - 2, 9, async ({ as }) => {
      const proposalIds = round.items.map(({ proposal }) => known(stage.book.proposals, proposal).id);
      const { title, explanation, kind, visibility = "openbaar" } = round;
      const rule = ruleOf(round.preset ?? "gewoon", { motivation: ["tegen", "niet_akkoord"] });
      const preparation = { bodyId: known(bodyIds, round.body), title, explanation, kind, proposalIds, rule, visibility, opensAt, closesAt };
      stage.book.rounds.set(round.key, must(await prepareRound(await as(secretary), preparation), `preparing ${round.key}`).id);
    });
    if (round.until === "concept") continue;
    stage.at(round.opens - lead - 1, 10, async ({ as }) => must(await announceRound(await as(secretary), { roundId: roundId() }), `announcing ${round.key}`));
    if (round.until === "announced") continue;
    stage.at(round.opens, 9, async ({ as }) => must(await openRound(await as(secretary), { roundId: roundId() }), `opening ${round.key}`));
    tellBallots(stage, round, round.until === "withdrawn" ? stage.moment(round.closes - 7, 12) : closesAt, roundId);

    if (round.until === "withdrawn") stage.at(round.closes - 7, 12, async ({ as }) => must(await withdrawRound(await as(chair), { roundId: roundId(), reason: round.reason ?? "" }), `withdrawing ${round.key}`));
    if (round.until === "withdrawn" || round.until === "open" || round.until === "closed") continue;
    stage.atMoment(stage.nextDay(closesAt, 9), async ({ as, db }) => {
      const items = await listItems(db, roundId());
      const points = round.items.flatMap(({ points: text }, place) => (text === undefined || !items[place] ? [] : [[items[place].id, text] as const]));
      must(await establishRound(await as(secretary), { roundId: roundId(), advicePoints: Object.fromEntries(points) }), `signing ${round.key}`);
    });
    if (round.until === "signed") continue;
    stage.atMoment(stage.nextDay(closesAt, 14), async ({ as }) => must(await establishRound(await as(chair), { roundId: roundId() }), `establishing ${round.key}`));
    if (round.until === "established") continue;
    stage.atMoment(stage.nextDay(closesAt, 16), async ({ as }) => must(await publishRound(await as(secretary), { roundId: roundId() }), `publishing ${round.key}`));
  }
}

/** Each seat fills in one form, somewhere between the opening and the close; most do so early or on the last day. */
function tellBallots(stage: Stage, round: StoryRound, until: Instant, roundId: () => string): void {
  const opensAt = stage.moment(round.opens, 9);
  const span = Math.min(Date.parse(until), Date.parse(stage.start)) - MINUTE - Date.parse(opensAt);
  for (let seat = 1; seat <= VOTING_SEATS[round.body]; seat++) {
    const handle = `lid${seat}.${round.body}`;
    const at = later(opensAt, Math.max(1000, Math.floor(span * scatter(`${round.key} ${seat}`))));
    stage.atMoment(at, async ({ as, db }) => {
      const context = await as(handle);
      const seatId = context.actor.memberships[0]?.seatId ?? "";
      const items = await listItems(db, roundId());
      const ballots = round.items.flatMap((item, place) => formFor(round, item, seat, items[place]));
      if (round.received?.seat === seat) {
        const secretary = await as(`secretaris.${round.body}`);
        for (const ballot of ballots) must(await recordReceivedBallot(secretary, { ...ballot, roundId: roundId(), seatId, note: round.received.note }), `${handle} received in ${round.key}`);
        return;
      }
      if (ballots.length > 0) must(await castBallots(context, { roundId: roundId(), seatId, ballots }), `${handle} in ${round.key}`);
    });
  }
}

/** Who votes what: the figures of the story, dealt out over the seats in another order for each item. */
function formFor(round: StoryRound, item: StoryItem, seat: number, stored: RoundItem | undefined): BallotForm[] {
  if (!stored) throw new Error(`round ${round.key} has no item for ${item.proposal}`);
  const seats = VOTING_SEATS[round.body];
  const order = Array.from({ length: seats }, (_, place) => place + 1).sort((a, b) => scatter(`${item.proposal} ${round.key} ${a}`) - scatter(`${item.proposal} ${round.key} ${b}`));
  const place = order.indexOf(seat);
  const [inFavour, withCondition, against, abstaining] = item.spread;
  const base = { itemId: stored.id, nonce: `verhaal-${round.key}-${stored.position}-${seat}`, textHash: stored.textHash ?? "", motivation: "" };
  const isPoll = round.kind === "peiling";
  if (place < inFavour) return [{ ...base, choice: isPoll ? "akkoord" : "voor" }];
  if (place < inFavour + withCondition) {
    const condition = item.conditions?.[(place - inFavour) % (item.conditions.length || 1)];
    return condition ? [{ ...base, choice: "akkoord_mits", condition: condition.statement, strength: condition.strength, quote: condition.quote ?? "" }] : [{ ...base, choice: "akkoord" }];
  }
  if (place < inFavour + withCondition + against) return [{ ...base, choice: isPoll ? "niet_akkoord" : "tegen", motivation: item.motivation ?? "Dit past niet bij onze situatie." }];
  return place < inFavour + withCondition + against + abstaining ? [{ ...base, choice: "onthouden" }] : [];
}
