import { typed } from "#app/domain/shared/entered.ts";
import { roundFormText } from "#app/text/voting-pages.ts";
import { seatActText } from "#app/text/voting-kinds.ts";
import { SelectField } from "#app/ui/form.tsx";
import type { SeatActFacts } from "./load-seat-act.ts";
import { ReasonField, RoundForm, type RoundFormAnswer } from "./round-form.tsx";

interface SeatActFormProps {
  readonly facts: SeatActFacts;
  readonly words: { readonly title: string; readonly lead: string; readonly button: string };
  readonly answer: RoundFormAnswer | undefined;
}

/** The page on which a seat does something about one item, with a reason. */
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
