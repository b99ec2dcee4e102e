import { canonicalJson, type Canonical } from "../shared/canonical-json.ts";
import { countItem, type ItemCount } from "./count.ts";
import { seatsFor } from "./published.ts";
import type { CountableItem, CountableRound } from "./published-parser.ts";

/** One item counted again, beside what the file says. */
export interface Recount {
  readonly id: string;
  /** null where the ballots are hidden: "niet na te tellen" */
  readonly count: ItemCount | null;
  /** names of figures that the file holds and that come out otherwise */
  readonly differences: readonly string[];
}

/** Counts every item of a published round again, with the function that made the stored result. */
export const recount = (round: CountableRound): Recount[] =>
  round.items.map((item) => {
    if (item.ballots === null) return { id: item.id, count: null, differences: [] };
    const count = countItem(round.kind, round.rule, seatsFor(round.seats, item.id), item.ballots, round.options, item.castingVote);
    return { id: item.id, count, differences: differencesOf(item.claims, count) };
  });

/** Only what the file claims is compared: a figure it leaves out is computed and no more. */
function differencesOf(claims: CountableItem["claims"], count: ItemCount): string[] {
  const counted = new Map(figuresOf(count));
  return figuresOf(claims).flatMap(([name, claimed]) => {
    const found = counted.get(name);
    if (found === undefined) return name === "outcome" && claimed !== "null" ? [name] : [];
    return found === claimed ? [] : [name];
  });
}

/** Every figure on its own, as text that can be compared: `tally.for`, `support.akkoord`, `outcome`, `result.pairwise.A.B`. */
const figuresOf = (parts: object, prefix = ""): [string, string][] =>
  Object.entries(parts).flatMap(([key, part]): [string, string][] => {
    if (part === undefined) return [];
    const isGroup = typeof part === "object" && part !== null && !Array.isArray(part);
    return isGroup ? figuresOf(part as object, `${prefix}${key}.`) : [[`${prefix}${key}`, comparable(part)]];
  });

/** A figure that is no exact integer cannot be right; it is compared by its own spelling. */
function comparable(value: unknown): string {
  try {
    return canonicalJson(value as Canonical);
  } catch {
    return JSON.stringify(value) ?? "undefined";
  }
}
