import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { changeRoundSubject, hasFixedItems } from "#app/commands/voting/change-round-subject.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import type { VotingRefusal } from "#app/text/voting.ts";
import { newRoundText as words } from "#app/text/voting-preparing.ts";
import { refuseStep } from "./answers.ts";
import { loadChoices } from "./load-choices.ts";
import { loadConcept } from "./load-concept.ts";
import { addressAfter } from "./preparing-steps.ts";
import type { RoundFormAnswer } from "./round-form.tsx";
import { RoundStep } from "./round-step.tsx";
import { subjectRows } from "./concept-rows.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { choiceOf, fieldsOfSubject, halfMotions, motionSlots, motionsOf, subjectSchema } from "./subject-fields.ts";
import { SubjectForm, subjectLabels } from "./subject-form.tsx";

export const meta: MetaFunction = () => [{ title: pageTitle(words.subjectTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const { round, items, head } = await loadConcept({ db, actor }, args.params["id"] ?? "");
  const isFixed = await hasFixedItems(db, round, items);
  const choices = isFixed ? { proposals: [], ranked: [], initiatives: [], minutes: [] } : await loadChoices(db, actor, round.body, items);
  return {
    head,
    body: { name: round.body.name, isAdvisory: round.body.kind === "adviesraad" },
    ...{ isFixed, choices, slots: motionSlots(items), rows: subjectRows(round, items) },
    stored: fieldsOfSubject(round, items, (id) => choices.ranked.some(({ value }) => value === id)),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const slots = motionSlots(await listItems(context.db, id));

  const form = await readForm(args.request, subjectSchema(slots));
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const half = halfMotions(form.entered, slots);
  if (Object.keys(half).length > 0) return json({ problems: half, refusal: null, entered: form.entered }, 422);
  const { title, bevestig, stand, stap } = form.values;
  const changed = await changeRoundSubject(context, { roundId: id, stamp: stand, title, isDeadlineConfirmed: bevestig !== "", ...choiceOf(form.values, motionsOf(form.entered, slots)) });
  refuseStep(id, changed);
  if (!changed.ok) return json({ problems: {}, refusal: changed.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(addressAfter(id, "subject", stap), await withNotice("round-kept"));
}

export default function RoundSubjectPage() {
  const { head, body, isFixed, choices, slots, stored, rows } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  return (
    <RoundStep concept={head} step="subject" title={words.subjectTitle} lead={words.lead(body.name)} answer={answer} labels={subjectLabels(slots)} stored={rows}>
      <SubjectForm choices={choices} isAdvisory={body.isAdvisory} isFixed={isFixed} slots={slots} stored={stored} answer={answer} />
    </RoundStep>
  );
}
