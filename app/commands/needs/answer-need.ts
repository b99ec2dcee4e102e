import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { answerTo, type Answer, type AnswerRefusal, type NeedState } from "#app/domain/needs/need.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { answerNeedAs, findNeed } from "#db/queries/needs.ts";

interface Reply {
  readonly number: string;
  readonly answer: Answer;
  readonly text: string;
  /** number of the need it is joined to */
  readonly target: string | null;
}

/** The secretaris of the expert group accepts, joins or declines a need, always with an answer that the gemeente reads. */
export function answerNeed(context: CommandContext, { number, answer, text, target }: Reply): Promise<Result<NeedState, AnswerRefusal | "not-found" | "not-allowed">> {
  const { db, actor, now } = context;
  return inTransaction(db, async (trx) => {
    const need = await findNeed(trx, number);
    if (!need) return refuse("not-found");
    if (!may(actor, "need.answer", { bodyId: need.bodyId })) return refuse("not-allowed");
    const joinTo = answer === "join" && target !== null ? await findNeed(trx, target) : null;
    const answered = answerTo(need, { answer, text, target: joinTo });
    if (!answered.ok) return answered;

    const isFirst = await answerNeedAs(trx, need.id, { state: answered.value, answer: text, by: personOf(context), at: now(), joinedTo: joinTo?.id ?? null });
    if (!isFirst) return refuse("already-answered");
    await record(trx, context, { act: "need.answer", bodyId: need.bodyId, subject: { kind: "need", id: need.id }, payload: { number, state: answered.value } });
    return accept(answered.value);
  });
}
