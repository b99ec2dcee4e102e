import { href, paths } from "#app/paths.ts";
import { planningNotices, seriesText } from "#app/text/planning.ts";
import { Section } from "#app/ui/layout.tsx";

interface SeriesMovesProps {
  readonly moves: readonly { readonly id: string; readonly day: string; readonly change: string }[];
  readonly stays: readonly { readonly id: string; readonly day: string; readonly why: string }[];
}

/** What another time or place does to the meetings of a series, before it is done: which change and how, which stay and why. */
export function SeriesMoves({ moves, stays }: SeriesMovesProps) {
  return (
    <Section id="gevolg" title={seriesText.movesTitle(moves.length)}>
      {moves.length === 0 && <p>{planningNotices["nothing-moves"]}</p>}
      {moves.length > 0 && (
        <ul className="utrecht-unordered-list">
          {moves.map(({ id, day, change }) => (
            <li key={id} className="utrecht-unordered-list__item">
              <a href={href(paths.meeting, { id })}>{day}</a>: {change}
            </li>
          ))}
        </ul>
      )}
      {stays.length > 0 && (
        <>
          <h3>{seriesText.staysTitle}</h3>
          <ul className="utrecht-unordered-list">
            {stays.map(({ id, day, why }) => (
              <li key={id} className="utrecht-unordered-list__item">
                <a href={href(paths.meeting, { id })}>{day}</a>: {why}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
}
