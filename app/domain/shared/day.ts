import type { Day, Instant } from "./instant.ts";

/** The calendar day in the Netherlands at this moment. */
export const dutchDay = (moment: Instant): Day => DUTCH.format(new Date(moment)) as Day;

// Swedish writes dates as 2026-03-05.
const DUTCH = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", year: "numeric", month: "2-digit", day: "2-digit" });
