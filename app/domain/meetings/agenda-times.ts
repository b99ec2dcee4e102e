import { later, MINUTE, type Instant } from "../shared/instant.ts";

/** From when until when an item is planned; null as soon as an item before it has no time of its own. */
export interface PlannedTime {
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
}

/** How many minutes after the start of the meeting each item begins; null as soon as an item before it has no time of its own. */
export function minutesBefore(minutes: readonly (number | null)[]): (number | null)[] {
  let before: number | null = 0;
  return minutes.map((length) => {
    const own: number | null = before;
    before = own === null || length === null ? null : own + length;
    return own;
  });
}

/** The times of the items one after the other, from the start of the meeting. */
export function plannedTimes(startsAt: Instant, minutes: readonly (number | null)[]): PlannedTime[] {
  const at = (after: number | null): Instant | null => (after === null ? null : later(startsAt, after * MINUTE));
  const before = minutesBefore([...minutes, null]);
  return minutes.map((_, index) => ({ startsAt: at(before[index] ?? null), endsAt: at(before[index + 1] ?? null) }));
}

/** How many minutes the items take together beside how long the meeting lasts; `over` counts what does not fit. */
export function timeBudget(meeting: { readonly startsAt: Instant; readonly endsAt: Instant }, minutes: readonly (number | null)[]) {
  const [planned, available] = [minutes.reduce<number>((sum, length) => sum + (length ?? 0), 0), Math.round((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / MINUTE)];
  return { planned, available, over: Math.max(0, planned - available) };
}
