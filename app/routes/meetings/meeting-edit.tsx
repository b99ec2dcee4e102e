import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { changeMeeting } from "#app/commands/meetings/change-meeting.ts";
import { dutchLocal } from "#app/domain/shared/dutch-time.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { planForm } from "#app/platform/schemas/meetings.ts";
import { pageTitle } from "#app/text/format.ts";
import { meetingRefusalText, meetingText, planText } from "#app/text/meetings.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { meetingFor } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(planText.editTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const meeting = await meetingFor(await requireActor(args), args.params, "meeting.change");
  return { id: meeting.id, name: meeting.title, entered: { title: meeting.title, startsAt: dutchLocal(meeting.startsAt), endsAt: dutchLocal(meeting.endsAt), location: meeting.location } };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id } = await meetingFor(context, args.params, "meeting.change");
  const form = await readForm(args.request, planForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const changed = await changeMeeting(context, { meetingId: id, ...form.values });
  if (changed.ok) return redirect(href(paths.meeting, { id }), await withNotice("meeting-changed"));
  return refusalAnswer(changed.refusal, meetingRefusalText, form.entered);
}

export default function MeetingEditPage() {
  const { id, name, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? entered, answer?.problems ?? {});
  return (
    <>
      <PageHead
        crumbs={[
          { href: href(paths.meetings), label: meetingText.crumb },
          { href: href(paths.meeting, { id }), label: name },
        ]}
        title={planText.editTitle}
      />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={planText} />
        <PageForm>
          <TextField {...field("title")} label={planText.title} required maxLength={200} />
          <TextField {...field("startsAt")} label={planText.startsAt} hint={planText.momentHint} type="datetime-local" required />
          <TextField {...field("endsAt")} label={planText.endsAt} hint={planText.momentHint} type="datetime-local" required />
          <TextField {...field("location")} label={planText.location} hint={planText.locationHint} maxLength={200} />
          <Button>{planText.saveChange}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
