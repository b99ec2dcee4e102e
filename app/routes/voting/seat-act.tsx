import { z } from "zod";
import type { CommandContext } from "#app/commands/context.ts";
import { typed } from "#app/domain/shared/entered.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { roundName } from "#app/text/voting.ts";
import { roundFormText } from "#app/text/voting-pages.ts";
import { seatActText } from "#app/text/voting-kinds.ts";
import { SelectField } from "#app/ui/form.tsx";
import { listItems } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { votingSeatsOf } from "./ballot-cards.ts";
import { ReasonField, RoundForm, type RoundFormAnswer } from "./round-form.tsx";

/** What a seat fills in about one item of a round: which, for which seat, and why. */
export const seatActSchema = z.object({ item: z.string().min(1, "required"), seat: z.string().min(1, "required"), reason: z.string().min(1, "required").max(500, "too-long") });

/** The seats and items to choose from, for somebody who holds a seat in the body of a round. */
export async function loadSeatAct({ db, actor }: CommandContext, id: string) {
  const round = (await findRound(db, actor, id)) ?? notFound();
  const seats = votingSeatsOf(actor, round.bodyId, null);
  if (seats.length === 0) return forbidden();
  return {
    id,
    name: roundName(round.kind, round.sequence),
    seats: seats.map(({ seatId, organisationName }) => ({ value: seatId, label: organisationName })),
    items: (await listItems(db, id)).filter(({ pulledAt }) => pulledAt === null).map((item) => ({ value: item.id, label: item.number === null ? item.title : `${item.number} ${item.title}` })),
  };
}

interface SeatActFormProps {
  readonly facts: Awaited<ReturnType<typeof loadSeatAct>>;
  readonly words: { readonly title: string; readonly lead: string; readonly button: string };
  readonly answer: RoundFormAnswer | undefined;
}

/** The page with that form. */
export function SeatActForm({ facts: { id, name, items, seats }, words, answer }: SeatActFormProps) {
  const labels = { item: seatActText.item, seat: seatActText.seat, reason: roundFormText.reason };
  return (
    <RoundForm id={id} name={name} title={words.title} lead={words.lead} button={words.button} answer={answer} labels={labels}>
      <SelectField name="item" label={seatActText.item} value={typed(answer?.entered, "item") ?? items[0]?.value ?? ""} options={items} />
      <SelectField name="seat" label={seatActText.seat} value={typed(answer?.entered, "seat") ?? seats[0]?.value ?? ""} options={seats} />
      <ReasonField answer={answer} />
    </RoundForm>
  );
}
