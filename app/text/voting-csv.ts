import type { ItemCount } from "#app/domain/voting/count.ts";

/** The heads of the columns of a downloaded result. */
export const csvText = {
  columns: ["voorstel", "titel", "versie", "uitslag", "zetel", "code", "gewicht", "keuze", "uitgebracht op", "bewijs"],
  absent: "afwezig",
  pulled: "uit de ronde gehaald",
  hidden: (totals: string) => (totals === "" ? "besloten" : `besloten: ${totals}`),
};

/** The figures of an item whose ballots are not shown, in the words of a row. */
export function totalsText({ tally, support, result }: Partial<ItemCount>): string {
  if (result) return result.order.map((place) => place.join(" = ")).join(" > ");
  if (support) return `akkoord ${support.akkoord}, akkoord mits ${support.akkoord_mits}, niet akkoord ${support.niet_akkoord}, onthouden ${support.onthouden}`;
  if (!tally) return "";
  if ("for" in tally) return `voor ${tally.for}, tegen ${tally.against}, onthouden ${tally.abstain}`;
  return "objections" in tally ? `bezwaar ${tally.objections}` : `uitgebracht ${tally.seatsCast}`;
}
