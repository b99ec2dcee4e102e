import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { addErratum } from "#app/commands/meetings/add-erratum.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { erratumForm } from "#app/platform/schemas/meetings.ts";
import { pageTitle } from "#app/text/format.ts";
import { meetingRefusalText, meetingText, minutesText } from "#app/text/meetings.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { meetingFor } from "./meeting-page.ts";
import { formAnswer, refusalAnswer } from "./refusals.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(minutesText.erratumTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const { id, title } = await meetingFor(context, args.params, "minutes.correct");
  const agenda = await listAgenda(context.db, context.actor, id);
  return { id, name: title, items: agenda.map((item) => ({ value: item.id, label: minutesText.itemLabel(item.place, item.title) })) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id } = await meetingFor(context, args.params, "minutes.correct");
  const form = await readForm(args.request, erratumForm);
  if (!form.ok) return formAnswer(form.problems, form.entered);

  const added = await addErratum(context, { meetingId: id, statement: form.values.statement, agendaItemId: form.values.item || null });
  if (added.ok) return redirect(href(paths.minutes, { id }), await withNotice("erratum-added"));
  return refusalAnswer(added.refusal, meetingRefusalText, form.entered);
}

export default function MinutesErratumPage() {
  const { id, name, items } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? {}, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.meeting, { id }), label: name }, { href: href(paths.minutes, { id }), label: meetingText.minutes }]} title={minutesText.erratumTitle} lead={minutesText.erratumLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ item: minutesText.erratumItem, statement: minutesText.erratumField }} />
        <PageForm>
          <SelectField {...field("item")} label={minutesText.erratumItem} hint={minutesText.erratumItemHint} options={[{ value: "", label: minutesText.erratumWhole }, ...items]} />
          <TextField {...field("statement")} label={minutesText.erratumField} multiline rows={4} required maxLength={5000} />
          <Button>{minutesText.erratumSave}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
