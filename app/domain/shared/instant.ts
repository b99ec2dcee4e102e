declare const instantBrand: unique symbol;
declare const dayBrand: unique symbol;

/** A UTC moment as `2026-03-05T19:30:00.000Z`: fixed width, so text order is time order. */
export type Instant = string & { readonly [instantBrand]: "Instant" };

/** A calendar day in the Netherlands as `2026-03-05`, without a time. */
export type Day = string & { readonly [dayBrand]: "Day" };

export const instant = (date: Date) => date.toISOString() as Instant;

/** The moment `milliseconds` after (or, negative, before) another. */
export const later = (moment: Instant, milliseconds: number): Instant =>
  instant(new Date(Date.parse(moment) + milliseconds));

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;
