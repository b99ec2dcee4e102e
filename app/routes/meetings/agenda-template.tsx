import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { changeTemplate } from "#app/commands/meetings/change-template.ts";
import { ITEM_KINDS } from "#app/domain/meetings/agenda.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { templateForm } from "#app/platform/schemas/planning.ts";
import { pageTitle } from "#app/text/format.ts";
import { agendaText, itemKindText, meetingRefusalText, meetingText } from "#app/text/meetings.ts";
import { itemText, templateText } from "#app/text/planning.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button } from "#app/ui/button.tsx";
import { CheckboxField, PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listTemplate } from "#db/queries/agenda-template.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";
import { templateBody } from "./template-body.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(templateText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const body = await templateBody(context, args.params);
  return { slug: body.slug, name: body.name, points: await listTemplate(context.db, body.id) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const body = await templateBody(context, args.params);
  const form = await readForm(args.request, templateForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const { title, kind, closed, notes, minutes, actions } = form.values;
  const changed = await changeTemplate(context, { bodyId: body.id, change: "add", title, kind, isClosed: closed !== "", notes, plannedMinutes: minutes, listsActions: actions !== "" });
  if (changed.ok) return redirect(href(paths.agendaTemplate, { slug: body.slug }), await withNotice("template-changed"));
  return refusalAnswer(changed.refusal, meetingRefusalText, form.entered);
}

export default function AgendaTemplatePage() {
  const { slug, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? { kind: "bespreking" }, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.body, { slug }), label: name }]} title={templateText.title} lead={templateText.lead(name)} />
      <Flow>
        <Section id="nu" title={templateText.now}>
          <Points />
        </Section>
        <Section id="nieuw" title={templateText.add}>
          <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={templateText.labels} />
          <PageForm>
            <TextField {...field("title")} label={agendaText.itemTitle} required maxLength={200} />
            <SelectField {...field("kind")} label={agendaText.kind} options={ITEM_KINDS.map((kind) => ({ value: kind, label: itemKindText[kind] }))} />
            <TextField {...field("minutes")} label={templateText.minutes} hint={itemText.minutesHint} type="number" />
            <CheckboxField name="closed" label={agendaText.closed} checked={field("closed").value === "ja"} />
            <CheckboxField name="actions" label={templateText.actions} checked={field("actions").value === "ja"} />
            <TextField {...field("notes")} label={agendaText.notes} hint={agendaText.notesHint} multiline rows={3} maxLength={10_000} />
            <Button>{templateText.add}</Button>
          </PageForm>
        </Section>
      </Flow>
    </>
  );
}

function Points() {
  const { slug, points } = useLoaderData<typeof loader>();
  if (points.length === 0) return <p>{templateText.empty}</p>;
  return (
    <ol className="rows agenda">
      {points.map(({ id: itemId, title, kind, isClosed, plannedMinutes, listsActions }, index) => (
        <li key={itemId}>
          <div>
            <h3>{title}</h3>
            <p className="meta">{[itemKindText[kind], plannedMinutes === null ? null : itemText.minutesLine(plannedMinutes), isClosed ? meetingText.closed : null, listsActions ? itemText.actions : null].filter((part) => part !== null).join(" · ")}</p>
          </div>
          <div className="actions">
            {index > 0 && <ActionForm action={href(paths.templateItemMove, { slug, itemId })} label={agendaText.up} fields={{ direction: "up" }} secondary describe={title} />}
            {index < points.length - 1 && <ActionForm action={href(paths.templateItemMove, { slug, itemId })} label={agendaText.down} fields={{ direction: "down" }} secondary describe={title} />}
            <ActionForm action={href(paths.templateItemRemoval, { slug, itemId })} label={agendaText.remove} secondary describe={title} />
          </div>
        </li>
      ))}
    </ol>
  );
}
