import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { answerNeed } from "#app/commands/needs/answer-need.ts";
import { may } from "#app/domain/access/policy.ts";
import { ANSWERS } from "#app/domain/needs/need.ts";
import { href, paths } from "#app/paths.ts";
import { readForm, type Entered, type FieldProblem } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { needAnswerForm } from "#app/platform/schemas/needs.ts";
import { pageTitle } from "#app/text/format.ts";
import { answerText, needFormText, needRefusalText, needsText, needText } from "#app/text/needs.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findNeed, listNeeds } from "#db/queries/needs.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(needText.answerTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const need = (await findNeed(db, args.params["number"] ?? "")) ?? notFound();
  if (!may(actor, "need.answer", { bodyId: need.bodyId })) return forbidden();
  const targets = (await listNeeds(db)).filter(({ id }) => id !== need.id);
  return { number: need.number, title: need.title, statement: need.statement, targets: targets.map(({ number, title }) => ({ value: number, label: `${number} ${title}` })) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const number = args.params["number"] ?? "";
  const form = await readForm(args.request, needAnswerForm);
  if (!form.ok) return refused({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const { answer, text, target } = form.values;
  const answered = await answerNeed(context, { number, answer, text, target: target === "" ? null : target });
  if (answered.ok) return redirect(href(paths.need, { number }), await withNotice("need-answered"));
  if (answered.refusal === "not-found") return notFound();
  if (answered.refusal === "not-allowed") return forbidden();
  return refused({ problems: {}, entered: form.entered, refusal: needRefusalText[answered.refusal] }, 409);
}

interface Refused {
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
  readonly entered: Entered;
  readonly refusal: string | null;
}

const refused = (answer: Refused, status: number) => json(answer, status);

export default function NeedAnswerPage() {
  const { number, title, statement, targets } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.needs), label: needsText.title }, { href: href(paths.need, { number }), label: number }]} title={needText.answerTitle} lead={title} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ answer: needFormText.answer, text: needFormText.text }} />
        {statement !== "" && <p>{statement}</p>}
        <PageForm>
          <ChoiceField {...field("answer")} label={needFormText.answer} options={ANSWERS.map((value) => ({ value, label: answerText[value] }))} />
          <SelectField {...field("target")} label={needFormText.target} options={[{ value: "", label: needFormText.targetNone }, ...targets]} />
          <TextField {...field("text")} label={needFormText.text} required multiline rows={5} maxLength={5000} />
          <Button>{needFormText.send}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
