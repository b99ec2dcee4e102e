import { dutchLocal, fromDutchLocal } from "../shared/dutch-time.ts";
import { later, MINUTE, type Instant } from "../shared/instant.ts";
import { allows, type MeetingState } from "./meeting.ts";

/** When and where the meetings of a series are, on Dutch clocks. */
export interface SeriesTimes {
  /** 13:00 */
  readonly starts: string;
  /** minutes */
  readonly duration: number;
  readonly location: string;
}

export interface MeetingOfSeries {
  readonly id: string;
  readonly state: MeetingState;
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly location: string;
}

/** Why a meeting stays as it is: it is over or goes on, it was called off, somebody moved it by itself, or that day has no such time. */
export type StaysBecause = "begun" | "cancelled" | "moved-alone" | "no-such-time";

export interface NewTimes {
  readonly startsAt: Instant;
  readonly endsAt: Instant;
  readonly location: string;
}

export interface SeriesChange {
  readonly moves: readonly { readonly meeting: MeetingOfSeries; readonly to: NewTimes }[];
  readonly stays: readonly { readonly meeting: MeetingOfSeries; readonly because: StaysBecause }[];
}

/**
 * What another time or place does to the meetings of a series: all that still stand as the series said go along, each on its own day.
 * Who moved one meeting by itself meant that one, so it stays. Source: issue D, "Planning".
 */
export function changeOfSeries(meetings: readonly MeetingOfSeries[], before: SeriesTimes, after: SeriesTimes, now: Instant): SeriesChange {
  const moves: { meeting: MeetingOfSeries; to: NewTimes }[] = [];
  const stays: { meeting: MeetingOfSeries; because: StaysBecause }[] = [];
  for (const meeting of meetings) {
    const to = timesOnDay(meeting.startsAt, after);
    const because = reasonToStay(meeting, before, to, now);
    if (because !== null) stays.push({ meeting, because });
    else if (to !== null && isOther(meeting, to)) moves.push({ meeting, to });
  }
  return { moves, stays };
}

function reasonToStay(meeting: MeetingOfSeries, before: SeriesTimes, to: NewTimes | null, now: Instant): StaysBecause | null {
  if (meeting.state === "geannuleerd") return "cancelled";
  if (!allows(meeting.state, "change") || meeting.startsAt <= now) return "begun";
  const usual = timesOnDay(meeting.startsAt, before);
  if (usual === null || isOther(meeting, usual)) return "moved-alone";
  return to === null ? "no-such-time" : null;
}

const isOther = (meeting: NewTimes, to: NewTimes): boolean => meeting.startsAt !== to.startsAt || meeting.endsAt !== to.endsAt || meeting.location !== to.location;

function timesOnDay(moment: Instant, { starts, duration, location }: SeriesTimes): NewTimes | null {
  const startsAt = fromDutchLocal(`${dutchLocal(moment).slice(0, 10)}T${starts}`);
  return startsAt && { startsAt, endsAt: later(startsAt, duration * MINUTE), location };
}
