import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { recordAction } from "#app/commands/meetings/record-action.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { actionForm } from "#app/platform/schemas/meetings.ts";
import { pageTitle } from "#app/text/format.ts";
import { actionText, meetingRefusalText, meetingText } from "#app/text/meetings.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listExpected } from "#db/queries/attendance.ts";
import { meetingFor } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(actionText.newTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { id, title, bodyId } = await meetingFor(context, args.params, "action.record");
  const agenda = await listAgenda(context.db, context.actor, id);
  const members = await listExpected(context.db, bodyId, context.now());
  return {
    id,
    name: title,
    items: agenda.map((item) => ({ value: item.id, label: `${item.place}. ${item.title}` })),
    members: members.map(({ personId, name, organisationName }) => ({ value: personId, label: `${name}, ${organisationName}` })),
    entered: { item: new URL(args.request.url).searchParams.get("punt") ?? "" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id } = await meetingFor(context, args.params, "action.record");
  const form = await readForm(args.request, actionForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const { statement, owner, ownerName, due, item } = form.values;
  const recorded = await recordAction(context, { meetingId: id, agendaItemId: item === "" ? null : item, statement, ownerId: owner === "" ? null : owner, ownerName, dueOn: due });
  if (recorded.ok) return redirect(href(paths.meeting, { id }), await withNotice("action-recorded"));
  if (recorded.refusal === "owner-missing") return formAnswer({ ownerName: "required" }, form.entered);
  if (recorded.refusal === "due-too-early") return formAnswer({ due: "too-early" }, form.entered);
  return refusalAnswer(recorded.refusal, meetingRefusalText, form.entered);
}

export default function MeetingActionPage() {
  const { id, name, items, members, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? entered, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }, { href: href(paths.meeting, { id }), label: name }]} title={actionText.newTitle} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ statement: actionText.statement, ownerName: actionText.ownerName, due: actionText.due }} />
        <PageForm>
          <TextField {...field("statement")} label={actionText.statement} multiline rows={3} required maxLength={1000} />
          <SelectField {...field("owner")} label={actionText.owner} options={[{ value: "", label: actionText.ownerElse }, ...members]} />
          <TextField {...field("ownerName")} label={actionText.ownerName} hint={actionText.ownerNameHint} maxLength={120} />
          <TextField {...field("due")} label={actionText.due} hint={actionText.dueHint} type="date" />
          <SelectField {...field("item")} label={actionText.item} options={[{ value: "", label: actionText.noItem }, ...items]} />
          <Button>{actionText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
