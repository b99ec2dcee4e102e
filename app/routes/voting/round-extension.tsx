import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { extendRound } from "#app/commands/voting/extend-round.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchLocal } from "#app/domain/shared/dutch-time.ts";
import { href, paths } from "#app/paths.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { dutchMoment } from "#app/platform/schemas/moment.ts";
import { dateTime, pageTitle } from "#app/text/format.ts";
import { roundName, type VotingRefusal } from "#app/text/voting.ts";
import { quietDayForm } from "#app/text/quiet-days.ts";
import { roundFormText } from "#app/text/voting-pages.ts";
import { roundPartText } from "#app/text/voting-preparing.ts";
import { CheckboxField, TextField } from "#app/ui/form.tsx";
import { findRound } from "#db/queries/voting-rounds.ts";
import { refuseOutright } from "./answers.ts";
import { ReasonField, RoundForm, type RoundFormAnswer } from "./round-form.tsx";

const words = roundFormText.extension;

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const { id = "" } = args.params;

  const round = (await findRound(db, actor, id)) ?? notFound();
  if (!may(actor, "round.extend", round)) return forbidden();
  return { id, name: roundName(round.kind, round.sequence), closes: dateTime(round.closesAt), closesAt: dutchLocal(round.closesAt) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, z.object({ closesAt: dutchMoment, reason: z.string().min(1, "required").max(500, "too-long"), bevestig: z.string() }));
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const extended = await extendRound(context, { roundId: id, closesAt: form.values.closesAt, reason: form.values.reason, isDeadlineConfirmed: form.values.bevestig !== "" });
  refuseOutright(extended);
  if (!extended.ok) return json({ problems: {}, refusal: extended.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(href(paths.round, { id }), await withNotice("round-extended"));
}

export default function RoundExtensionPage() {
  const { id, name, closes, closesAt } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  return (
    <RoundForm id={id} name={name} title={words.title} lead={words.lead(closes)} button={words.button} answer={answer} labels={{ closesAt: words.closesAt, reason: roundFormText.reason }}>
      <TextField name="closesAt" type="datetime-local" label={words.closesAt} hint={roundPartText.momentHint} value={typed(answer?.entered, "closesAt") ?? closesAt} problem={answer?.problems["closesAt"]} required />
      {answer?.refusal === "deadline-on-quiet-day" && <CheckboxField name="bevestig" label={quietDayForm.confirm} />}
      <ReasonField answer={answer} />
    </RoundForm>
  );
}
