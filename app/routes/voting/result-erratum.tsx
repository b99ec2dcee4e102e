import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { correctResult } from "#app/commands/voting/correct-result.ts";
import { may } from "#app/domain/access/policy.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { resultErratumText as words } from "#app/text/recount.ts";
import { roundName, type VotingRefusal } from "#app/text/voting.ts";
import { TextField } from "#app/ui/form.tsx";
import { findRound } from "#db/queries/voting-rounds.ts";
import { refuseOutright } from "./answers.ts";
import { RoundForm, type RoundFormAnswer } from "./round-form.tsx";

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const { id = "" } = args.params;

  const round = (await findRound(db, actor, id)) ?? notFound();
  if (!may(actor, "round.correct", round)) return forbidden();
  return { id, name: roundName(round.kind, round.sequence) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, z.object({ statement: z.string().min(1, "required").max(2000, "too-long") }));
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const corrected = await correctResult(context, { roundId: id, statement: form.values.statement });
  refuseOutright(corrected);
  if (!corrected.ok) return json({ problems: {}, refusal: corrected.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(href(paths.roundResult, { id }), await withNotice("result-corrected"));
}

export default function ResultErratumPage() {
  const { id, name } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  return (
    <RoundForm id={id} name={name} title={words.title} lead={words.lead} button={words.button} answer={answer} labels={{ statement: words.statement }}>
      <TextField name="statement" label={words.statement} value={typed(answer?.entered, "statement")} problem={answer?.problems["statement"]} required multiline rows={4} maxLength={2000} />
    </RoundForm>
  );
}
