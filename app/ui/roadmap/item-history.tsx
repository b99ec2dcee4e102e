import { date, quarter } from "#app/text/format.ts";
import { historyText } from "#app/text/roadmap-plan.ts";
import { progressText, roadmapText } from "#app/text/roadmap.ts";
import { Row, Rows } from "../rows.tsx";

export type HistoryLine = { readonly id: string; readonly at: string; readonly by: string; readonly note: string } & (
  | { readonly what: "moved"; readonly from: readonly [string, string]; readonly to: readonly [string, string] }
  | { readonly what: "milestone"; readonly title: string; readonly from: string; readonly to: string }
  | { readonly what: "status"; readonly progress: keyof typeof progressText }
);

/** Where it stood before and how the work went, each with who, when and why. */
export function ItemHistory({ history }: { history: readonly HistoryLine[] }) {
  if (history.length === 0) return <p className="muted">{historyText.none}</p>;
  return (
    <Rows>
      {history.map((entry) => (
        <Row key={entry.id}>
          <div>
            <p>{wordsFor(entry)}</p>
            <p>{entry.note}</p>
            <p className="meta">{historyText.by(date(entry.at), entry.by)}</p>
          </div>
        </Row>
      ))}
    </Rows>
  );
}

function wordsFor(entry: HistoryLine): string {
  if (entry.what === "status") return historyText.status(progressText[entry.progress].toLowerCase());
  if (entry.what === "milestone") return historyText.milestone(entry.title, date(entry.from), date(entry.to));
  const period = ([start, end]: readonly [string, string]) => roadmapText.period(quarter(start), quarter(end));
  return historyText.moved(period(entry.from), period(entry.to));
}
