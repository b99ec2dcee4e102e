import type { CommandContext } from "#app/commands/context.ts";
import { accept, type Result } from "#app/domain/shared/result.ts";
import { checkRule, type RuleRefusal, type RuleSet } from "#app/domain/voting/rule.ts";
import { ruleAfter } from "#app/domain/voting/settlement.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { changeConcept } from "#db/queries/voting-round-writes.ts";
import { holdConcept, type ConceptRefusal, type ConceptSeen } from "./hold-concept.ts";

/** Changes the rule set and the visibility of a concept. That a herstemming is the last one and that a second call asks no quorum stays as it was. */
export function changeRoundRules(context: CommandContext, { rule, visibility, ...seen }: ConceptSeen & { readonly rule: RuleSet; readonly visibility: "openbaar" | "besloten" }): Promise<Result<null, ConceptRefusal | RuleRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const held = await holdConcept(trx, context, seen);
    if (!held.ok) return held;
    const { round } = held.value;
    const checked = checkRule({ ...(round.isSecondCall ? ruleAfter(rule, "tweede_oproep") : rule), secondTie: round.rule.secondTie });
    if (!checked.ok) return checked;

    await changeConcept(trx, round.id, { rule: checked.value, visibility });
    const { quorum, majority, objections, earlyClose, motivation, secondCall, castingVote } = checked.value;
    await record(trx, context, {
      act: "round.change",
      bodyId: round.bodyId,
      subject: { kind: "round", id: round.id },
      payload: { part: "rules", visibility, rule: { quorum: quorum && { ...quorum }, majority: { ...majority }, objections, earlyClose, motivation: [...motivation], ...(secondCall && { secondCall }), ...(castingVote && { castingVote }) } },
    });
    return accept(null);
  });
}
