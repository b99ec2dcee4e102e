import type { Instant } from "../shared/instant.ts";
import type { ItemKind } from "./agenda.ts";

export const OPEN_KINDS = ["minutes", "actions", "round-closed", "round-treatment", "round-running", "amendments", "proposal", "advice"] as const;
/** Why something belongs on the next agenda. */
export type OpenKind = (typeof OPEN_KINDS)[number];

/** Something that is open for a body. */
export interface OpenMatter {
  readonly kind: OpenKind;
  /** of the meeting, round or proposal; of the body for its actions */
  readonly id: string;
  readonly title: string;
  /** how many there are: actions due, amendments without an answer, requests */
  readonly count?: number | undefined;
  readonly at: Instant;
}

export interface ProposedItem extends OpenMatter {
  readonly itemKind: ItemKind;
  readonly minutes: number;
}

/** What each matter asks of a meeting: the kind of item and how long it usually takes. */
const TREATMENT = {
  minutes: { itemKind: "besluit", minutes: 5 },
  actions: { itemKind: "bespreking", minutes: 10 },
  "round-closed": { itemKind: "besluit", minutes: 10 },
  "round-treatment": { itemKind: "bespreking", minutes: 20 },
  "round-running": { itemKind: "informatie", minutes: 5 },
  amendments: { itemKind: "bespreking", minutes: 15 },
  proposal: { itemKind: "bespreking", minutes: 15 },
  advice: { itemKind: "bespreking", minutes: 15 },
} as const satisfies Record<OpenKind, { itemKind: ItemKind; minutes: number }>;

/**
 * The agenda that follows from what is open: first what closes the meeting before, then what must be decided, then what is
 * discussed. A subject stands on it once, for its most pressing reason; what is on the agenda already is left out. Source: domain, "Meetings".
 */
export function proposeAgenda(open: readonly OpenMatter[], taken: ReadonlySet<string>): readonly ProposedItem[] {
  const seen = new Set(taken);
  return open
    .map((matter, place) => ({ matter, place }))
    .sort((a, b) => OPEN_KINDS.indexOf(a.matter.kind) - OPEN_KINDS.indexOf(b.matter.kind) || a.matter.at.localeCompare(b.matter.at) || a.place - b.place)
    .flatMap(({ matter }) => {
      if (seen.has(matter.id)) return [];
      seen.add(matter.id);
      return [{ ...matter, ...TREATMENT[matter.kind] }];
    });
}
