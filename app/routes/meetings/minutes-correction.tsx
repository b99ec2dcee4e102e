import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { answerCorrection } from "#app/commands/meetings/answer-correction.ts";
import { DISPOSITIONS, withSuggestion } from "#app/domain/meetings/correction.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { answerForm } from "#app/platform/schemas/meetings.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { meetingText } from "#app/text/meetings.ts";
import { answerText, correctionsText, dispositionText, minutesRefusalText } from "#app/text/minutes.ts";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, ChoiceField, PageForm, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { CorrectionNote } from "#app/ui/meetings/correction-note.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { findCorrection } from "#db/queries/minutes-corrections.ts";
import { meetingFor } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(answerText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "correction.answer");
  const correction = (await findCorrection(context.db, meeting.id, Number(args.params["number"]) || 0)) ?? notFound();
  const item = await findAgendaItem(context.db, context.actor, meeting.id, correction.agendaItemId);
  return {
    id: meeting.id,
    name: meeting.title,
    canReplace: item !== null && withSuggestion(item.minutes, correction) !== null,
    suggestion: correction.suggestion,
    correction: {
      ...{ number: correction.number, itemTitle: correction.itemTitle, passage: correction.passage, suggestion: correction.suggestion, disposition: correction.disposition, answer: correction.answer, handledIn: correction.handledIn },
      ...{ by: correctionsText.by(correction.author.name, date(correction.createdAt)), isWithdrawn: correction.withdrawnAt !== null },
    },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id } = await meetingFor(context, args.params, "correction.answer");
  const form = await readForm(args.request, answerForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const { disposition, answer, replace, wording } = form.values;
  const answered = await answerCorrection(context, { meetingId: id, number: Number(args.params["number"]) || 0, disposition, answer, wording: replace === "ja" && disposition !== "not" ? wording : null });
  if (answered.ok) return redirect(href(paths.minutesCorrections, { id }), await withNotice(answered.value.version === null ? "correction-answered" : "correction-adopted"));
  if (answered.refusal === "answer-missing") return formAnswer({ answer: "required" }, form.entered);
  return refusalAnswer(answered.refusal, minutesRefusalText, form.entered);
}

export default function MinutesCorrectionPage() {
  const { id, name, canReplace, suggestion, correction } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const entered = answer?.entered ?? { wording: suggestion, replace: "ja" };
  const field = fieldsOf(entered, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meeting, { id }), label: name }, { href: href(paths.minutes, { id }), label: meetingText.minutes }, { href: href(paths.minutesCorrections, { id }), label: correctionsText.title }]} title={answerText.title} lead={answerText.lead} />
      <Flow>
        <CorrectionNote correction={correction} meetingId={id} />
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ disposition: answerText.disposition, answer: answerText.answer, wording: answerText.wording }} />
        <PageForm>
          <ChoiceField {...field("disposition")} label={answerText.disposition} options={DISPOSITIONS.map((value) => ({ value, label: dispositionText[value] }))} />
          <TextField {...field("answer")} label={answerText.answer} hint={answerText.answerHint} multiline rows={3} maxLength={5000} />
          {canReplace ? (
            <>
              <CheckboxField name="replace" label={answerText.replace} hint={answerText.replaceHint} checked={entered["replace"] === "ja"} />
              <TextField {...field("wording")} label={answerText.wording} multiline rows={3} maxLength={5000} />
            </>
          ) : (
            <p>
              {answerText.byHand} <a href={href(paths.minutesEdit, { id })}>{meetingText.writeMinutes}</a>
            </p>
          )}
          <Button>{answerText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
