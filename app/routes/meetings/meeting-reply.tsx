import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { replyToInvitation } from "#app/commands/meetings/reply-to-invitation.ts";
import { REPLIES } from "#app/domain/meetings/attendance.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { dayDate, pageTitle, time } from "#app/text/format.ts";
import { meetingRefusalText, meetingText } from "#app/text/meetings.ts";
import { planningRefusalText, replyText } from "#app/text/planning.ts";
import { Button } from "#app/ui/button.tsx";
import { ChoiceField, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listAttendance, listSeatmates } from "#db/queries/attendance.ts";
import { meetingFor } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

const form = z.object({ reply: z.enum(REPLIES), note: z.string().max(500, "too-long"), substitute: z.string().max(64, "too-long"), substituteName: z.string().max(120, "too-long") });

export const meta: MetaFunction = () => [{ title: pageTitle(replyText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const meeting = await meetingFor(context, args.params, "attendance.reply");
  const mine = (await listAttendance(context.db, meeting.id)).find(({ personId }) => personId === context.actor.id);
  return {
    ...{ id: meeting.id, name: meeting.title, when: `${dayDate(meeting.startsAt)}, ${time(meeting.startsAt)}` },
    mates: (await listSeatmates(context.db, context.actor.id, meeting.bodyId, context.now())).map(({ personId, name }) => ({ value: personId, label: name })),
    entered: { reply: mine?.state === "afwezig_met_bericht" ? "afwezig_met_bericht" : "aangemeld", note: mine?.note ?? "", substitute: mine?.substitute?.personId ?? "", substituteName: mine?.substitute && mine.substitute.personId === null ? mine.substitute.name : "" } as Record<string, string>,
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const read = await readForm(args.request, form);
  if (!read.ok) return formAnswer(read.problems, read.entered);

  const { reply, note, substitute, substituteName } = read.values;
  const named = substitute === "" && substituteName === "" ? null : { personId: substitute === "" ? null : substitute, name: substituteName };
  const replied = await replyToInvitation(context, { meetingId: id, reply, note, substitute: named });
  if (replied.ok) return redirect(href(paths.meeting, { id }), await withNotice("reply-saved"));
  return refusalAnswer(replied.refusal, { ...meetingRefusalText, ...planningRefusalText }, read.entered);
}

export default function MeetingReplyPage() {
  const { id, name, when, mates, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? entered, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }, { href: href(paths.meeting, { id }), label: name }]} title={replyText.title} lead={when} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ reply: replyText.reply, note: replyText.note, substituteName: replyText.substituteName }} />
        <PageForm>
          <ChoiceField
            {...field("reply")}
            label={replyText.reply}
            options={[
              { value: "aangemeld", label: replyText.comes },
              { value: "afwezig_met_bericht", label: replyText.comesNot },
            ]}
          />
          {mates.length > 0 && <SelectField {...field("substitute")} label={replyText.substitute} options={[{ value: "", label: replyText.nobody }, ...mates]} />}
          <TextField {...field("substituteName")} label={replyText.substituteName} hint={replyText.substituteNameHint} maxLength={120} />
          <TextField {...field("note")} label={replyText.note} hint={replyText.noteHint} multiline rows={3} maxLength={500} />
          <Button>{replyText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
