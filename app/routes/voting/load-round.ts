import type { CommandContext } from "#app/commands/context.ts";
import { may, type Act } from "#app/domain/access/policy.ts";
import { hasClosed, isOpen, itemsToVoteOn, maySeeResult, phaseOf } from "#app/domain/voting/round.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { dateTime } from "#app/text/format.ts";
import { roundName, ruleText } from "#app/text/voting.ts";
import { aboutItemsText } from "#app/text/voting-kinds.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { listTreatmentRequests } from "#db/queries/treatment-requests.ts";
import { findFollow } from "#db/queries/following.ts";
import { listTurnout } from "#db/queries/voting-ballots.ts";
import { listDecisionsOfRound } from "#db/queries/voting-decisions.ts";
import { listFrozenSeats } from "#db/queries/voting-electorate.ts";
import { listObjections } from "#db/queries/voting-history.ts";
import { listItems, type RoundItem } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { ballotSeatsOf } from "./ballot-seats.ts";
import { quietDayAt } from "./load-quiet-day.ts";

/** What the page of a round shows to this reader. */
export async function loadRound({ db, actor, now }: Pick<CommandContext, "db" | "actor" | "now">, id: string) {
  const round = (await findRound(db, actor, id)) ?? notFound();
  const items = await listItems(db, id);
  const seats = await listFrozenSeats(db, id);
  const turnout = await listTurnout(db, id);
  const isMember = actor.memberships.some(({ bodyId }) => bodyId === round.bodyId);
  const mySeats = (await ballotSeatsOf(db, actor, round, now())).filter(({ seatId }) => seats.some((seat) => seat.id === seatId));
  const decisions = round.establishedAt === null ? [] : await listDecisionsOfRound(db, actor, id, now());
  const can = (act: Act) => may(actor, act, round);
  const [isNow, closed] = [isOpen(round, now()), hasClosed(round, now())];
  return {
    id,
    title: round.title,
    name: roundName(round.kind, round.sequence),
    body: round.body,
    explanation: round.explanation,
    phase: phaseOf(round, now()),
    tlp: round.tlp,
    opens: dateTime(round.opensAt),
    closes: dateTime(round.closesAt),
    rule: round.kind === "besluit" ? ruleText(round.rule) : null,
    visibility: round.visibility,
    fingerprint: round.fingerprint,
    previousId: round.previousId,
    isSecondCall: round.isSecondCall,
    reason: round.reason,
    items: items.map((item) => ({
      id: item.id,
      number: item.number,
      title: item.title,
      statement: item.statement,
      version: item.version,
      pulled: item.pulledAt === null ? null : { reason: isMember ? item.pullReason : null, href: isMember && item.pulledTo !== null ? href(paths.round, { id: item.pulledTo }) : null },
      decision: decisions.find(({ itemId }) => itemId === item.id)?.number ?? null,
      href: item.subjectKind === "proposal" && item.number !== null ? href(paths.proposal, { number: item.number }) : null,
    })),
    kind: round.kind,
    // A request, an objection and a reason are for the body, as a motivation is.
    requests: isMember && round.openedAt !== null ? (await listTreatmentRequests(db, id)).map(({ itemId, seatName, reason }) => ({ about: aboutItemsText.request(seatName, calledOf(items, itemId)), reason })) : [],
    objections: isMember && round.previousId !== null && round.kind === "besluit" ? (await listObjections(db, round.previousId)).map(({ name, number, title, motivation }) => ({ about: aboutItemsText.objection(`${name}, ${number ?? title}`), reason: motivation || aboutItemsText.noReason })) : [],
    quietDay: closed || round.state === "ingetrokken" ? null : await quietDayAt(db, round.closesAt),
    isFollowable: actor.id !== null && round.state !== "concept",
    isFollowed: (await findFollow(db, actor.id, "round", id)) !== null,
    seatCount: seats.length,
    turnout: round.openedAt === null ? null : { cast: seats.filter((seat) => (turnout.get(seat.id) ?? 0) > 0).length, seats: seats.length },
    // Who has not voted is for the body; how somebody voted is for nobody until the end.
    waiting:
      isMember && isNow
        ? seats
            .map((seat) => ({ name: seat.name, cast: turnout.get(seat.id) ?? 0, of: itemsToVoteOn(round.kind, items, seat.recusedFrom) }))
            .filter(({ cast, of }) => cast < of)
        : null,
    mine: isNow ? mySeats.map((seat) => ({ id: seat.seatId, name: seat.name, through: seat.through, cast: turnout.get(seat.seatId) ?? 0, of: itemsToVoteOn(round.kind, items, []) })) : [],
    hasResult: closed && maySeeResult(round, isMember, now()),
    signatures: [
      ...(round.chairAt ? [roundText.signedAt(roundText.chair, dateTime(round.chairAt))] : []),
      ...(round.secretaryAt ? [roundText.signedAt(roundText.secretary, dateTime(round.secretaryAt))] : []),
    ],
    waitsFor: round.chairAt ? roundText.secretary : round.secretaryAt ? roundText.chair : null,
    can: {
      prepare: can("round.change") && round.state === "concept",
      open: can("round.open") && (round.state === "concept" || round.state === "aangekondigd"),
      extend: can("round.extend") && round.state === "open" && !closed,
      close: can("round.extend") && isNow && round.rule.earlyClose && seats.every((seat) => (turnout.get(seat.id) ?? 0) >= itemsToVoteOn(round.kind, items, seat.recusedFrom)),
      remind: can("round.remind") && isNow,
      withdraw: can("round.withdraw") && ["concept", "aangekondigd", "open"].includes(round.state) && !closed,
      establish: can("round.establish") && closed && (round.state === "open" || round.state === "gesloten") && actor.id !== round.chairId && actor.id !== round.secretaryId,
      publish: can("round.publish") && round.state === "vastgesteld",
      rehearse: can("round.rehearse") && (round.state === "concept" || round.state === "aangekondigd"),
      record: can("ballot.record") && isNow && round.kind !== "prioritering",
      invalidate: can("round.invalidate") && closed && round.state !== "ongeldig",
    },
  };
}

const calledOf = (items: readonly RoundItem[], itemId: string): string => {
  const item = items.find(({ id }) => id === itemId);
  return item?.number ?? item?.title ?? "";
};

export type RoundFacts = Awaited<ReturnType<typeof loadRound>>;
