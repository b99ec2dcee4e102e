/** The kinds of round, in the words of the field; they are stored and published as they stand. */
export const ROUND_KINDS = ["peiling", "besluit", "stilte", "prioritering"] as const;
export type RoundKind = (typeof ROUND_KINDS)[number];

export const CHOICES_OF = {
  peiling: ["akkoord", "akkoord_mits", "niet_akkoord", "onthouden"],
  besluit: ["voor", "tegen", "onthouden"],
  stilte: ["geen_bezwaar", "bezwaar"],
  prioritering: [],
} as const satisfies Record<RoundKind, readonly string[]>;

export type Choice = (typeof CHOICES_OF)[RoundKind][number];

/** A seat that took its ballot back: the row stays, the seat counts as not having voted. */
export const WITHDRAWN = "ingetrokken";

/** Whether this is something a seat can say in a round of this kind. */
export const isChoiceOf = (kind: RoundKind, choice: string): choice is Choice =>
  (CHOICES_OF[kind] as readonly string[]).includes(choice);

/** How much support a choice gives, to tell "more" from "less" between two rounds; null when the two cannot be compared. */
export const SUPPORT = {
  voor: 3,
  akkoord: 3,
  geen_bezwaar: 3,
  akkoord_mits: 2,
  onthouden: 1,
  tegen: 0,
  niet_akkoord: 0,
  bezwaar: 0,
} satisfies Record<Choice, number>;
