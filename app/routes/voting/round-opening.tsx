import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { openRound } from "#app/commands/voting/open-round.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchLocal } from "#app/domain/shared/dutch-time.ts";
import { href, paths } from "#app/paths.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { dutchMoment } from "#app/platform/schemas/moment.ts";
import { pageTitle } from "#app/text/format.ts";
import { roundName, type VotingRefusal } from "#app/text/voting.ts";
import { quietDayForm } from "#app/text/quiet-days.ts";
import { roundFormText } from "#app/text/voting-pages.ts";
import { CheckboxField, TextField } from "#app/ui/form.tsx";
import { ElectoratePreview } from "#app/ui/voting/electorate-preview.tsx";
import { findRound } from "#db/queries/voting-rounds.ts";
import { refuseOutright } from "./answers.ts";
import { loadElectorate } from "./load-electorate.ts";
import { RoundForm, type RoundFormAnswer } from "./round-form.tsx";

const words = roundFormText.opening;

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const { id = "" } = args.params;

  const round = (await findRound(db, actor, id)) ?? notFound();
  if (!may(actor, "round.open", round)) return forbidden();
  return {
    id,
    name: roundName(round.kind, round.sequence),
    closesAt: dutchLocal(round.closesAt),
    electorate: await loadElectorate(db, round.bodyId, now()),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, z.object({ closesAt: dutchMoment, bevestig: z.string() }));
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const opened = await openRound(context, { roundId: id, closesAt: form.values.closesAt, isDeadlineConfirmed: form.values.bevestig !== "" });
  refuseOutright(opened);
  if (!opened.ok) return json({ problems: {}, refusal: opened.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(href(paths.round, { id }), await withNotice("round-opened"));
}

export default function RoundOpeningPage() {
  const { id, name, closesAt, electorate } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  return (
    <RoundForm id={id} name={name} title={words.title} lead={words.lead} button={words.button} answer={answer} labels={{ closesAt: words.closesAt }} before={<ElectoratePreview electorate={electorate} />}>
      <TextField name="closesAt" type="datetime-local" label={words.closesAt} hint={words.closesHint} value={typed(answer?.entered, "closesAt") ?? closesAt} problem={answer?.problems["closesAt"]} required />
      {answer?.refusal === "deadline-on-quiet-day" && <CheckboxField name="bevestig" label={quietDayForm.confirm} />}
    </RoundForm>
  );
}
