import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { changeDecision } from "#app/commands/decisions/change-decision.ts";
import { VALIDITIES } from "#app/domain/decisions/decision.ts";
import { dutchLocal } from "#app/domain/shared/dutch-time.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { decisionChangeForm } from "#app/platform/schemas/meetings.ts";
import { changeText, decisionRefusalText, decisionText, recordText, validityText } from "#app/text/decisions.ts";
import { pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { formAnswer, refusalAnswer } from "../meetings/refusals.ts";
import { decisionFor } from "./decision-page.ts";

const LABELS = { validity: decisionText.validity, replacedBy: changeText.replacedBy, embargo: recordText.embargo, review: recordText.review, until: recordText.until };

export const meta: MetaFunction = () => [{ title: pageTitle(changeText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const decision = await decisionFor(await requireActor(args), args.params);
  return {
    number: decision.number,
    entered: {
      ...{ validity: decision.recordedValidity, replacedBy: "", publicTitle: decision.publicTitle ?? "", publicDictum: decision.publicDictum ?? "" },
      ...{ embargo: decision.embargoUntil === null ? "" : dutchLocal(decision.embargoUntil), review: decision.reviewOn ?? "", until: decision.validUntil ?? "" },
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number } = await decisionFor(context, args.params);
  const form = await readForm(args.request, decisionChangeForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const { validity, replacedBy, publicTitle, publicDictum, embargo, review, until } = form.values;
  const changed = await changeDecision(context, { number, validity, replacedBy: replacedBy || null, publicTitle: publicTitle || null, publicDictum: publicDictum || null, embargoUntil: embargo, reviewOn: review, validUntil: until });
  if (changed.ok) return redirect(href(paths.decision, { number }), await withNotice("decision-changed"));
  if (changed.refusal === "review-too-early") return formAnswer({ review: "too-early" }, form.entered);
  if (changed.refusal === "until-too-early") return formAnswer({ until: "too-early" }, form.entered);
  return refusalAnswer(changed.refusal, decisionRefusalText, form.entered);
}

export default function DecisionEditPage() {
  const { number, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? entered, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.decisions), label: decisionText.crumb }, { href: href(paths.decision, { number }), label: number }]} title={changeText.title} lead={changeText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={LABELS} />
        <PageForm>
          <SelectField {...field("validity")} label={decisionText.validity} options={VALIDITIES.map((value) => ({ value, label: validityText[value] }))} />
          <TextField {...field("replacedBy")} label={changeText.replacedBy} hint={changeText.replacedByHint} maxLength={20} />
          <TextField {...field("publicTitle")} label={recordText.publicTitle} hint={recordText.publicHint} maxLength={200} />
          <TextField {...field("publicDictum")} label={recordText.publicDictum} multiline rows={3} maxLength={10_000} />
          <TextField {...field("embargo")} label={recordText.embargo} hint={recordText.embargoHint} type="datetime-local" />
          <TextField {...field("review")} label={recordText.review} hint={recordText.reviewHint} type="date" />
          <TextField {...field("until")} label={recordText.until} hint={recordText.untilHint} type="date" />
          <Button>{changeText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
