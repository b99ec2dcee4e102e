import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { recuseSeat } from "#app/commands/voting/recuse-seat.ts";
import { href, paths } from "#app/paths.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageTitle } from "#app/text/format.ts";
import { roundName, type VotingRefusal } from "#app/text/voting.ts";
import { roundFormText } from "#app/text/voting-pages.ts";
import { SelectField } from "#app/ui/form.tsx";
import { listItems } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { refuseOutright } from "./answers.ts";
import { votingSeatsOf } from "./ballot-cards.ts";
import { ReasonField, RoundForm, type RoundFormAnswer } from "./round-form.tsx";

const words = roundFormText.recusal;

export const meta: MetaFunction = () => [{ title: pageTitle(words.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor } = await requireActor(args);
  const { id = "" } = args.params;

  const round = (await findRound(db, actor, id)) ?? notFound();
  const seats = votingSeatsOf(actor, round.bodyId, null);
  if (seats.length === 0) return forbidden();
  return {
    id,
    name: roundName(round.kind, round.sequence),
    seats: seats.map(({ seatId, organisationName }) => ({ value: seatId, label: organisationName })),
    items: (await listItems(db, id)).map((item) => ({ value: item.id, label: item.number === null ? item.title : `${item.number} ${item.title}` })),
  };
}

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, z.object({ item: z.string().min(1, "required"), seat: z.string().min(1, "required"), reason: z.string().min(1, "required").max(500, "too-long") }));
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const { item: itemId, seat: seatId, reason } = form.values;
  const recused = await recuseSeat(context, { roundId: id, itemId, seatId, reason });
  refuseOutright(recused);
  if (!recused.ok) return json({ problems: {}, refusal: recused.refusal satisfies VotingRefusal, entered: form.entered }, 409);
  return redirect(href(paths.round, { id }), await withNotice("seat-recused"));
}

export default function RoundRecusalPage() {
  const { id, name, items, seats } = useLoaderData<typeof loader>();
  const answer: RoundFormAnswer | undefined = useActionData<typeof action>();
  const labels = { item: words.item, seat: words.seat, reason: roundFormText.reason };
  return (
    <RoundForm id={id} name={name} title={words.title} lead={words.lead} button={words.button} answer={answer} labels={labels}>
      <SelectField name="item" label={words.item} value={typed(answer?.entered, "item") ?? items[0]?.value ?? ""} options={items} />
      <SelectField name="seat" label={words.seat} value={typed(answer?.entered, "seat") ?? seats[0]?.value ?? ""} options={seats} />
      <ReasonField answer={answer} />
    </RoundForm>
  );
}
