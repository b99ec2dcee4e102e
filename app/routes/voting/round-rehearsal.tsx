import { json, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { rehearseRound } from "#app/commands/voting/rehearse-round.ts";
import { may } from "#app/domain/access/policy.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { CHOICES_OF } from "#app/domain/voting/choice.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { pageTitle } from "#app/text/format.ts";
import { choiceText, roundName, verdictText, type VotingRefusal } from "#app/text/voting.ts";
import { rehearsalText as words } from "#app/text/voting-preparing.ts";
import { TextField } from "#app/ui/form.tsx";
import { Section } from "#app/ui/layout.tsx";
import { ElectoratePreview } from "#app/ui/voting/electorate-preview.tsx";
import { findRound } from "#db/queries/voting-rounds.ts";
import { refuseOutright } from "./answers.ts";
import { loadElectorate } from "./load-electorate.ts";
import { RoundForm, type RoundFormAnswer } from "./round-form.tsx";

const seats = z.string().regex(/^\d{1,4}$/, "not-a-number").transform(Number);

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await requireActor(args);
  const { id = "" } = args.params;

  const round = (await findRound(db, actor, id)) ?? notFound();
  if (!may(actor, "round.rehearse", round)) return forbidden();
  const choices: readonly string[] = round.kind === "prioritering" ? words.rankings : CHOICES_OF[round.kind].slice(0, 3).map((choice) => choiceText[choice]);
  return { id, name: roundName(round.kind, round.sequence), choices, electorate: await loadElectorate(db, round.bodyId, now()) };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, z.object({ first: seats, second: seats, third: seats }));
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered, found: null }, 422);
  const rehearsed = await rehearseRound(context, { roundId: id, votes: form.values });
  refuseOutright(rehearsed);
  if (!rehearsed.ok) return json({ problems: {}, refusal: rehearsed.refusal satisfies VotingRefusal, entered: form.entered, found: null }, 409);
  const { rule, items, unable, isWeighted, seats: frozen } = rehearsed.value;
  const found = {
    summary: words.found(frozen, unable),
    items: items.flatMap(({ id: itemId, number, title, count, isAdvice }) => (count === null ? [] : [{ id: itemId, title: number === null ? title : `${number} ${title}`, verdict: count.result ? words.order(count.result.order) : verdictText(count, { isWeighted, isAdvice, rule }) }])),
  };
  return json({ problems: {}, refusal: null, entered: form.entered, found });
}

const FIELDS = ["first", "second", "third"] as const;

export default function RoundRehearsalPage() {
  const { id, name, choices, electorate } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const returned: RoundFormAnswer | undefined = answer;
  const labels = Object.fromEntries(FIELDS.map((field, index) => [field, words.seats(choices[index] ?? "")]));
  return (
    <RoundForm id={id} name={name} title={words.title} lead={words.lead} button={words.button} answer={returned} labels={labels} before={answer?.found ? <Found found={answer.found} /> : <ElectoratePreview electorate={electorate} />}>
      {FIELDS.map((field, index) =>
        choices[index] === undefined ? (
          <input key={field} type="hidden" name={field} value="0" />
        ) : (
          <TextField key={field} name={field} type="number" label={words.seats(choices[index])} value={typed(answer?.entered, field) ?? (index === 0 ? String(electorate.seats.length) : "0")} problem={returned?.problems[field]} />
        ),
      )}
    </RoundForm>
  );
}

function Found({ found: { summary, items } }: { found: { summary: string; items: readonly { id: string; title: string; verdict: string }[] } }) {
  return (
    <Section id="uitkomst" title={words.result}>
      <p role="status">{summary}</p>
      <dl className="fields">
        {items.map((item) => (
          <div key={item.id}>
            <dt>{item.title}</dt>
            <dd>{item.verdict}</dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
