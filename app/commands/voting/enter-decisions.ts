import { personOf, type CommandContext } from "#app/commands/context.ts";
import { yearOf } from "#app/domain/decisions/decision.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { isBinding } from "#app/domain/voting/settlement.ts";
import type { Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertDecision, nextDecisionNumber } from "#db/queries/decisions.ts";
import type { CountedRound } from "#db/queries/voting-results.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";

/** Enters a decision for every item on which a binding round gave a verdict, within the establishing; one on an initiative is a portfolio decision of its own. Returns them by item. */
export async function enterDecisions(trx: Trx, context: CommandContext, round: StoredRound, { items, published }: CountedRound): Promise<Map<string, { id: string; number: string }>> {
  const decisions = new Map<string, { id: string; number: string }>();
  if (!isBinding(round.kind)) return decisions;
  for (const item of items) {
    const counted = published.items.find(({ id }) => id === item.id);
    const outcome = counted?.outcome;
    if (item.subjectKind === "initiative" || !counted || (outcome !== "aangenomen" && outcome !== "verworpen")) continue;

    const id = context.newId();
    const decidedOn = dutchDay(round.closesAt);
    const number = await nextDecisionNumber(trx, yearOf(decidedOn));
    await insertDecision(trx, {
      ...{ id, number, bodyId: round.bodyId, decidedOn, title: item.title, dictum: item.statement, motivation: item.advicePoints ?? item.castingVote?.reason ?? "" },
      ...{ result: outcome, figures: JSON.stringify(counted.tally), roundId: round.id, roundItemId: item.id, tlp: round.tlp },
      ...{ proposalId: item.subjectKind === "proposal" ? item.subjectId : null, proposalVersion: item.version },
      ...{ createdBy: personOf(context), createdAt: context.now() },
    });
    decisions.set(item.id, { id, number });
    await record(trx, context, { act: "decision.record", bodyId: round.bodyId, subject: { kind: "decision", id }, payload: { number, round: round.id, item: item.id, result: outcome } });
  }
  return decisions;
}
