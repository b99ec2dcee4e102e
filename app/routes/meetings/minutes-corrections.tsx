import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { submitCorrection } from "#app/commands/meetings/submit-correction.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { allows } from "#app/domain/meetings/meeting.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { correctionForm } from "#app/platform/schemas/meetings.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { meetingText, minutesText } from "#app/text/meetings.ts";
import { correctionsText, minutesRefusalText } from "#app/text/minutes.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { CorrectionNote } from "#app/ui/meetings/correction-note.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listCorrections, wasPresentAt } from "#db/queries/minutes-corrections.ts";
import type { Meeting } from "#db/queries/meetings.ts";
import { canDo, isMemberOf, meetingOf } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

const LABELS = { item: correctionsText.item, passage: correctionsText.passage, suggestion: correctionsText.suggestion };

export const meta: MetaFunction = () => [{ title: pageTitle(correctionsText.title) }];

/** The meeting of this address for the members of its body, from the shared concept on; for anybody else there is nothing here. */
async function correctableMeeting(context: CommandContext, params: LoaderFunctionArgs["params"]): Promise<Meeting> {
  const meeting = await meetingOf(context, params);
  return isMemberOf(context, meeting) && meeting.conceptAt !== null ? meeting : notFound();
}

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { db, actor } = context;
  const meeting = await correctableMeeting(context, args.params);
  const agenda = await listAgenda(db, actor, meeting.id);
  const corrections = await listCorrections(db, meeting.id);
  const isOpen = allows(meeting.state, "suggest");
  const wasPresent = await wasPresentAt(db, meeting.id, actor.id);
  const canAnswer = canDo(context, meeting, "correction.answer", "answer");
  return {
    id: meeting.id,
    name: meeting.title,
    isOpen,
    canSuggest: isOpen && may(actor, "correction.submit", { wasPresent }),
    items: agenda.filter(({ isPublicWording }) => !isPublicWording).map(({ id, title, place }) => ({ value: id, label: minutesText.itemLabel(place, title) })),
    item: new URL(args.request.url).searchParams.get("punt") ?? "",
    corrections: corrections.map((one) => ({
      ...{ number: one.number, itemTitle: one.itemTitle, passage: one.passage, suggestion: one.suggestion, disposition: one.disposition, answer: one.answer, handledIn: one.handledIn },
      by: correctionsText.by(one.author.name, date(one.createdAt)),
      isWithdrawn: one.withdrawnAt !== null,
      canAnswer: canAnswer && one.isOpen,
      canWithdraw: one.isOpen && may(actor, "correction.withdraw", { personId: one.author.id }),
    })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id } = await correctableMeeting(context, args.params);
  const form = await readForm(args.request, correctionForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const { item, passage, suggestion } = form.values;
  const sent = await submitCorrection(context, { meetingId: id, agendaItemId: item, passage, suggestion });
  if (sent.ok) return redirect(href(paths.minutesCorrections, { id }), await withNotice("correction-sent"));
  return refusalAnswer(sent.refusal, minutesRefusalText, form.entered);
}

export default function MinutesCorrectionsPage() {
  const { id, name, isOpen, canSuggest, items, item, corrections } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? { item }, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meeting, { id }), label: name }, { href: href(paths.minutes, { id }), label: meetingText.minutes }]} title={correctionsText.title} lead={correctionsText.lead} />
      <Flow>
        {!isOpen && <p>{correctionsText.closed}</p>}
        {isOpen && !canSuggest && <p>{correctionsText.onlyPresent}</p>}
        {canSuggest && (
          <Section id="nieuw" title={correctionsText.ask}>
            <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={LABELS} />
            <PageForm>
              <SelectField {...field("item")} label={correctionsText.item} options={items} />
              <TextField {...field("passage")} label={correctionsText.passage} hint={correctionsText.passageHint} multiline rows={3} maxLength={5000} />
              <TextField {...field("suggestion")} label={correctionsText.suggestion} hint={correctionsText.suggestionHint} multiline rows={3} maxLength={5000} />
              <Button>{correctionsText.send}</Button>
            </PageForm>
          </Section>
        )}
        <section className="stack" aria-label={correctionsText.title}>
          {corrections.length === 0 && <p>{correctionsText.empty}</p>}
          {corrections.map((one) => (
            <CorrectionNote key={one.number} correction={one} meetingId={id} />
          ))}
        </section>
        <p>
          <a href={href(paths.minutes, { id })}>{correctionsText.readBack}</a>
        </p>
      </Flow>
    </>
  );
}
