import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { classifyAdvice } from "#app/commands/portfolio/classify-advice.ts";
import { may } from "#app/domain/access/policy.ts";
import { ADVICE_SUBJECTS } from "#app/domain/portfolio/advice.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { subjectForm } from "#app/platform/schemas/portfolio-scores.ts";
import { advicesText, adviceSubjectHint, adviceSubjectText, subjectFormText } from "#app/text/advices.ts";
import { pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { ChoiceField, PageForm } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findAdvice } from "#db/queries/advices.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(subjectFormText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const { number, title, bodyId, subject } = (await findAdvice(db, actor, args.params["number"] ?? "", dutchDay(now()))) ?? notFound();
  if (!may(actor, "advice.classify", { bodyId })) return forbidden();
  return { number, name: title, entered: { subject: subject ?? "" } };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await readForm(args.request, subjectForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered }, 422);

  const classified = await classifyAdvice(context, { number: args.params["number"] ?? "", subject: form.values.subject });
  if (classified.ok) return redirect(href(paths.advices), await withNotice("advice-classified"));
  return classified.refusal === "not-found" ? notFound() : forbidden();
}

export default function AdviceSubjectPage() {
  const { number, name, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems = answer?.problems ?? {};
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.advices), label: advicesText.title }, { href: href(paths.proposal, { number }), label: name }]} kicker={number} title={subjectFormText.title} lead={subjectFormText.lead} />
      <Flow>
        <FormProblems refusal={null} problems={problems} labels={{ subject: subjectFormText.subject }} />
        <PageForm>
          <ChoiceField {...fieldsOf(answer?.entered ?? entered, problems)("subject")} label={subjectFormText.subject} options={ADVICE_SUBJECTS.map((value) => ({ value, label: adviceSubjectText[value], hint: adviceSubjectHint[value] }))} />
          <Button>{subjectFormText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
