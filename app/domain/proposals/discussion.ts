/** Whether a passage that somebody quoted still stands in a later text. Spaces and line ends do not count. */
export const standsIn = (passage: string, text: string): boolean => squeeze(text).includes(squeeze(passage));

const squeeze = (text: string): string => text.normalize("NFC").replace(/\s+/gu, " ").trim();

export const CONDITION_STRENGTHS = ["must", "should", "should_not", "must_not"] as const;
/** moet, liever wel, liever niet, mag niet */
export type ConditionStrength = (typeof CONDITION_STRENGTHS)[number];

export const DISPOSITIONS = ["adopted", "partly", "not"] as const;
/** overgenomen, deels, niet */
export type Disposition = (typeof DISPOSITIONS)[number];

export const CONDITION_STATES = ["open", "answered", "confirmed", "kept"] as const;
/** open → answered in the next version → the seat confirms it, or keeps its condition */
export type ConditionState = (typeof CONDITION_STATES)[number];

/** Where a condition stands, from what was written down about it. */
export const conditionState = (condition: { answer: string | null; settled: "confirmed" | "kept" | null }): ConditionState =>
  condition.settled ?? (condition.answer === null ? "open" : "answered");
