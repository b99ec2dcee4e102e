import type { Disposition } from "./discussion.ts";

/** So many comments, comments on an amendment (asides), amendments or changes on one version, with one disposition (null: still open). */
export interface ReactionCount {
  readonly kind: "comment" | "aside" | "amendment" | "closed-amendment" | "change";
  readonly version: number;
  readonly disposition: Disposition | null;
  readonly count: number;
}

export interface Totals {
  readonly adopted: number;
  readonly partly: number;
  readonly not: number;
}

/** What everybody said about a proposal, in figures. */
export interface Reactions {
  readonly comments: number;
  readonly openComments: number;
  readonly amendments: number;
  readonly openAmendments: number;
  /** the dispositions on what was said about each version: the figures of its reactienota */
  readonly totals: ReadonlyMap<number, Totals>;
}

/** Adds up what was said, and what was decided about it by version. */
export function addUp(counts: readonly ReactionCount[]): Reactions {
  const sum = (wanted: (count: ReactionCount) => boolean): number => counts.filter(wanted).reduce((total, { count }) => total + count, 0);
  const totals = new Map<number, Totals>();
  for (const { version, disposition, count } of counts) {
    if (disposition === null) continue;
    const sofar = totals.get(version) ?? { adopted: 0, partly: 0, not: 0 };
    totals.set(version, { ...sofar, [disposition]: sofar[disposition] + count });
  }
  return {
    comments: sum(({ kind }) => kind === "comment"),
    openComments: sum(({ kind, disposition }) => kind === "comment" && disposition === null),
    amendments: sum(({ kind }) => kind === "amendment" || kind === "closed-amendment"),
    openAmendments: sum(({ kind }) => kind === "amendment"),
    totals,
  };
}
