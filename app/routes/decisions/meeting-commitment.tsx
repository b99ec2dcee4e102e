import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { recordCommitment } from "#app/commands/decisions/record-commitment.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { commitmentForm } from "#app/platform/schemas/meetings.ts";
import { commitmentRefusalText, commitmentText } from "#app/text/commitments.ts";
import { recordText } from "#app/text/decisions.ts";
import { pageTitle } from "#app/text/format.ts";
import { meetingText, minutesText } from "#app/text/meetings.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import { meetingFor } from "../meetings/meeting-page.ts";
import { formAnswer, refusalAnswer } from "../meetings/refusals.ts";

const LABELS = { item: commitmentText.item, statement: commitmentText.statement, promisedBy: commitmentText.who, due: commitmentText.due, decision: commitmentText.withDecision };

export const meta: MetaFunction = () => [{ title: pageTitle(commitmentText.newTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { id, title } = await meetingFor(context, args.params, "commitment.record");
  const agenda = await listAgenda(context.db, context.actor, id);
  const decisions = await listDecisionsAbout(context.db, context.actor, { meetingId: id }, context.now());
  return {
    id,
    name: title,
    items: agenda.filter(({ isPublicWording }) => !isPublicWording).map((item, index) => ({ value: item.id, label: minutesText.itemLabel(index + 1, item.title) })),
    decisions: decisions.map((decision) => ({ value: decision.number, label: `${decision.number} ${decision.title}` })),
    entered: { item: new URL(args.request.url).searchParams.get("punt") ?? "" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id } = await meetingFor(context, args.params, "commitment.record");
  const form = await readForm(args.request, commitmentForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const { item, statement, promisedBy, due, decision } = form.values;
  const recorded = await recordCommitment(context, { meetingId: id, agendaItemId: item, statement, promisedBy, dueOn: due, decision: decision || null });
  if (recorded.ok) return redirect(href(paths.commitment, { number: recorded.value.number }), await withNotice("commitment-recorded"));
  return refusalAnswer(recorded.refusal, commitmentRefusalText, form.entered);
}

export default function MeetingCommitmentPage() {
  const { id, name, items, decisions, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? entered, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }, { href: href(paths.meeting, { id }), label: name }]} title={commitmentText.newTitle} lead={commitmentText.newLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={LABELS} />
        {items.length === 0 ? (
          <Empty title={recordText.noItems} action={<a href={href(paths.meetingAgenda, { id })}>{meetingText.changeAgenda}</a>} />
        ) : (
          <PageForm>
            <SelectField {...field("item")} label={commitmentText.item} options={items} />
            <TextField {...field("statement")} label={commitmentText.statement} multiline rows={3} required maxLength={2000} />
            <TextField {...field("promisedBy")} label={commitmentText.who} hint={commitmentText.whoHint} required maxLength={200} />
            <TextField {...field("due")} label={commitmentText.due} hint={commitmentText.dueHint} type="date" />
            <SelectField {...field("decision")} label={commitmentText.withDecision} options={[{ value: "", label: commitmentText.noDecision }, ...decisions]} />
            <Button>{commitmentText.record}</Button>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
