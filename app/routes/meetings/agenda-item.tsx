import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { changeAgendaItem } from "#app/commands/meetings/change-agenda-item.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { agendaItemForm } from "#app/platform/schemas/meetings.ts";
import { pageTitle } from "#app/text/format.ts";
import { agendaText, meetingRefusalText, meetingText } from "#app/text/meetings.ts";
import { planningRefusalText } from "#app/text/planning.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { AgendaItemFields } from "#app/ui/meetings/agenda-item-fields.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { listOwners } from "./list-owners.ts";
import { meetingFor } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(agendaText.editTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { id, title: name, bodyId } = await meetingFor(context, args.params, "agenda.change");
  const item = (await findAgendaItem(context.db, context.actor, id, args.params["itemId"] ?? "")) ?? notFound();
  const members = await listOwners(context, bodyId);
  const isMember = members.some(({ value }) => value === item.owner?.id);
  const owner = { owner: isMember ? (item.owner?.id ?? "") : "", ownerName: isMember ? "" : (item.owner?.name ?? ""), minutes: item.plannedMinutes === null ? "" : String(item.plannedMinutes) };
  return { id, name, members, entered: { title: item.title, kind: item.kind, closed: item.isClosed ? "ja" : "", notes: item.notes, publicTitle: item.publicTitle ?? "", ...owner } };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id } = await meetingFor(context, args.params, "agenda.change");
  const form = await readForm(args.request, agendaItemForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const { closed, owner, ownerName, minutes, ...values } = form.values;
  const changed = await changeAgendaItem(context, { meetingId: id, itemId: args.params["itemId"] ?? "", ...values, isClosed: closed !== "", owner: { personId: owner === "" ? null : owner, name: ownerName }, plannedMinutes: minutes });
  if (changed.ok) return redirect(href(paths.meetingAgenda, { id }), await withNotice("agenda-changed"));
  if (changed.refusal === "item-not-found") return notFound();
  return refusalAnswer(changed.refusal, { ...meetingRefusalText, ...planningRefusalText }, form.entered);
}

export default function AgendaItemPage() {
  const { id, name, members, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return (
    <>
      <PageHead
        crumbs={[
          { href: href(paths.meeting, { id }), label: name },
          { href: href(paths.meetingAgenda, { id }), label: meetingText.agenda },
        ]}
        title={agendaText.editTitle}
      />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ ...agendaText.labels }} />
        <PageForm>
          <AgendaItemFields field={fieldsOf(answer?.entered ?? entered, answer?.problems ?? {})} members={members} />
          <Button>{agendaText.saveChange}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
