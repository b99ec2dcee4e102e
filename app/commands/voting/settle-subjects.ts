import { personOf, type CommandContext } from "#app/commands/context.ts";
import { decideOnInitiative } from "#app/commands/portfolio/decide-on-initiative.ts";
import { decidePortfolio, type PortfolioOutcome } from "#app/domain/portfolio/initiative.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { Outcome } from "#app/domain/voting/tally.ts";
import type { Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { lockMeeting, setAdopted } from "#db/queries/meetings.ts";
import { minutesHashOf } from "#db/queries/minutes-hash.ts";
import type { RoundItem } from "#db/queries/voting-items.ts";
import type { CountedRound } from "#db/queries/voting-results.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";
import { loadSubjects } from "#db/queries/voting-subjects.ts";

/** What a verdict of a besluit round says about an initiative; nothing without a verdict. */
const portfolioOutcome = (outcome: Outcome | null): PortfolioOutcome | null => (outcome === "aangenomen" ? "opnemen" : outcome === "verworpen" ? "afwijzen" : null);

/** The items of a kind with a verdict that binds, with that verdict. */
function settled({ items, published }: CountedRound, round: StoredRound, kind: RoundItem["subjectKind"]): { item: RoundItem; outcome: Outcome }[] {
  if (round.kind !== "besluit" && round.kind !== "stilte") return [];
  return items.flatMap((item) => {
    const outcome = published.items.find(({ id }) => id === item.id)?.outcome ?? null;
    return item.subjectKind === kind && item.subjectId !== null && portfolioOutcome(outcome) !== null && outcome !== null ? [{ item, outcome }] : [];
  });
}

/** Whether each initiative in the round can still be decided on as the round says: asked before anything is written. */
export async function checkInitiatives(trx: Trx, context: CommandContext, round: StoredRound, counted: CountedRound): Promise<Result<null, "initiative-not-ready">> {
  const verdicts = settled(counted, round, "initiative");
  const today = dutchDay(context.now());
  const subjects = await loadSubjects(trx, verdicts.map(({ item }) => item), today);
  const isReady = verdicts.every(({ item, outcome }) => {
    const subject = subjects.get(item.subjectId ?? "");
    const wanted = portfolioOutcome(outcome);
    return subject?.kind === "initiative" && wanted !== null && decidePortfolio(subject, { outcome: wanted, dictum: item.statement, motivation: round.explanation }, today).ok;
  });
  return isReady ? accept(null) : refuse("initiative-not-ready");
}

/** Takes the portfolio decision on every initiative with a verdict. Answers the decisions by item. */
export async function decideInitiatives(trx: Trx, context: CommandContext, round: StoredRound, counted: CountedRound): Promise<Map<string, { id: string; number: string }>> {
  const decisions = new Map<string, { id: string; number: string }>();
  for (const { item, outcome } of settled(counted, round, "initiative")) {
    const tally = counted.published.items.find(({ id }) => id === item.id)?.tally;
    const decided = await decideOnInitiative({ ...context, db: trx }, {
      ...{ number: item.number ?? "", outcome: portfolioOutcome(outcome) ?? "afwijzen", dictum: item.statement, motivation: round.explanation, until: null },
      figures: tally && "for" in tally ? { for: tally.for, against: tally.against, abstain: tally.abstain } : null,
      round: { id: round.id, itemId: item.id, decidedOn: dutchDay(round.closesAt) },
    });
    // It was checked before the first write; a race undoes all of it.
    if (!decided.ok) throw new Error(`${item.number ?? item.id} could not be decided: ${decided.refusal}`);
    decisions.set(item.id, { id: decided.value.id, number: decided.value.decision });
  }
  return decisions;
}

/** Adopts the minutes that a round adopted, unless they were changed since the round froze them: then they stay a concept. */
export async function adoptMinutesOf(trx: Trx, context: CommandContext, round: StoredRound, counted: CountedRound): Promise<void> {
  for (const { item, outcome } of settled(counted, round, "minutes")) {
    const meeting = outcome === "aangenomen" ? await lockMeeting(trx, context.actor, item.subjectId ?? "") : null;
    if (!meeting || meeting.state !== "notulen_concept" || meeting.revision !== item.version) continue;
    const hash = await minutesHashOf(trx, meeting);
    await setAdopted(trx, meeting.id, { at: context.now(), personId: personOf(context), meetingId: null, hash });
    await record(trx, context, { act: "minutes.adopt", bodyId: round.bodyId, subject: { kind: "meeting", id: meeting.id }, payload: { hash, revision: meeting.revision, round: round.id } });
  }
}
