import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { recordReceivedBallot } from "#app/commands/voting/record-received-ballot.ts";
import { may } from "#app/domain/access/policy.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { CHOICES_OF } from "#app/domain/voting/choice.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { dateTime, pageTitle } from "#app/text/format.ts";
import { choiceText, roundName, type VotingRefusal } from "#app/text/voting.ts";
import { receivedText as words } from "#app/text/voting-seats.ts";
import { ChoiceField, SelectField, TextField } from "#app/ui/form.tsx";
import { WordsToRead } from "#app/ui/voting/received-words.tsx";
import { listFrozenSeats } from "#db/queries/voting-electorate.ts";
import { listItems, type RoundItem } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { refuseOutright } from "./answers.ts";
import { RoundForm, type RoundFormAnswer } from "./round-form.tsx";

const schema = z.object({
  ...{ seat: z.string().min(1, "required"), item: z.string().min(1, "required"), choice: z.string().min(1, "required"), nonce: z.string().min(1, "required") },
  ...{ motivation: z.string().max(2000, "too-long"), condition: z.string().max(2000, "too-long"), note: z.string().min(1, "required").max(500, "too-long") },
});

const nameOf = ({ number, title }: RoundItem): string => (number === null ? title : `${number} ${title}`);

/** An item together with the fingerprint of its words as the page showed them: a vote on other words is refused. */
const asShown = ({ id, textHash }: RoundItem): string => `${id} ${textHash ?? ""}`;

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, newId } = await requireActor(args);
  const { id = "" } = args.params;

  const round = (await findRound(db, actor, id)) ?? notFound();
  if (!may(actor, "ballot.record", round)) return forbidden();
  const items = (await listItems(db, id)).filter(({ pulledAt }) => pulledAt === null);
  return {
    id,
    name: roundName(round.kind, round.sequence),
    closes: dateTime(round.closesAt),
    nonce: newId(),
    choices: CHOICES_OF[round.kind].map((value) => ({ value, label: choiceText[value] })),
    seats: (await listFrozenSeats(db, id)).map((seat) => ({ value: seat.id, label: seat.name })),
    items: items.map((item) => ({ value: asShown(item), label: nameOf(item) })),
    texts: items.map((item) => ({ id: item.id, name: nameOf(item), version: item.version, statement: item.statement })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, schema);
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const { seat, item, ...said } = form.values;
  const [itemId = "", textHash = ""] = item.split(" ");
  const recorded = await recordReceivedBallot(context, { ...said, roundId: id, seatId: seat, itemId, textHash });
  refuseOutright(recorded);
  if (!recorded.ok) return json({ problems: {}, refusal: recorded.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(href(paths.round, { id }), await withNotice("ballot-recorded"));
}

export default function ReceivedBallotPage() {
  const { id, name, closes, seats, items, texts, choices, nonce } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  const said = (field: string) => typed(answer?.entered, field);
  const problem = (field: string) => answer?.problems[field];
  const pick = { value: "", label: words.choose };
  const labels = { seat: words.seat, item: words.item, choice: words.choice, motivation: words.motivation, condition: words.condition, note: words.note };
  return (
    <RoundForm id={id} name={name} title={words.title} lead={words.lead(closes)} button={words.button} answer={answer} labels={labels} before={<WordsToRead items={texts} />}>
      <input type="hidden" name="nonce" value={said("nonce") ?? nonce} />
      <SelectField name="seat" label={words.seat} value={said("seat") ?? ""} options={[pick, ...seats]} problem={problem("seat")} />
      <SelectField name="item" label={words.item} value={said("item") ?? items[0]?.value} options={items} problem={problem("item")} />
      <ChoiceField name="choice" label={words.choice} value={said("choice")} options={choices} problem={problem("choice")} />
      <TextField name="motivation" label={words.motivation} hint={words.motivationHint} value={said("motivation")} problem={problem("motivation")} multiline rows={2} maxLength={2000} />
      {choices.some(({ value }) => value === "akkoord_mits") && <TextField name="condition" label={words.condition} hint={words.conditionHint} value={said("condition")} problem={problem("condition")} multiline rows={2} maxLength={2000} />}
      <TextField name="note" label={words.note} hint={words.noteHint} value={said("note")} problem={problem("note")} required multiline rows={2} maxLength={500} />
    </RoundForm>
  );
}
