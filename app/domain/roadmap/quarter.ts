/** A quarter of a year as it is kept and compared: `2027-K2`. Its texts sort in order of time. */
export type Quarter = string & { readonly __quarter: "Quarter" };

const SHAPE = /^(\d{4})-K([1-4])$/;

/** The quarter in this text, or null when it is none. */
export const parseQuarter = (text: string): Quarter | null => (SHAPE.test(text) ? (text as Quarter) : null);

/** The quarter in which a calendar day falls: `2027-05-09` is in `2027-K2`. */
export const quarterOf = (day: string): Quarter => `${day.slice(0, 4)}-K${Math.ceil(Number(day.slice(5, 7)) / 3)}` as Quarter;

/** The quarter so many later, or earlier when negative. */
export function plusQuarters(quarter: Quarter, amount: number): Quarter {
  const position = Number(quarter.slice(0, 4)) * 4 + Number(quarter.slice(6)) - 1 + amount;
  return `${Math.floor(position / 4)}-K${(((position % 4) + 4) % 4) + 1}` as Quarter;
}

/** How many quarters lie between two: 0 for the same, negative when `to` is earlier. */
export const quartersBetween = (from: Quarter, to: Quarter): number =>
  (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 4 + Number(to.slice(6)) - Number(from.slice(6));

/** Every quarter from the first up to and including the last, in order; none when the last is earlier. */
export const quartersFrom = (first: Quarter, last: Quarter): Quarter[] =>
  Array.from({ length: Math.max(0, quartersBetween(first, last) + 1) }, (_, index) => plusQuarters(first, index));
