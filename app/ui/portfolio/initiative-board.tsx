import { INITIATIVE_STATES, type InitiativeState } from "#app/domain/portfolio/initiative.ts";
import { href, paths } from "#app/paths.ts";
import { quarter } from "#app/text/format.ts";
import { approachText, initiativeStateText, initiativeStateTone, initiativeText, portfolioText } from "#app/text/portfolio.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import { DataTable } from "../table.tsx";
import { Tag } from "../tag.tsx";

export interface BoardInitiative {
  readonly number: string;
  readonly title: string;
  readonly state: InitiativeState;
  readonly component: string;
  readonly approach: keyof typeof approachText;
  readonly costFrom: number | null;
  readonly costTo: number | null;
  readonly roadmap: { readonly start: string; readonly end: string; readonly fte: number } | null;
  readonly proposals: number;
}

const periodOf = ({ roadmap }: BoardInitiative): string => (roadmap === null ? initiativeText.notOnRoadmap : roadmapText.period(quarter(roadmap.start), quarter(roadmap.end)));

/** A column for each state that holds something; below each other on a phone. */
export function InitiativeBoard({ initiatives }: { initiatives: readonly BoardInitiative[] }) {
  const columns = INITIATIVE_STATES.map((state) => ({ state, own: initiatives.filter((initiative) => initiative.state === state) })).filter(({ own }) => own.length > 0);
  return (
    <div className="board">
      {columns.map(({ state, own }) => (
        <section key={state} id={state} aria-labelledby={`kop-${state}`}>
          <h2 id={`kop-${state}`} className="row-title">
            {initiativeStateText[state]} <span className="muted">{own.length}</span>
          </h2>
          <ul>
            {own.map((initiative) => (
              <li key={initiative.number}>
                <h3 className="row-title">
                  <a href={href(paths.initiative, { number: initiative.number })}>{initiative.title}</a>
                </h3>
                <p className="meta">{[initiative.number, initiative.component, portfolioText.proposals(initiative.proposals)].join(" · ")}</p>
                <p className="meta">{initiative.roadmap === null ? periodOf(initiative) : `${periodOf(initiative)} · ${portfolioText.fte(initiative.roadmap.fte)}`}</p>
                <p className="meta">{portfolioText.cost(initiative.costFrom, initiative.costTo)}</p>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

/** The same as a table. */
export function InitiativeTable({ initiatives }: { initiatives: readonly BoardInitiative[] }) {
  return (
    <DataTable
      caption={portfolioText.tableCaption(initiatives.length)}
      head={[portfolioText.initiative, portfolioText.state, portfolioText.component, portfolioText.approach, portfolioText.quarters, portfolioText.people, portfolioText.costs]}
      rows={initiatives.map((initiative) => ({
        key: initiative.number,
        cells: [
          <a key="link" href={href(paths.initiative, { number: initiative.number })}>{`${initiative.number} ${initiative.title}`}</a>,
          <Tag key="stand" tone={initiativeStateTone[initiative.state]}>
            {initiativeStateText[initiative.state]}
          </Tag>,
          initiative.component,
          approachText[initiative.approach],
          periodOf(initiative),
          initiative.roadmap === null ? "–" : portfolioText.fte(initiative.roadmap.fte),
          portfolioText.cost(initiative.costFrom, initiative.costTo),
        ],
      }))}
    />
  );
}
