import type { Tlp } from "../../access/visibility.ts";
import { TLP } from "../../access/visibility.ts";
import type { Moscow, ProposalKind } from "../proposal.ts";

/** A word as people may write it: without accents, case, dots or double spaces. */
export const wordKey = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const KINDS: Readonly<Record<string, ProposalKind>> = {
  ...{ eis: "eis", eisen: "eis", requirement: "eis", demand: "eis", mandatory: "eis", verplicht: "eis", norm: "eis", voorschrift: "eis", knock: "eis", "knock out": "eis", ko: "eis" },
  ...{ wens: "wens", wensen: "wens", wish: "wens", optional: "wens", optioneel: "wens", aanbeveling: "wens", recommendation: "wens" },
  ...{ advies: "advies", advice: "advies" },
};

const MOSCOWS: Readonly<Record<string, Moscow>> = {
  ...{ m: "must", must: "must", "must have": "must", moet: "must", hoog: "must", high: "must", shall: "must" },
  ...{ s: "should", should: "should", "should have": "should", zou: "should", middel: "should", medium: "should" },
  ...{ c: "could", could: "could", "could have": "could", kan: "could", laag: "could", low: "could", may: "could" },
  ...{ w: "wont", wont: "wont", "wont have": "wont", "won t have": "wont", "won t": "wont", "would have": "wont", niet: "wont", "nu niet": "wont" },
};

const own = <Value>(table: Readonly<Record<string, Value>>, key: string): Value | null => (Object.hasOwn(table, key) ? (table[key] ?? null) : null);

/** eis, wens or advies from a word in a file, Dutch or English; null for any other word. */
export const kindOf = (text: string): ProposalKind | null => own(KINDS, wordKey(text));

/** How important, from a word or its first letter; null for any other word. */
export const moscowOf = (text: string): Moscow | null => own(MOSCOWS, wordKey(text));

/** A label as "TLP:GREEN", "green" or with its explanation behind it; null for any other word. */
export function tlpOf(text: string): Tlp | null {
  const word = /^\s*(?:tlp\s*:?\s*)?([a-z]+)/i.exec(text)?.[1]?.toUpperCase() ?? "";
  return TLP.find((label) => label === word || (label === "CLEAR" && word === "WHITE")) ?? null;
}

/** The parts of a cell that holds several: each on a line of its own, or between these signs when there is one line. */
export const partsOf = (cell: string, signs: RegExp): string[] => (cell.includes("\n") ? cell.split("\n") : cell.split(signs)).map((part) => part.trim()).filter((part) => part !== "");

/** The opposite of `partsOf`: a single part that holds such a sign gets a line end, so that it stays one part. */
export const cellOf = (parts: readonly string[]): string => (parts.length === 1 && /[;|,]/.test(parts[0] ?? "") ? `${parts[0] ?? ""}\n` : parts.join("\n"));
