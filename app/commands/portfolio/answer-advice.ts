import { personOf, type CommandContext } from "#app/commands/context.ts";
import { moveProposal } from "#app/commands/proposals/move-proposal.ts";
import { may } from "#app/domain/access/policy.ts";
import { yearOf } from "#app/domain/decisions/decision.ts";
import { answerAdvice as answerOf, type AnswerKind, type AnswerRefusal } from "#app/domain/portfolio/advice.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findAdvice, insertAnswer } from "#db/queries/advices.ts";
import { record } from "#db/queries/audit.ts";
import { insertDecision, nextDecisionNumber } from "#db/queries/decisions.ts";
import { findPortfolioBody, lockProposals } from "#db/queries/portfolio-writes.ts";

interface Answer {
  /** number of the advies */
  readonly number: string;
  readonly kind: AnswerKind;
  readonly dictum: string;
  readonly motivation: string;
}

/**
 * The Taskforce answers an advies of the Adviesraad: a decision in the register, which stands in the chain of the advies.
 * "Niet overgenomen" ends it; otherwise it may still be carried out by an initiative.
 */
export function answerAdvice(context: CommandContext, input: Answer): Promise<Result<{ decision: string }, AnswerRefusal | "not-found" | "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    const [at, today, body] = [context.now(), dutchDay(context.now()), await findPortfolioBody(trx)];
    const seen = await findAdvice(trx, context.actor, input.number, today);
    if (!seen) return refuse("not-found");
    if (!body || !may(context.actor, "advice.answer", { bodyId: body.id })) return refuse("not-allowed");
    await lockProposals(trx, [seen.id]);
    const advice = (await findAdvice(trx, context.actor, input.number, today)) ?? seen;
    const answered = answerOf({ state: advice.state, isAdvice: true, isAnswered: advice.answer !== null, isInInitiative: advice.isInInitiative }, input);
    if (!answered.ok) return answered;

    const [decisionId, decision] = [context.newId(), await nextDecisionNumber(trx, yearOf(today))];
    const texts = { title: advice.title, dictum: input.dictum.trim(), motivation: input.motivation.trim(), result: input.kind };
    await insertDecision(trx, { ...texts, id: decisionId, number: decision, bodyId: body.id, decidedOn: today, proposalId: advice.id, proposalVersion: advice.version, tlp: advice.tlp, createdBy: personOf(context), createdAt: at, publishedAt: at });
    if (!(await insertAnswer(trx, { id: context.newId(), proposalId: advice.id, kind: input.kind, decisionId, by: personOf(context), at }))) return refuse("already-answered");
    if (answered.value.declines) {
      const moved = await moveProposal(trx, context, { proposalId: advice.id, move: "decline", reason: input.motivation, decisionId });
      if (!moved.ok) throw new Error(`advies ${advice.number} did not move: ${moved.refusal}`);
    }
    await record(trx, context, { act: "advice.answer", bodyId: body.id, subject: { kind: "proposal", id: advice.id }, payload: { number: advice.number, kind: input.kind, decision } });
    return accept({ decision });
  });
}
