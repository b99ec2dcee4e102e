import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { addAgendaItem, type AgendaSubject } from "#app/commands/meetings/add-agenda-item.ts";
import { proposalFor } from "#app/commands/meetings/take-over-proposal.ts";
import { plannedTimes, timeBudget } from "#app/domain/meetings/agenda-times.ts";
import { allows } from "#app/domain/meetings/meeting.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { agendaItemForm } from "#app/platform/schemas/meetings.ts";
import { pageTitle, shortDate, time } from "#app/text/format.ts";
import { agendaText, meetingRefusalText, meetingText } from "#app/text/meetings.ts";
import { itemText, planningRefusalText, templateText } from "#app/text/planning.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { AgendaEditor } from "#app/ui/meetings/agenda-editor.tsx";
import { AgendaItemFields } from "#app/ui/meetings/agenda-item-fields.tsx";
import { OpenMatters } from "#app/ui/meetings/open-matters.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { ActionRows } from "#app/ui/meetings/outcome-rows.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listOpenActionsOfBody } from "#db/queries/action-items.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listAnnexes } from "#db/queries/annexes.ts";
import { listOwners } from "./list-owners.ts";
import { meetingFor } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

const SUBJECTS = ["round", "proposal", "minutes"] as const;
const MOST_ACTIONS = 15;
const form = agendaItemForm.extend({ title: z.string().max(200, "too-long"), subject: z.string() });

export const meta: MetaFunction = () => [{ title: pageTitle(agendaText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { db, actor } = context;
  const meeting = await meetingFor(context, args.params, "agenda.change");
  const items = await listAgenda(db, actor, meeting.id);
  const annexes = await listAnnexes(db, meeting.id);
  const minutes = items.map(({ plannedMinutes }) => plannedMinutes);
  const times = plannedTimes(meeting.startsAt, minutes);
  return {
    ...{ id: meeting.id, name: meeting.title, slug: meeting.body.slug, budget: timeBudget(meeting, minutes) },
    isOpen: allows(meeting.state, "change-agenda"),
    send: !allows(meeting.state, "send-agenda") || items.length === 0 ? null : meeting.state === "gepland" ? meetingText.send : meetingText.sendAgain,
    items: items.map(({ id, title, kind, isClosed, owner, plannedMinutes, coverNote }, place) => ({
      ...{ id, title, kind, isClosed, owner: owner?.name ?? null, plannedMinutes, hasCoverNote: coverNote !== null, annexes: annexes.filter(({ itemId }) => itemId === id).length },
      startsAt: times[place]?.startsAt ? time(times[place].startsAt) : null,
    })),
    members: await listOwners(context, meeting.bodyId),
    actions: (await listOpenActionsOfBody(db, meeting.bodyId, MOST_ACTIONS)).map(({ number, statement, ownerName, dueOn, dueText, state }) => ({ number, statement, ownerName, due: dueOn === null ? dueText : shortDate(dueOn), state })),
    open: allows(meeting.state, "change-agenda") ? await proposalFor(db, context, meeting) : [],
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id } = await meetingFor(context, args.params, "agenda.change");
  const read = await readForm(args.request, form);
  if (!read.ok) return formAnswer(read.problems, read.entered);
  const subject = subjectOf(read.values.subject);
  if (subject === null && read.values.title === "") return formAnswer({ title: "required" }, read.entered);

  const { title, kind, closed, notes, publicTitle, owner, ownerName, minutes } = read.values;
  const added = await addAgendaItem(context, { meetingId: id, title, kind, isClosed: closed !== "", notes, publicTitle, subject, owner: { personId: owner === "" ? null : owner, name: ownerName }, plannedMinutes: minutes });
  if (added.ok) return redirect(href(paths.meetingAgenda, { id }), await withNotice("agenda-changed"));
  return refusalAnswer(added.refusal, { ...meetingRefusalText, ...planningRefusalText }, read.entered);
}

function subjectOf(text: string): AgendaSubject | null {
  const [kind, id = ""] = text.split(":");
  const known = SUBJECTS.find((one) => one === kind);
  return known && id !== "" ? { kind: known, id } : null;
}

export default function MeetingAgendaPage() {
  const { id, name, slug, isOpen, send, actions, items, open, budget } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }, { href: href(paths.meeting, { id }), label: name }]} title={agendaText.title} lead={agendaText.lead} />
      <Flow>
        <Section id="nu" title={agendaText.now} aside={<a href={href(paths.agendaTemplate, { slug })}>{templateText.link}</a>}>
          {items.length === 0 ? <p>{agendaText.empty}</p> : <AgendaEditor meetingId={id} items={items} isOpen={isOpen} />}
          {budget.planned > 0 && <p className="small">{itemText.budget(budget.planned, budget.available)}</p>}
          {budget.over > 0 && <p className="late">{itemText.over(budget.over)}</p>}
          {send !== null && (
            <div className="after">
              <ActionForm action={href(paths.agendaSending, { id })} label={send} />
            </div>
          )}
        </Section>
        {isOpen && <OpenMatters meetingId={id} open={open} />}
        {actions.length > 0 && (
          <Section id="actiepunten" title={agendaText.openActions}>
            <ActionRows actions={actions} />
          </Section>
        )}
        {isOpen && <NewItem />}
      </Flow>
    </>
  );
}

function NewItem() {
  const { members } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <Section id="nieuw" title={agendaText.addTitle}>
      <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ ...agendaText.labels, minutes: itemText.minutes, ownerName: itemText.ownerName }} />
      <PageForm>
        <AgendaItemFields field={fieldsOf(answer?.entered ?? { kind: "bespreking" }, answer?.problems ?? {})} members={members} />
        <Button>{agendaText.save}</Button>
      </PageForm>
    </Section>
  );
}
