import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { changeRoundDates } from "#app/commands/voting/change-round-dates.ts";
import { dutchLocal } from "#app/domain/shared/dutch-time.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { dutchMoment } from "#app/platform/schemas/moment.ts";
import { pageTitle } from "#app/text/format.ts";
import { quietDayForm } from "#app/text/quiet-days.ts";
import type { VotingRefusal } from "#app/text/voting.ts";
import { roundPartText as words } from "#app/text/voting-preparing.ts";
import { Alert } from "#app/ui/alert.tsx";
import { CheckboxField, TextField } from "#app/ui/form.tsx";
import { refuseStep } from "./answers.ts";
import { dateRows } from "./concept-rows.ts";
import { loadConcept } from "./load-concept.ts";
import { quietDayAt } from "./load-quiet-day.ts";
import { addressAfter } from "./preparing-steps.ts";
import type { RoundFormAnswer } from "./round-form.tsx";
import { RoundStep } from "./round-step.tsx";

const schema = z.object({ opensAt: dutchMoment, closesAt: dutchMoment, bevestig: z.string(), stand: z.string(), stap: z.string() });

export const meta: MetaFunction = () => [{ title: pageTitle(words.datesTitle) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const { round, head } = await loadConcept({ db, actor }, args.params["id"] ?? "");
  return { head, rows: await dateRows(db, round), quiet: await quietDayAt(db, round.closesAt), stored: { opensAt: dutchLocal(round.opensAt), closesAt: dutchLocal(round.closesAt) } };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, schema);
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const { opensAt, closesAt, bevestig, stand, stap } = form.values;
  const changed = await changeRoundDates(context, { roundId: id, stamp: stand, opensAt, closesAt, isDeadlineConfirmed: bevestig !== "" });
  refuseStep(id, changed);
  if (!changed.ok) return json({ problems: {}, refusal: changed.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(addressAfter(id, "dates", stap), await withNotice("round-kept"));
}

export default function RoundDatesPage() {
  const { head, rows, quiet, stored } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  const entered = answer?.entered ?? stored;
  const moment = (field: "opensAt" | "closesAt") => <TextField name={field} type="datetime-local" label={words[field]} hint={words.momentHint} value={typed(entered, field)} problem={answer?.problems[field]} required />;
  return (
    <RoundStep concept={head} step="dates" title={words.datesTitle} lead={words.datesLead} answer={answer} labels={{ opensAt: words.opensAt, closesAt: words.closesAt }} stored={rows}>
      {quiet !== null && answer === undefined && <Alert tone="warning">{quiet}</Alert>}
      {moment("opensAt")}
      {moment("closesAt")}
      {answer?.refusal === "deadline-on-quiet-day" && <CheckboxField name="bevestig" label={quietDayForm.confirm} />}
    </RoundStep>
  );
}
