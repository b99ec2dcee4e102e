import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { checkDays, checkEmbargo, endValidity, isPublic, type Validity, type ValidityRefusal } from "#app/domain/decisions/decision.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findDecision, setValidity, standsInPublishedMinutes, updateDecisionWording } from "#db/queries/decisions.ts";
import { scheduleReview } from "./schedule-review.ts";

export interface DecisionChange {
  readonly number: string;
  readonly publicTitle: string | null;
  readonly publicDictum: string | null;
  readonly embargoUntil: Instant | null;
  readonly reviewOn: Day | null;
  readonly validUntil: Day | null;
  readonly validity: Validity;
  /** number of the decision that replaces it */
  readonly replacedBy: string | null;
}

/**
 * Changes what surrounds a decision: public wording, embargo, review date, validity. Title, dictum and vote never change.
 * Refusals: not-found, not-allowed, embargo-too-late, review-too-early, until-too-early, and those of ending its validity.
 */
export function changeDecision(context: CommandContext, change: DecisionChange): Promise<Result<null, "not-found" | "not-allowed" | "embargo-too-late" | "review-too-early" | "until-too-early" | ValidityRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const now = context.now();
    const decision = await findDecision(trx, context.actor, change.number, now);
    if (!decision) return refuse("not-found");
    if (!may(context.actor, "decision.change", { bodyId: decision.body.id })) return refuse("not-allowed");
    const isOut = isPublic(decision, now) || (await standsInPublishedMinutes(trx, decision.id));
    const embargo = checkEmbargo({ embargoUntil: decision.embargoUntil, isOut }, change.embargoUntil, now);
    if (!embargo.ok) return embargo;
    const days = checkDays({ decidedOn: decision.decidedOn, reviewOn: change.reviewOn === decision.reviewOn ? null : change.reviewOn, validUntil: change.validUntil === decision.validUntil ? null : change.validUntil });
    if (!days.ok) return days;
    if (change.validity !== decision.recordedValidity) {
      if (change.validity === "geldig") return refuse("decision-not-valid");
      const replacement = change.replacedBy === null ? null : await findDecision(trx, context.actor, change.replacedBy, now);
      const ended = endValidity({ id: decision.id, validity: decision.recordedValidity }, change.validity, replacement?.id ?? null);
      if (!ended.ok) return ended;
      if (!(await setValidity(trx, decision.id, { from: decision.recordedValidity, to: ended.value.validity, replacedBy: ended.value.replacedBy }))) return refuse("decision-not-valid");
    }
    await updateDecisionWording(trx, decision.id, change);
    await scheduleReview(trx, context, decision.id, change.reviewOn);
    await record(trx, context, {
      act: "decision.change",
      bodyId: decision.body.id,
      subject: { kind: "decision", id: decision.id },
      payload: { number: change.number, validity: change.validity, replacedBy: change.replacedBy, embargo: change.embargoUntil, review: change.reviewOn, until: change.validUntil },
    });
    return accept(null);
  });
}
