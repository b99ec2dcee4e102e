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

/** Splits a text around the first place of each passage, so that a page can mark what people reacted to. */
export function markPassages(text: string, passages: readonly string[]): { text: string; isMarked: boolean }[] {
  const places = passages
    .filter((passage) => passage !== "")
    .map((passage) => ({ start: text.indexOf(passage), length: passage.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start || b.length - a.length);
  const pieces: { text: string; isMarked: boolean }[] = [];
  let at = 0;
  for (const { start, length } of places) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: text.slice(at, start), isMarked: false });
    pieces.push({ text: text.slice(start, start + length), isMarked: true });
    at = start + length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMarked: false });
  return pieces;
}
