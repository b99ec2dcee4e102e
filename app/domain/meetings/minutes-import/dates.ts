import type { Day } from "../../shared/instant.ts";

const MONTHS = ["jan", "feb", "mrt", "apr", "mei", "jun", "jul", "aug", "sep", "okt", "nov", "dec"] as const;
const MONTH = "jan(?:uari|uary)?|feb(?:ruari|ruary)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|juni?|june?|juli?|july?|aug(?:ustus|ust)?|sept?(?:ember)?|okt(?:ober)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?";
const WORDS = new RegExp(`(?<![\\d-])(\\d{1,2})(?:e|ste|de|st|nd|rd|th)?[\\s.-]*(?:${MONTH})\\b\\.?(?:[\\s,-]*['’]?(\\d{4}|(?<=['’])\\d{2}))?`, "giu");
const MONTH_FIRST = new RegExp(`\\b(?:${MONTH})\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?,?\\s+(\\d{4})\\b`, "giu");
const NUMBERS = /(?<![\d.-])(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|['’]?\d{2})(?![\d-])/g;
/** "29 5 2018": only with a whole year, as in a title. */
const SPACED = /(?<![\d.,-])(\d{1,2}) (\d{1,2}) (\d{4})(?![\d-])/g;
const ISO = /(?<!\d)(\d{4})([-_/.]?)(\d{2})\2(\d{2})(?!\d)/g;
const SHORT = /(?<![\d-])(\d{2})(\d{2})(\d{2})(?![\d-])/g;

export interface FoundDate {
  readonly day: Day;
  readonly raw: string;
  readonly index: number;
  /** false when the year was not written but taken from the meeting */
  readonly hasYear: boolean;
}

/** A calendar day, or null when there is no such day. */
export function dayOf(year: number, month: number, date: number): Day | null {
  const moment = new Date(Date.UTC(year, month - 1, date));
  const exists = year >= 1990 && year <= 2100 && moment.getUTCMonth() === month - 1 && moment.getUTCDate() === date;
  return exists ? (moment.toISOString().slice(0, 10) as Day) : null;
}

/** Every date in a text, in order. Dates without a year count only when `near` says which year is meant: the first such day from then on. */
export function datesIn(text: string, near: Day | null = null): FoundDate[] {
  const found: FoundDate[] = [];
  const add = (day: Day | null, match: RegExpMatchArray, hasYear = true) => {
    if (day !== null) found.push({ day, raw: match[0].trim(), index: match.index ?? 0, hasYear });
  };
  for (const match of text.matchAll(WORDS)) {
    const month = monthOf(match[0]);
    if (match[2]) add(dayOf(fullYear(match[2]), month, Number(match[1])), match);
    else if (near) add(nextFrom(near, month, Number(match[1])), match, false);
  }
  for (const match of text.matchAll(MONTH_FIRST)) add(dayOf(Number(match[2]), monthOf(match[0]), Number(match[1])), match);
  for (const match of text.matchAll(NUMBERS)) add(dayOf(fullYear(match[4] ?? ""), Number(match[3]), Number(match[1])), match);
  for (const match of text.matchAll(SPACED)) add(dayOf(Number(match[3]), Number(match[2]), Number(match[1])), match);
  for (const match of text.matchAll(ISO)) add(dayOf(Number(match[1]), Number(match[3]), Number(match[4])), match);
  return found.sort((a, b) => a.index - b.index);
}

/** The dates in a file or folder name: those of a text, and also `211202`. `2024-24-09` is reported as impossible. */
export function datesInName(name: string): { dates: FoundDate[]; impossible: string[] } {
  const dates = datesIn(name.replace(/_/g, " ").replace(/(\d{4}) (\d{2}) (\d{2})/g, "$1-$2-$3"));
  const impossible = [...name.matchAll(ISO)].filter((match) => match[2] !== "" && dayOf(Number(match[1]), Number(match[3]), Number(match[4])) === null).map((match) => match[0]);
  if (dates.length === 0) {
    for (const match of name.replace(/_/g, " ").matchAll(SHORT)) {
      const day = dayOf(2000 + Number(match[1]), Number(match[2]), Number(match[3]));
      if (day !== null) dates.push({ day, raw: match[0], index: match.index, hasYear: true });
    }
  }
  return { dates, impossible };
}

/** The day that a deadline means, only where the text leaves no doubt; "Q1 2026" and "doorlopend" do. */
export function dueDay(text: string, meeting: Day | null): Day | null {
  if (/^\s*(?:na|vanaf|niet (?:voor|eerder)|begin)\b/i.test(text)) return null;
  // "21-01" alone, as in a column of dates
  const [, short = "", numbered = ""] = /^\s*(?:(?:tegen|voor|vóór|uiterlijk|op|per)\s+)?(\d{1,2})[-/](\d{1,2})\s*$/i.exec(text) ?? [];
  if (numbered !== "") return meeting === null ? null : nextFrom(daysBefore(meeting, LATE), Number(numbered), Number(short));
  const dates = datesIn(text, meeting);
  if (dates.length > 1 && new Set(dates.map((date) => date.day)).size > 1) return null;
  if (dates[0]) return dates[0].day;
  const within = /\b(?:binnen|over)\s+(\d{1,2}|een|één|twee|drie|vier|zes)\s+(dag|week|maand|dagen|weken|maanden)\b/i.exec(text);
  if (!within || meeting === null) return null;
  const amount = { een: 1, één: 1, twee: 2, drie: 3, vier: 4, zes: 6 }[within[1]?.toLowerCase() ?? ""] ?? Number(within[1]);
  const [year = 0, month = 0, date = 0] = meeting.split("-").map(Number);
  const unit = within[2]?.toLowerCase() ?? "";
  if (unit.startsWith("maand")) return dayOf(year, month, 1) && sameDateLater(year, month + amount, date);
  return new Date(Date.UTC(year, month - 1, date + amount * (unit.startsWith("we") ? 7 : 1))).toISOString().slice(0, 10) as Day;
}

/** An action that should have been done so long ago still stands on the list. */
const LATE = 45;

const daysBefore = (day: Day, amount: number): Day => new Date(Date.parse(day) - amount * 86_400_000).toISOString().slice(0, 10) as Day;

function sameDateLater(year: number, month: number, date: number): Day {
  const last = new Date(Date.UTC(year, month, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1, Math.min(date, last))).toISOString().slice(0, 10) as Day;
}

const monthOf = (text: string): number => {
  const word = /\p{L}{3,}/u.exec(text.replace(/^\d+(?:ste|de|e|st|nd|rd|th)?(?=[\s.-])/i, "").replace(/^\d+/, ""))?.[0].toLowerCase() ?? "";
  const key = { maa: "mrt", mar: "mrt", may: "mei", oct: "okt" }[word.slice(0, 3)] ?? word.slice(0, 3);
  return MONTHS.findIndex((month) => month === key) + 1;
};
const fullYear = (written: string): number => (written.length === 4 ? Number(written) : 2000 + Number(written.slice(-2)));
const nextFrom = (near: Day, month: number, date: number): Day | null => {
  const year = Number(near.slice(0, 4));
  const this_year = dayOf(year, month, date);
  return this_year !== null && this_year >= near ? this_year : dayOf(year + 1, month, date);
};
