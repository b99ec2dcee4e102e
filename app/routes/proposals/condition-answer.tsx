import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { answerCondition } from "#app/commands/proposals/answer-condition.ts";
import { may } from "#app/domain/access/policy.ts";
import { conditionState } from "#app/domain/proposals/discussion.ts";
import { isTextOpen, LIMITS } from "#app/domain/proposals/proposal.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { conditionAnswerForm } from "#app/platform/schemas/proposals.ts";
import { conditionPageText } from "#app/text/amendments.ts";
import { pageTitle } from "#app/text/format.ts";
import { proposalRefusalText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ConditionNote } from "#app/ui/proposals/condition-note.tsx";
import { crumbsOf } from "#app/ui/proposals/crumbs.ts";
import { listConditions } from "#db/queries/proposal-discussion.ts";
import { proposalAt } from "./find-proposal.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? conditionPageText.answerTitle(data.number) : "404") }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const proposal = await proposalAt(context, args.params.number);
  const conditions = await listConditions(context.db, context.actor, proposal.id, context.now());
  const condition = conditions.find(({ id }) => id === args.params.conditionId) ?? notFound();
  if (!may(context.actor, "condition.answer", proposal)) forbidden();
  const refusal = !isTextOpen(proposal.state) ? ("text-locked" as const) : condition.version >= proposal.currentVersion ? ("new-version-first" as const) : null;
  return { number: proposal.number, name: proposal.title, current: proposal.currentVersion, condition: { ...condition, state: conditionState(condition), isQuoteGone: condition.goneIn !== null }, refusal };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", conditionId = "" } = args.params;
  const form = await readForm(args.request, conditionAnswerForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const answered = await answerCondition(context, { number, conditionId, ...form.values });
  if (answered.ok) return redirect(`${href(paths.proposal, { number })}#voorwaarde-${conditionId}`, await withNotice("condition-answered"));
  if (answered.refusal === "not-found") return notFound();
  if (answered.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: proposalRefusalText[answered.refusal] }, 409);
}

export default function ConditionAnswerPage() {
  const { number, name, current, condition, refusal } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  return (
    <>
      <PageHead crumbs={crumbsOf(number)} kicker={`${number} · ${name}`} title={conditionPageText.answerTitle(number)} lead={conditionPageText.answerLead(current)} />
      <Flow>
        <article className="note stack">
          <ConditionNote condition={condition} />
        </article>
        <FormProblems refusal={answer?.refusal ?? (refusal === null ? null : proposalRefusalText[refusal])} problems={problems} labels={{ answer: conditionPageText.answer }} />
        {refusal === null && (
          <PageForm>
            <TextField {...field("answer")} label={conditionPageText.answer} required multiline rows={4} maxLength={LIMITS.comment} />
            <Button>{conditionPageText.answerSend}</Button>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
