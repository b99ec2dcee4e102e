import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { withdrawRound } from "#app/commands/voting/withdraw-round.ts";
import { may } from "#app/domain/access/policy.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { roundName, type VotingRefusal } from "#app/text/voting.ts";
import { roundFormText } from "#app/text/voting-pages.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { refuseOutright } from "./answers.ts";
import { ReasonField, RoundForm, type RoundFormAnswer } from "./round-form.tsx";

const words = roundFormText.withdrawal;

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const { id = "" } = args.params;

  const round = (await findRound(db, actor, id)) ?? notFound();
  if (!may(actor, "round.withdraw", round)) return forbidden();
  return { id, name: roundName(round.kind, round.sequence) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, z.object({ reason: z.string().min(1, "required").max(500, "too-long") }));
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const done = await withdrawRound(context, { roundId: id, reason: form.values.reason });
  refuseOutright(done);
  if (!done.ok) return json({ problems: {}, refusal: done.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(href(paths.round, { id }), await withNotice("round-withdrawn"));
}

export default function RoundWithdrawalPage() {
  const { id, name } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  return (
    <RoundForm id={id} name={name} title={words.title} lead={words.lead} button={words.button} answer={answer} labels={{ reason: roundFormText.reason }}>
      <ReasonField answer={answer} />
    </RoundForm>
  );
}
