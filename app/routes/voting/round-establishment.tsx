import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { Fragment } from "react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import { holds } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { hasClosed } from "#app/domain/voting/round.ts";
import type { CastingVote } from "#app/domain/voting/rule.ts";
import { awaitsCastingVote } from "#app/domain/voting/settlement.ts";
import { href, paths } from "#app/paths.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { roundName, verdictText, type VotingRefusal } from "#app/text/voting.ts";
import { roundFormText, roundText } from "#app/text/voting-pages.ts";
import { Alert } from "#app/ui/alert.tsx";
import { Section } from "#app/ui/layout.tsx";
import { ChoiceField, TextField } from "#app/ui/form.tsx";
import { countRound } from "#db/queries/voting-results.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { refuseOutright } from "./answers.ts";
import { RoundForm, type RoundFormAnswer } from "./round-form.tsx";

const words = roundFormText.establishment;
const LONGEST = 2000;

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const { id = "" } = args.params;

  const round = (await findRound(db, actor, id)) ?? notFound();
  if (!may(actor, "round.establish", round)) return forbidden();
  const isFirst = round.chairId === null && round.secretaryId === null;
  const { items, seats, published } = hasClosed(round, now()) ? await countRound(db, round) : { items: [], seats: [], published: null };
  const isWeighted = seats.some(({ weight }) => weight !== 1);
  return {
    id,
    name: roundName(round.kind, round.sequence),
    role: holds(actor, round.bodyId, "chair") ? roundText.chair : roundText.secretary,
    isChair: holds(actor, round.bodyId, "chair"),
    items: items.map((item) => {
      const counted = published?.items.find((one) => one.id === item.id);
      const isAdvice = item.stateBefore === "in_advice";
      return {
        id: item.id,
        called: item.number ?? item.title,
        title: item.title,
        verdict: counted?.tally ? verdictText({ ...counted, tally: counted.tally }, { isWeighted, isAdvice, rule: round.rule }) : "",
        mayHavePoints: isFirst && isAdvice && counted?.outcome === "aangenomen",
        points: item.advicePoints,
        isTied: awaitsCastingVote(counted?.outcome ?? null, round.rule),
      };
    }),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const round = (await findRound(context.db, context.actor, id)) ?? notFound();
  if (!may(context.actor, "round.establish", round)) return forbidden();
  const items = hasClosed(round, context.now()) ? (await countRound(context.db, round)).published.items : [];
  const itemIds = items.map((item) => item.id);
  const tied = holds(context.actor, round.bodyId, "chair") ? items.filter(({ outcome }) => awaitsCastingVote(outcome ?? null, round.rule)).map((item) => item.id) : [];
  const words2000 = z.string().max(LONGEST, "too-long");
  const form = await readForm(args.request, z.object({
    ...Object.fromEntries(itemIds.map((itemId) => [fieldOf(itemId), words2000])),
    ...Object.fromEntries(tied.flatMap((itemId) => [[castingOf(itemId), z.enum(["voor", "tegen"], "required")], [reasonOf(itemId), words2000.trim().min(1, "required")]])),
  }));
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const castingVotes = Object.fromEntries(tied.map((itemId): [string, CastingVote] => [itemId, { choice: typed(form.entered, castingOf(itemId)) === "voor" ? "voor" : "tegen", reason: typed(form.entered, reasonOf(itemId)) ?? "" }]));
  const advicePoints = Object.fromEntries(itemIds.map((itemId) => [itemId, typed(form.entered, fieldOf(itemId)) ?? ""]));
  const signed = await establishRound(context, { roundId: id, advicePoints, castingVotes });
  refuseOutright(signed);
  if (!signed.ok) return json({ problems: {}, refusal: signed.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(href(paths.round, { id }), await withNotice(signed.value.isEstablished ? "round-established" : "round-signed"));
}

const fieldOf = (itemId: string): string => `punten-${itemId}`;
const castingOf = (itemId: string): string => `beslissing-${itemId}`;
const reasonOf = (itemId: string): string => `reden-${itemId}`;

export default function RoundEstablishmentPage() {
  const { id, name, items, role, isChair } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  const open = items.filter(({ mayHavePoints }) => mayHavePoints);
  const problems = answer?.problems ?? {};
  const tied = items.filter(({ isTied }) => isTied);
  const labels = Object.fromEntries([...open.map((item) => [fieldOf(item.id), words.points(item.called)]), ...tied.flatMap((item) => [[castingOf(item.id), words.casting(item.called)], [reasonOf(item.id), words.castingReason(item.called)]])]) as Record<string, string>;
  return (
    <RoundForm id={id} name={name} title={words.title} lead={words.lead} button={words.button(role)} answer={answer} labels={labels} before={<Verdicts />}>
      {tied.length > 0 && !isChair && <Alert>{words.castingFirst}</Alert>}
      {isChair &&
        tied.map((item) => (
          <Fragment key={item.id}>
            <ChoiceField
              name={castingOf(item.id)}
              label={words.casting(item.called)}
              value={typed(answer?.entered, castingOf(item.id))}
              options={(["voor", "tegen"] as const).map((value) => ({ value, label: words.castingOptions[value] }))}
              problem={problems[castingOf(item.id)]}
            />
            <TextField name={reasonOf(item.id)} label={words.castingReason(item.called)} hint={words.castingHint} value={typed(answer?.entered, reasonOf(item.id)) ?? ""} problem={problems[reasonOf(item.id)]} required multiline rows={3} maxLength={LONGEST} />
          </Fragment>
        ))}
      {open.map((item) => (
        <TextField
          key={item.id}
          name={fieldOf(item.id)}
          label={words.points(item.called)}
          hint={words.pointsHint}
          value={typed(answer?.entered, fieldOf(item.id)) ?? ""}
          problem={problems[fieldOf(item.id)]}
          multiline
          rows={3}
          maxLength={LONGEST}
        />
      ))}
    </RoundForm>
  );
}

function Verdicts() {
  const { items } = useLoaderData<typeof loader>();
  return (
    <Section id="uitslagen" title={words.results}>
      <dl className="fields">
        {items.map((item) => (
          <div key={item.id}>
            <dt>
              {item.called === item.title ? item.title : `${item.called} ${item.title}`}
            </dt>
            <dd>
              {item.verdict}
              {item.points && (
                <p>
                  {words.agreedPoints}: {item.points}
                </p>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
