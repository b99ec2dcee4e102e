import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { seatsFor, type PublishedRound } from "#app/domain/voting/published.ts";
import { plainCell } from "#app/platform/csv.ts";
import { csvText, totalsText } from "#app/text/voting-csv.ts";
import { findDocument } from "./result-document.ts";

export async function loader(args: LoaderFunctionArgs) {
  const visit = await visitor(args);
  const { id = "" } = args.params;

  const { document } = await findDocument(visit, id);
  return new Response(`\ufeff${rowsOf(document).map(line).join("\r\n")}\r\n`, {
    headers: { "Content-Type": "text/csv; charset=utf-8", "Content-Disposition": `attachment; filename="uitslag-${id}.csv"` },
  });
}

/** One row per seat and item, also of seats that did not vote (afwezig, as Open Raadsinformatie calls it); where the ballots are hidden, one row per item with the totals. */
function rowsOf(document: PublishedRound): string[][] {
  const seats = new Map(document.seats.map((seat) => [seat.id, seat]));
  const rows = document.items.flatMap((item): string[][] => {
    const about = [item.proposal ?? "", item.title, item.version === null ? "" : String(item.version), item.outcome ?? ""];
    if (item.pulledTo !== undefined) return [[...about, "", "", "", csvText.pulled, "", ""]];
    if (item.ballots === null) return [[...about, "", "", "", csvText.hidden(totalsText(item)), "", ""]];
    const voted = new Set(item.ballots.map(({ seat }) => seat));
    const absent = seatsFor(document.seats, item.id).filter(({ id }) => !voted.has(id)).map((seat) => [...about, seat.organisation, seat.code ?? "", String(seat.weight), csvText.absent, "", ""]);
    const cast = item.ballots.map((ballot) => {
      const seat = seats.get(ballot.seat);
      return [...about, seat?.organisation ?? "", seat?.code ?? "", String(seat?.weight ?? ""), ballot.ranking ? ballot.ranking.map((place) => place.join(" = ")).join(" > ") : (ballot.choice ?? ""), ballot.castAt, ballot.receipt];
    });
    return [...cast, ...absent];
  });
  return [csvText.columns, ...rows];
}

const line = (cells: readonly string[]): string => cells.map(cell).join(";");

function cell(text: string): string {
  const safe = plainCell(text);
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
