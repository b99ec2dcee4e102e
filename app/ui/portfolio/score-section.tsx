import { href, paths } from "#app/paths.ts";
import { scoreText } from "#app/text/portfolio-scores.ts";
import { PastScoreTable, ScoreTable, SeatScoreTable, type PastScore, type ScoreRow, type SeatScore } from "./score-table.tsx";

export interface ShownScores {
  readonly sight: "all" | "figures" | "own-first" | "none";
  readonly rows: readonly ScoreRow[];
  readonly mean: string | null;
  readonly seats: number;
  readonly criteria: readonly string[];
  readonly perSeat: readonly SeatScore[];
  readonly older: number;
  readonly decidedWith: number | null;
  readonly past: readonly PastScore[];
}

/** What the Taskforce gave: the outcome in words, the figures per criterion, and who gave what for who may see that. */
export function Scores({ scores }: { readonly scores: ShownScores }) {
  if (scores.sight === "own-first") {
    return (
      <>
        <p>{scoreText.ownFirst}</p>
        <Past past={scores.past} />
      </>
    );
  }
  if (scores.seats === 0 && scores.older === 0 && scores.past.length === 0) return <p className="muted">{scoreText.none}</p>;
  return (
    <>
      {scores.older > 0 && <p className="note">{scoreText.older(scores.older)}</p>}
      {scores.decidedWith !== null && <p className="note">{scoreText.decidedWith(scores.decidedWith)}</p>}
      {scores.mean !== null && <p>{scoreText.total(scores.mean, scores.seats)}</p>}
      <ScoreTable rows={scores.rows} />
      {scores.perSeat.length > 0 && (
        <details>
          <summary>{scoreText.perSeat}</summary>
          <SeatScoreTable criteria={scores.criteria} seats={scores.perSeat} />
        </details>
      )}
      <Past past={scores.past} />
      <p>
        <a href={href(paths.criteria)}>{scoreText.criteria}</a>
      </p>
    </>
  );
}

function Past({ past }: { past: readonly PastScore[] }) {
  if (past.length === 0) return null;
  return (
    <details>
      <summary>{scoreText.past}</summary>
      <p>{scoreText.pastLead}</p>
      <PastScoreTable past={past} />
    </details>
  );
}
