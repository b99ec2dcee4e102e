import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { cancelMeeting } from "#app/commands/meetings/cancel-meeting.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { reasonForm } from "#app/platform/schemas/meetings.ts";
import { pageTitle } from "#app/text/format.ts";
import { meetingRefusalText, meetingText, planText } from "#app/text/meetings.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { meetingFor } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(planText.cancelTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { id, title } = await meetingFor(await requireActor(args), args.params, "meeting.cancel");
  return { id, name: title };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id } = await meetingFor(context, args.params, "meeting.cancel");
  const form = await readForm(args.request, reasonForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const cancelled = await cancelMeeting(context, { meetingId: id, reason: form.values.reason });
  if (cancelled.ok) return redirect(href(paths.meeting, { id }), await withNotice("meeting-cancelled"));
  return refusalAnswer(cancelled.refusal, meetingRefusalText, form.entered);
}

export default function MeetingCancellationPage() {
  const { id, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? {}, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }, { href: href(paths.meeting, { id }), label: name }]} title={planText.cancelTitle} lead={planText.cancelLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={planText} />
        <PageForm>
          <TextField {...field("reason")} label={planText.reason} multiline rows={3} required maxLength={2000} />
          <Button>{planText.cancel}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
