import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { answerAdvice } from "#app/commands/portfolio/answer-advice.ts";
import { may } from "#app/domain/access/policy.ts";
import { ANSWER_KINDS } from "#app/domain/portfolio/advice.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { answerForm } from "#app/platform/schemas/portfolio-scores.ts";
import { adviceRefusalText, advicesText, answerFormText, answerKindHint, answerKindText } from "#app/text/advices.ts";
import { pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { ChoiceField, PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findAdvice } from "#db/queries/advices.ts";
import { findPortfolioBody } from "#db/queries/portfolio-writes.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(answerFormText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const { number, title } = (await findAdvice(db, actor, args.params["number"] ?? "", dutchDay(now()))) ?? notFound();
  const body = await findPortfolioBody(db);
  if (body === null || !may(actor, "advice.answer", { bodyId: body.id })) return forbidden();
  return { number, name: title };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const form = await readForm(args.request, answerForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const answered = await answerAdvice(context, { number, ...form.values });
  if (answered.ok) return redirect(href(paths.advices), await withNotice("advice-answered"));
  if (answered.refusal === "not-found") return notFound();
  if (answered.refusal === "not-allowed") return forbidden();
  return json({ problems: {}, entered: form.entered, refusal: adviceRefusalText[answered.refusal] }, 409);
}

export default function AdviceAnswerPage() {
  const { number, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  const labels = { kind: answerFormText.kind, dictum: answerFormText.dictum, motivation: answerFormText.motivation };
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.advices), label: advicesText.title }, { href: href(paths.proposal, { number }), label: name }]} kicker={number} title={answerFormText.title} lead={answerFormText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={labels} />
        <PageForm>
          <ChoiceField {...field("kind")} label={answerFormText.kind} options={ANSWER_KINDS.map((value) => ({ value, label: answerKindText[value], hint: answerKindHint[value] }))} />
          <TextField {...field("dictum")} label={answerFormText.dictum} required multiline rows={3} maxLength={2000} />
          <TextField {...field("motivation")} label={answerFormText.motivation} required multiline rows={5} maxLength={5000} />
          <Button>{answerFormText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
