import { accept, refuse, type Result } from "../shared/result.ts";
import type { Choice } from "./choice.ts";

export const BASES = ["voor_tegen", "uitgebracht", "aanwezig", "zetels"] as const;
/** What the needed share is a share of. Source: voting, "Majority". */
export type Base = (typeof BASES)[number];

/** A share as two whole numbers: never stored or compared as a percentage. */
export interface Fraction {
  readonly num: number;
  readonly den: number;
  readonly strict: boolean;
}

export interface Majority extends Fraction {
  readonly base: Base;
}

/** The choices for which a rule set can ask why. Source: voting, "Casting". */
export const MOTIVATED = ["tegen", "niet_akkoord", "akkoord_mits", "bezwaar"] as const satisfies readonly Choice[];

/** Everything that decides the outcome of a round; frozen when the round opens. */
export interface RuleSet {
  readonly quorum: Fraction | null;
  readonly majority: Majority;
  /** a tie in this round is a second tie, and so a rejection */
  readonly secondTie: boolean;
  /** choices that need a motivation */
  readonly motivation: readonly Choice[];
  /** in a stilteronde: from how many objections on it goes to a vote */
  readonly objections: number;
  /** whether the round may close as soon as every seat has voted on every item */
  readonly earlyClose: boolean;
  /** in a besluit: when the quorum is missed, the same text is put to the vote once more, without a quorum. Source: voting, "Quorum" */
  readonly secondCall?: boolean | undefined;
  /** in a besluit: a tie is decided by the voorzitter, with a reason, and gets no herstemming. Source: voting, "Order of outcomes" */
  readonly castingVote?: boolean | undefined;
}

/** What the voorzitter decided on a tied item, and why. */
export interface CastingVote {
  readonly choice: "voor" | "tegen";
  readonly reason: string;
}

const HALF: Fraction = { num: 1, den: 2, strict: true };

/** The majorities by name. Source: voting, "Presets". */
export const PRESETS = {
  gewoon: { ...HALF, base: "voor_tegen" },
  volstrekt: { ...HALF, base: "uitgebracht" },
  twee_derde: { num: 2, den: 3, strict: false, base: "voor_tegen" },
  drie_vierde: { num: 3, den: 4, strict: false, base: "voor_tegen" },
  alle_zetels: { ...HALF, base: "zetels" },
  consent: { num: 1, den: 1, strict: false, base: "voor_tegen" },
} as const satisfies Record<string, Majority>;

export type Preset = keyof typeof PRESETS;
export const PRESET_NAMES = Object.keys(PRESETS) as [Preset, ...Preset[]];

export const DEFAULT_QUORUM: Fraction = HALF;

/** The rule set of a preset, with the defaults of the house for the rest. */
export const ruleOf = (preset: Preset, changes: Partial<RuleSet> = {}): RuleSet => ({
  quorum: DEFAULT_QUORUM,
  majority: PRESETS[preset],
  secondTie: false,
  motivation: [],
  objections: 1,
  earlyClose: false,
  ...changes,
});

/** Which preset a majority is, or null for one made by hand. */
export const presetOf = (majority: Majority): Preset | null =>
  PRESET_NAMES.find((name) => {
    const preset = PRESETS[name];
    return preset.num === majority.num && preset.den === majority.den && preset.strict === majority.strict && preset.base === majority.base;
  }) ?? null;

export type RuleRefusal = "fraction-not-whole" | "fraction-out-of-range" | "fraction-unreachable" | "objections-out-of-range";

const LARGEST_DENOMINATOR = 1_000_000;

/** A rule set that can decide something: whole numbers, a share of at most one, and one that can be reached. */
export function checkRule(rule: RuleSet): Result<RuleSet, RuleRefusal> {
  for (const fraction of [rule.majority, ...(rule.quorum ? [rule.quorum] : [])]) {
    const refusal = problemOf(fraction);
    if (refusal) return refuse(refusal);
  }
  if (!Number.isSafeInteger(rule.objections) || rule.objections < 1) return refuse("objections-out-of-range");
  return accept(rule);
}

function problemOf({ num, den, strict }: Fraction): RuleRefusal | null {
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den)) return "fraction-not-whole";
  if (num < 0 || den < 1 || num > den || den > LARGEST_DENOMINATOR) return "fraction-out-of-range";
  return strict && num === den ? "fraction-unreachable" : null;
}

/** The smallest whole number that satisfies the fraction over `total`: more than (strict) or at least that share. */
export function needed({ num, den, strict }: Fraction, total: bigint): bigint {
  const share = BigInt(num) * total;
  const floor = share / BigInt(den);
  if (strict) return floor + 1n;
  return floor * BigInt(den) === share ? floor : floor + 1n;
}
