import { redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { linkDecisionToMinutes } from "#app/commands/decisions/link-decision-to-minutes.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { changeText, decisionRefusalText, decisionText } from "#app/text/decisions.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { PageForm, SelectField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { listLinkableItems } from "#db/queries/agenda-items.ts";
import { formAnswer, refusalAnswer } from "../meetings/refusals.ts";
import { decisionFor } from "./decision-page.ts";

const form = z.object({ item: z.string().regex(/^[\w-]{1,64}:[\w-]{1,64}$/, "unknown-option") });

export const meta: MetaFunction = () => [{ title: pageTitle(changeText.linkTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await requireActor(args);
  const decision = await decisionFor(context, args.params);
  const items = await listLinkableItems(context.db, context.actor, decision.body.id, 100);
  return {
    number: decision.number,
    title: decision.title,
    items: items.map(({ id, meetingId, title, startsAt }) => ({ value: `${meetingId}:${id}`, label: `${date(startsAt)}: ${title}` })),
    entered: { item: decision.meetingId !== null && decision.agendaItemId !== null ? `${decision.meetingId}:${decision.agendaItemId}` : "" },
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number } = await decisionFor(context, args.params);
  const read = await readForm(args.request, form);
  if (!read.ok) return formAnswer(read.problems, read.entered);

  const [meetingId = "", agendaItemId = ""] = read.values.item.split(":");
  const linked = await linkDecisionToMinutes(context, { number, meetingId, agendaItemId });
  if (linked.ok) return redirect(href(paths.decision, { number }), await withNotice("decision-linked"));
  return refusalAnswer(linked.refusal, decisionRefusalText, read.entered);
}

export default function DecisionMinutesPage() {
  const { number, items, entered } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const field = fieldsOf(answer?.entered ?? entered, answer?.problems ?? {});
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.decisions), label: decisionText.crumb }, { href: href(paths.decision, { number }), label: number }]} title={changeText.linkTitle} lead={changeText.linkLead} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={answer?.problems ?? {}} labels={{ item: changeText.item }} />
        {items.length === 0 ? (
          <Empty title={changeText.noMeetings} action={<a href={href(paths.meetings)}>{decisionText.meeting}</a>} />
        ) : (
          <PageForm>
            <SelectField {...field("item")} label={changeText.item} options={items} />
            <Button>{changeText.linkSave}</Button>
          </PageForm>
        )}
      </Flow>
    </>
  );
}
