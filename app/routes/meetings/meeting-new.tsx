import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { planMeeting } from "#app/commands/meetings/plan-meeting.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { TLP } from "#app/domain/access/visibility.ts";
import { dutchLocal } from "#app/domain/shared/dutch-time.ts";
import { DAY, later } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { newMeetingForm } from "#app/platform/schemas/meetings.ts";
import { pageTitle } from "#app/text/format.ts";
import { meetingRefusalText, meetingText, planText } from "#app/text/meetings.ts";
import { tlpText } from "#app/text/voting.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listVotingBodies } from "#db/queries/voting-bodies.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(planText.newTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const bodies = await ownBodies(context);
  if (bodies.length === 0) forbidden();
  const day = dutchLocal(later(context.now(), 21 * DAY)).slice(0, 10);
  return {
    bodies: bodies.map(({ slug, name }) => ({ value: slug, label: name })),
    entered: { body: new URL(args.request.url).searchParams.get("gremium") ?? bodies[0]?.slug ?? "", startsAt: `${day}T10:00`, endsAt: `${day}T12:00`, tlp: "CLEAR" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await readForm(args.request, newMeetingForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);
  const { body: slug, ...plan } = form.values;
  const body = (await ownBodies(context)).find((one) => one.slug === slug);
  if (!body) return forbidden();

  const planned = await planMeeting(context, { ...plan, bodyId: body.id });
  if (planned.ok) return redirect(href(paths.meetingAgenda, { id: planned.value.id }), await withNotice("meeting-planned"));
  return refusalAnswer(planned.refusal, meetingRefusalText, form.entered);
}

const ownBodies = async ({ db, actor }: CommandContext) => (await listVotingBodies(db)).filter(({ id }) => may(actor, "meeting.plan", { bodyId: id }));

export default function NewMeetingPage() {
  const { bodies, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? entered, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }]} title={planText.newTitle} lead={planText.lead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={planText} />
        <PageForm>
          <SelectField {...field("body")} label={planText.body} options={bodies} />
          <TextField {...field("title")} label={planText.title} hint={planText.titleHint} required maxLength={200} />
          <TextField {...field("startsAt")} label={planText.startsAt} hint={planText.momentHint} type="datetime-local" required />
          <TextField {...field("endsAt")} label={planText.endsAt} hint={planText.momentHint} type="datetime-local" required />
          <TextField {...field("location")} label={planText.location} hint={planText.locationHint} maxLength={200} />
          <SelectField {...field("tlp")} label={planText.tlp} options={TLP.map((label) => ({ value: label, label: tlpText[label] }))} />
          <Button>{planText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
