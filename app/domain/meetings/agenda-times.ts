import { later, MINUTE, type Instant } from "../shared/instant.ts";

/** From when until when an item is planned; null as soon as an item before it has no time of its own. */
export interface PlannedTime {
  readonly startsAt: Instant | null;
  readonly endsAt: Instant | null;
}

/** The times of the items one after the other, from the start of the meeting. */
export function plannedTimes(startsAt: Instant, minutes: readonly (number | null)[]): PlannedTime[] {
  let at: Instant | null = startsAt;
  return minutes.map((length) => {
    const start: Instant | null = at;
    at = start === null || length === null ? null : later(start, length * MINUTE);
    return { startsAt: start, endsAt: at };
  });
}

/** How many minutes the items take together beside how long the meeting lasts; `over` counts what does not fit. */
export function timeBudget(meeting: { readonly startsAt: Instant; readonly endsAt: Instant }, minutes: readonly (number | null)[]) {
  const [planned, available] = [minutes.reduce<number>((sum, length) => sum + (length ?? 0), 0), Math.round((Date.parse(meeting.endsAt) - Date.parse(meeting.startsAt)) / MINUTE)];
  return { planned, available, over: Math.max(0, planned - available) };
}
