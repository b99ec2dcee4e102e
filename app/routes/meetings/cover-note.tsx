import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { writeCoverNote } from "#app/commands/meetings/write-cover-note.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { coverNoteForm } from "#app/platform/schemas/planning.ts";
import { pageTitle } from "#app/text/format.ts";
import { meetingRefusalText, meetingText } from "#app/text/meetings.ts";
import { coverNoteText, planningRefusalText } from "#app/text/planning.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { meetingFor } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(coverNoteText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "agenda.change");
  const item = (await findAgendaItem(context.db, context.actor, meeting.id, args.params["itemId"] ?? "")) ?? notFound();
  return { id: meeting.id, name: meeting.title, title: item.title, entered: { ...(item.coverNote ?? {}) } as Record<string, string> };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "", itemId = "" } = args.params;
  const form = await readForm(args.request, coverNoteForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const written = await writeCoverNote(context, { meetingId: id, itemId, note: form.values });
  if (written.ok) return redirect(href(paths.meetingAgenda, { id }), await withNotice("cover-note-saved"));
  if (written.refusal === "item-not-found") return notFound();
  return refusalAnswer(written.refusal, { ...meetingRefusalText, ...planningRefusalText }, form.entered);
}

export default function CoverNotePage() {
  const { id, name, title, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? entered, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meeting, { id }), label: name }, { href: href(paths.meetingAgenda, { id }), label: meetingText.agenda }]} kicker={title} title={coverNoteText.title} lead={coverNoteText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={coverNoteText} />
        <PageForm>
          <TextField {...field("occasion")} label={coverNoteText.occasion} hint={coverNoteText.occasionHint} multiline rows={3} maxLength={10_000} />
          <TextField {...field("request")} label={coverNoteText.request} hint={coverNoteText.requestHint} multiline rows={3} required maxLength={10_000} />
          <TextField {...field("explanation")} label={coverNoteText.explanation} multiline rows={5} maxLength={10_000} />
          <TextField {...field("finance")} label={coverNoteText.finance} hint={coverNoteText.financeHint} multiline rows={3} maxLength={10_000} />
          <TextField {...field("followUp")} label={coverNoteText.followUp} hint={coverNoteText.followUpHint} multiline rows={3} maxLength={10_000} />
          <Button>{coverNoteText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
