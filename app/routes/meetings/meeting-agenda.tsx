import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { addAgendaItem, type AgendaSubject } from "#app/commands/meetings/add-agenda-item.ts";
import { allows } from "#app/domain/meetings/meeting.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { agendaItemForm } from "#app/platform/schemas/meetings.ts";
import { pageTitle, shortDate } from "#app/text/format.ts";
import { agendaText, itemKindText, meetingRefusalText, meetingText } from "#app/text/meetings.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { AgendaItemFields } from "#app/ui/meetings/agenda-item-fields.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { ActionRows } from "#app/ui/meetings/outcome-rows.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listActions } from "#db/queries/action-items.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listSuggestions } from "#db/queries/agenda-subjects.ts";
import { meetingFor } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

const SUBJECTS = ["round", "proposal", "minutes"] as const;
const form = agendaItemForm.extend({ title: z.string().max(200, "too-long"), subject: z.string() });

export const meta: MetaFunction = () => [{ title: pageTitle(agendaText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { db, actor } = context;
  const meeting = await meetingFor(context, args.params, "agenda.change");
  const items = await listAgenda(db, actor, meeting.id);
  const taken = new Set(items.flatMap(({ round, proposal, minutesOf }) => [round?.id, proposal?.id, minutesOf]));
  const open = await listSuggestions(db, actor, meeting.bodyId, { limit: 15 });
  const { actions } = await listActions(db, actor, { bodySlug: meeting.body.slug, state: "open" }, { after: null, size: 15 });
  return {
    id: meeting.id,
    name: meeting.title,
    isOpen: allows(meeting.state, "change-agenda"),
    maySend: allows(meeting.state, "send-agenda") && items.length > 0,
    items: items.map(({ id, title, kind, isClosed }) => ({ id, title, kind, isClosed })),
    actions: actions.map(({ number, statement, ownerName, dueOn, dueText, state }) => ({ number, statement, ownerName, due: dueOn === null ? dueText : shortDate(dueOn), state })),
    open: open.filter(({ id }) => !taken.has(id) && id !== meeting.id).map(({ kind, id, title, number }) => ({ kind, id, title: number === null ? title : `${number} ${title}` })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id } = await meetingFor(context, args.params, "agenda.change");
  const read = await readForm(args.request, form);
  if (!read.ok) return formAnswer(read.problems, read.entered);
  const subject = subjectOf(read.values.subject);
  if (subject === null && read.values.title === "") return formAnswer({ title: "required" }, read.entered);

  const { title, kind, closed, notes, publicTitle } = read.values;
  const named = subject?.kind === "minutes" && title !== "" ? agendaText.minutesTitle(title) : title;
  const added = await addAgendaItem(context, { meetingId: id, title: named, kind, isClosed: closed !== "", notes, publicTitle, subject });
  if (added.ok) return redirect(href(paths.meetingAgenda, { id }), await withNotice("agenda-changed"));
  return refusalAnswer(added.refusal, meetingRefusalText, read.entered);
}

function subjectOf(text: string): AgendaSubject | null {
  const [kind, id = ""] = text.split(":");
  const known = SUBJECTS.find((one) => one === kind);
  return known && id !== "" ? { kind: known, id } : null;
}

export default function MeetingAgendaPage() {
  const { id, name, isOpen, maySend, actions } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meetings), label: meetingText.crumb }, { href: href(paths.meeting, { id }), label: name }]} title={agendaText.title} lead={agendaText.lead} />
      <Flow>
        <Section id="nu" title={agendaText.now}>
          <CurrentItems />
          {maySend && (
            <div className="after">
              <ActionForm action={href(paths.agendaSending, { id })} label={meetingText.send} />
            </div>
          )}
        </Section>
        {isOpen && <OpenSubjects />}
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

function CurrentItems() {
  const { id, items, isOpen } = useLoaderData<typeof loader>();
  if (items.length === 0) return <p>{agendaText.empty}</p>;
  return (
    <ol className="rows agenda">
      {items.map(({ id: itemId, title, kind, isClosed }, index) => (
        <li key={itemId}>
          <div>
            <h3>{title}</h3>
            <p className="meta">{[itemKindText[kind], isClosed ? meetingText.closed : null].filter((part) => part !== null).join(" · ")}</p>
          </div>
          {isOpen && (
            <div className="actions">
              {index > 0 && <ActionForm action={href(paths.agendaItemMove, { id, itemId })} label={agendaText.up} fields={{ direction: "up" }} secondary describe={title} />}
              {index < items.length - 1 && <ActionForm action={href(paths.agendaItemMove, { id, itemId })} label={agendaText.down} fields={{ direction: "down" }} secondary describe={title} />}
              <a href={href(paths.agendaItem, { id, itemId })} aria-label={`${agendaText.edit}: ${title}`}>
                {agendaText.edit}
              </a>
              <ActionForm action={href(paths.agendaItemRemoval, { id, itemId })} label={agendaText.remove} secondary describe={title} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}

/** What waits for this body: one button each puts it on the agenda. */
function OpenSubjects() {
  const { id, open } = useLoaderData<typeof loader>();
  return (
    <Section id="open" title={agendaText.suggestions}>
      {open.length === 0 ? (
        <p>{agendaText.noSuggestions}</p>
      ) : (
        <ul className="rows">
          {open.map(({ kind, id: subjectId, title }) => (
            <li key={subjectId}>
              <div>
                <h3>{title}</h3>
                <p className="meta">{agendaText.suggestionKind[kind]}</p>
              </div>
              <ActionForm
                action={href(paths.meetingAgenda, { id })}
                label={agendaText.add}
                fields={{ subject: `${kind}:${subjectId}`, kind: kind === "proposal" ? "bespreking" : "besluit", title: kind === "minutes" ? title : "", closed: "", notes: "", publicTitle: "" }}
                secondary
                describe={title}
              />
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}

function NewItem() {
  const answer = useActionData<typeof action>();
  return (
    <Section id="nieuw" title={agendaText.addTitle}>
      <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ ...agendaText.labels }} />
      <PageForm>
        <AgendaItemFields field={fieldsOf(answer?.entered ?? { kind: "bespreking" }, answer?.problems ?? {})} />
        <Button>{agendaText.save}</Button>
      </PageForm>
    </Section>
  );
}
