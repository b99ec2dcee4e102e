import { typed, type Entered } from "#app/domain/shared/entered.ts";
import { votingRefusalText, type VotingRefusal } from "#app/text/voting.ts";
import type { BallotCardItem } from "#app/ui/voting/ballot-card.tsx";

/** The names of the fields of one card of the stembiljet. */
export const fieldsOf = (itemId: string) => ({
  choice: `keuze-${itemId}`,
  motivation: `motivering-${itemId}`,
  condition: `voorwaarde-${itemId}`,
  strength: `gewicht-${itemId}`,
  quote: `woorden-${itemId}`,
  nonce: `nonce-${itemId}`,
  hash: `tekst-${itemId}`,
});

/** The same cards after a refused form: with what was typed, and what was wrong beside it. */
export function withEntered<Card extends Omit<BallotCardItem, "problem">>(cards: readonly Card[], entered: Entered | undefined, refused: Readonly<Record<string, VotingRefusal>>): (Card & BallotCardItem)[] {
  return cards.map((card) => {
    const fields = fieldsOf(card.id);
    const value = entered
      ? {
          choice: typed(entered, fields.choice) ?? "",
          motivation: typed(entered, fields.motivation) ?? "",
          condition: typed(entered, fields.condition) ?? "",
          strength: typed(entered, fields.strength) ?? "must",
          quote: typed(entered, fields.quote) ?? "",
        }
      : card.value;
    const refusal = refused[card.id];
    return { ...card, value, problem: refusal ? votingRefusalText[refusal] : null };
  });
}
