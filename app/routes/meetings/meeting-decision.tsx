import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { decisionForm } from "#app/platform/schemas/meetings.ts";
import { decisionRefusalText, recordText, resultText } from "#app/text/decisions.ts";
import { pageTitle } from "#app/text/format.ts";
import { meetingText } from "#app/text/meetings.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { ChoiceField, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { meetingFor } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

const LABELS = { item: recordText.item, title: recordText.name, dictum: recordText.dictum, motivation: recordText.motivation, result: recordText.result, for: recordText.for, against: recordText.against, abstain: recordText.abstain, embargo: recordText.embargo, review: recordText.review, until: recordText.until };

export const meta: MetaFunction = () => [{ title: pageTitle(recordText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { id, title } = await meetingFor(context, args.params, "decision.record");
  const agenda = await listAgenda(context.db, context.actor, id);
  return {
    id,
    name: title,
    items: agenda.filter(({ isPublicWording }) => !isPublicWording).map((item) => ({ value: item.id, label: `${item.place}. ${item.title}` })),
    entered: { item: new URL(args.request.url).searchParams.get("punt") ?? "", result: "aangenomen" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id } = await meetingFor(context, args.params, "decision.record");
  const form = await readForm(args.request, decisionForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const { item, for: voor, against, abstain, embargo, review, until, ...values } = form.values;
  const isCounted = voor !== null || against !== null || abstain !== null;
  const recorded = await recordDecision(context, {
    ...values,
    ...{ meetingId: id, agendaItemId: item, embargoUntil: embargo, reviewOn: review, validUntil: until },
    figures: isCounted ? { for: voor ?? 0, against: against ?? 0, abstain: abstain ?? 0 } : null,
  });
  if (recorded.ok) return redirect(href(paths.decision, { number: recorded.value.number }), await withNotice("decision-recorded"));
  if (recorded.refusal === "review-too-early") return formAnswer({ review: "too-early" }, form.entered);
  if (recorded.refusal === "until-too-early") return formAnswer({ until: "too-early" }, form.entered);
  return refusalAnswer(recorded.refusal, decisionRefusalText, form.entered);
}

export default function MeetingDecisionPage() {
  const { id, name, items, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? entered, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }, { href: href(paths.meeting, { id }), label: name }]} title={recordText.title} lead={recordText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={LABELS} />
        {items.length === 0 ? (
          <Empty title={recordText.noItems} action={<a href={href(paths.meetingAgenda, { id })}>{meetingText.changeAgenda}</a>} />
        ) : (
          <PageForm>
            <SelectField {...field("item")} label={recordText.item} options={items} />
            <TextField {...field("title")} label={recordText.name} required maxLength={200} />
            <TextField {...field("dictum")} label={recordText.dictum} multiline rows={4} required maxLength={10_000} />
            <TextField {...field("motivation")} label={recordText.motivation} multiline rows={4} maxLength={10_000} />
            <ChoiceField {...field("result")} label={recordText.result} options={(["aangenomen", "verworpen"] as const).map((value) => ({ value, label: resultText(value) }))} />
            <TextField {...field("for")} label={recordText.for} hint={recordText.figuresHint} maxLength={6} />
            <TextField {...field("against")} label={recordText.against} maxLength={6} />
            <TextField {...field("abstain")} label={recordText.abstain} maxLength={6} />
            <TextField {...field("publicTitle")} label={recordText.publicTitle} hint={recordText.publicHint} maxLength={200} />
            <TextField {...field("publicDictum")} label={recordText.publicDictum} multiline rows={3} maxLength={10_000} />
            <TextField {...field("embargo")} label={recordText.embargo} hint={recordText.embargoHint} type="datetime-local" />
            <TextField {...field("review")} label={recordText.review} hint={recordText.reviewHint} type="date" />
            <TextField {...field("until")} label={recordText.until} hint={recordText.untilHint} type="date" />
            <Button>{recordText.save}</Button>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
