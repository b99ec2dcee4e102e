import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor, visitor } from "#app/auth/guards.ts";
import { fulfilCommitment } from "#app/commands/decisions/fulfil-commitment.ts";
import { may } from "#app/domain/access/policy.ts";
import { isOverdue } from "#app/domain/decisions/commitment.ts";
import { mayReadMinutes } from "#app/domain/meetings/meeting.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { fulfilmentForm } from "#app/platform/schemas/meetings.ts";
import { commitmentRefusalText, commitmentText } from "#app/text/commitments.ts";
import { decisionText } from "#app/text/decisions.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { findCommitment } from "#db/queries/commitments.ts";
import { findMeeting } from "#db/queries/meetings.ts";
import { formAnswer, refusalAnswer } from "../meetings/refusals.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? commitmentText.of(data.number) : commitmentText.plural) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const found = (await findCommitment(db, actor, args.params["number"] ?? "", now())) ?? notFound();
  const meeting = await findMeeting(db, actor, found.meeting.id);
  const roles = actor.memberships.filter(({ bodyId }) => bodyId === found.body.id).map(({ role }) => role);
  const isDone = found.doneAt !== null;
  return {
    ...{ number: found.number, statement: found.statement, promisedBy: found.promisedBy, body: found.body, decision: found.decision, isDone, note: found.doneNote },
    meeting: meeting && { id: meeting.id, title: meeting.title, day: date(meeting.startsAt), item: found.agendaItemId, readsMinutes: mayReadMinutes(meeting.state, { isMember: roles.length > 0, isSecretary: roles.includes("secretary") }) },
    due: found.dueOn === null ? null : date(found.dueOn),
    doneOn: found.doneAt === null ? null : date(found.doneAt),
    isOverdue: isOverdue({ isDone, dueOn: found.dueOn }, dutchDay(now())),
    canFulfil: !isDone && may(actor, "commitment.fulfil", { bodyId: found.body.id }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const number = args.params["number"] ?? "";
  const form = await readForm(args.request, fulfilmentForm);
  if (!form.ok) {
    const found = (await findCommitment(context.db, context.actor, number, context.now())) ?? notFound();
    return may(context.actor, "commitment.fulfil", { bodyId: found.body.id }) ? formAnswer(form.problems, form.entered) : refusalAnswer("not-allowed", {}, form.entered);
  }
  const kept = await fulfilCommitment(context, { number, note: form.values.note });
  if (kept.ok) return redirect(href(paths.commitment, { number }), await withNotice("commitment-fulfilled"));
  return refusalAnswer(kept.refusal, commitmentRefusalText, form.entered);
}

export default function CommitmentPage() {
  const { number, statement, promisedBy, body, meeting, decision, due, isDone, isOverdue: isLate, doneOn, note, canFulfil } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? {}, answer?.problems ?? {});
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.decisions), label: decisionText.crumb }, { href: href(paths.commitments), label: commitmentText.crumb }]}
        kicker={body.name}
        title={commitmentText.of(number)}
        tags={<Tag tone={isDone ? "green" : isLate ? "red" : "amber"}>{isDone ? commitmentText.done : isLate ? commitmentText.overdue : commitmentText.open}</Tag>}
      />
      <Flow>
        <p className="kept-text">{statement}</p>
        <Fields
          rows={[
            { term: commitmentText.promisedBy, value: promisedBy },
            { term: commitmentText.due, value: due ?? commitmentText.noDue },
            ...(meeting ? [{ term: commitmentText.meeting, value: <a href={meeting.readsMinutes ? `${href(paths.minutes, { id: meeting.id })}#punt-${meeting.item}` : href(paths.meeting, { id: meeting.id })}>{`${meeting.title}, ${meeting.day}`}</a> }] : []),
            ...(decision === null ? [] : [{ term: commitmentText.decision, value: <a href={href(paths.decision, { number: decision })}>{decision}</a> }]),
            ...(doneOn === null ? [] : [{ term: commitmentText.doneOn, value: doneOn }]),
            ...(note === null ? [] : [{ term: commitmentText.howDone, value: note }]),
          ]}
        />
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ note: commitmentText.note }} />
        {canFulfil && (
          <Section id="nagekomen" title={commitmentText.fulfil}>
            <PageForm>
              <TextField {...field("note")} label={commitmentText.note} hint={commitmentText.noteHint} multiline rows={3} required maxLength={2000} />
              <Button>{commitmentText.save}</Button>
            </PageForm>
          </Section>
        )}
      </Flow>
    </>
  );
}
