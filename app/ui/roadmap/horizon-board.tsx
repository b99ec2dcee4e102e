import type { Quarter } from "#app/domain/roadmap/quarter.ts";
import { horizonOf, HORIZONS } from "#app/domain/roadmap/horizon.ts";
import { href, paths } from "#app/paths.ts";
import { quarter } from "#app/text/format.ts";
import { horizonHint, horizonText, planText } from "#app/text/roadmap-plan.ts";
import { progressText, roadmapText, standingWords } from "#app/text/roadmap.ts";
import type { RoadmapRow } from "./roadmap-table.tsx";

/** Now, next and later, and what is done: for who wants no quarters. */
export function HorizonBoard({ items, current }: { items: readonly (RoadmapRow & { readonly start: Quarter })[]; current: Quarter }) {
  const columns = HORIZONS.map((horizon) => ({ horizon, own: items.filter((item) => horizonOf(item, current) === horizon) }));
  return (
    <div className="board">
      {columns.map(({ horizon, own }) => (
        <section key={horizon} aria-labelledby={`kop-${horizon}`}>
          <h2 id={`kop-${horizon}`} className="row-title">
            {horizonText[horizon]} <span className="muted">{own.length}</span>
          </h2>
          <p className="small muted">{horizonHint[horizon]}</p>
          {own.length === 0 ? (
            <p className="muted">{planText.nothing}</p>
          ) : (
            <ul>
              {own.map((item) => (
                <li key={item.number} className={item.standing === "voorgesteld" ? "is-proposed" : undefined}>
                  <h3 className="row-title">
                    <a href={href(paths.roadmapItem, { number: item.number })}>{item.title}</a>
                  </h3>
                  <p className="meta">{[item.number, item.component, roadmapText.period(quarter(item.start), quarter(item.end))].join(" · ")}</p>
                  <p className="meta">{[standingWords(item.standing, item.heldUntil), progressText[item.progress]].join(" · ")}</p>
                </li>
              ))}
            </ul>
          )}
        </section>
      ))}
    </div>
  );
}
