import { href, paths } from "#app/paths.ts";
import { scoreText } from "#app/text/portfolio-scores.ts";
import { ScoreTable, SeatScoreTable, type ScoreRow, type SeatScore } from "./score-table.tsx";

interface ScoresProps {
  readonly scores: {
    readonly sight: "all" | "figures" | "own-first" | "none";
    readonly rows: readonly ScoreRow[];
    readonly mean: string | null;
    readonly seats: number;
    readonly criteria: readonly string[];
    readonly perSeat: readonly SeatScore[];
  };
}

/** What the Taskforce gave: the outcome in words, the figures per criterion, and who gave what for who may see that. */
export function Scores({ scores }: ScoresProps) {
  if (scores.sight === "own-first") return <p>{scoreText.ownFirst}</p>;
  if (scores.seats === 0) return <p className="muted">{scoreText.none}</p>;
  return (
    <>
      {scores.mean !== null && <p>{scoreText.total(scores.mean, scores.seats)}</p>}
      <ScoreTable rows={scores.rows} />
      {scores.perSeat.length > 0 && (
        <details>
          <summary>{scoreText.perSeat}</summary>
          <SeatScoreTable criteria={scores.criteria} seats={scores.perSeat} />
        </details>
      )}
      <p>
        <a href={href(paths.criteria)}>{scoreText.criteria}</a>
      </p>
    </>
  );
}
