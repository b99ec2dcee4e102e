import type { Support } from "#app/domain/portfolio/support.ts";
import type { QuarterLoad } from "#app/domain/roadmap/load.ts";
import type { WhatIf } from "#app/domain/roadmap/what-if.ts";
import { href, paths } from "#app/paths.ts";
import { initiativeText, portfolioText } from "#app/text/portfolio.ts";
import { coverNoteText, recordText } from "#app/text/portfolio-scores.ts";
import { Fields } from "../fields.tsx";
import { LoadTable } from "../roadmap/load-table.tsx";
import { WhatIfResult } from "../roadmap/what-if-result.tsx";
import { AdvisedTable, SupportTable, type SaidRow } from "./record-tables.tsx";
import { Scores, type ShownScores } from "./score-section.tsx";

export interface CoverNote {
  readonly number: string;
  readonly title: string;
  readonly summary: string;
  readonly tlp: string;
  readonly state: string;
  readonly isOpen: boolean;
  readonly component: string;
  readonly approach: string;
  readonly cost: string;
  readonly period: string | null;
  readonly people: string | null;
  readonly proposals: readonly { readonly number: string; readonly title: string; readonly bodyName: string; readonly version: number }[];
  readonly record: { readonly said: readonly SaidRow[]; readonly advices: readonly string[]; readonly support: readonly Support[] };
  readonly scores: ShownScores | null;
  readonly effect: Omit<WhatIf, "plan"> | null;
  readonly load: readonly QuarterLoad[];
  readonly decisions: readonly { readonly number: string; readonly dictum: string; readonly meta: string }[];
}

/** One sheet that lies before the Taskforce: what is asked, what it is, who advised what, whether it fits. `level` is that of its own heading. */
export function CoverNoteSheet({ note, level }: { note: CoverNote; level: 1 | 2 }) {
  const [Title, Part] = level === 1 ? (["h1", "h2"] as const) : (["h2", "h3"] as const);
  return (
    <article className="stack sheet">
      <p className="muted">{[coverNoteText.title, note.number, `TLP:${note.tlp}`].join(" · ")}</p>
      <Title id={`notitie-${note.number}`}>{note.title}</Title>
      <Part>{coverNoteText.asked}</Part>
      <p>{note.isOpen ? coverNoteText.askedText : coverNoteText.settled}</p>
      <Part>{coverNoteText.summary}</Part>
      <p>{note.summary}</p>
      <Part>{coverNoteText.facts}</Part>
      <Fields
        rows={[
          { term: initiativeText.component, value: note.component },
          { term: initiativeText.approach, value: note.approach },
          { term: initiativeText.cost, value: note.cost },
          { term: initiativeText.quarters, value: note.period ?? initiativeText.notOnRoadmap },
          ...(note.people === null ? [] : [{ term: coverNoteText.peoplePerQuarter, value: note.people }]),
          { term: portfolioText.state, value: note.state },
        ]}
      />
      <Part>{coverNoteText.proposals}</Part>
      {note.proposals.length === 0 ? (
        <p className="muted">{initiativeText.proposalsHidden}</p>
      ) : (
        <ul>
          {note.proposals.map(({ number, title, bodyName, version }) => (
            <li key={number}>
              <a href={href(paths.proposal, { number })}>{`${number} ${title}`}</a> {`(${[bodyName, recordText.version(version)].join(", ")})`}
            </li>
          ))}
        </ul>
      )}
      <Part>{coverNoteText.advised}</Part>
      <AdvisedTable said={note.record.said} advices={note.record.advices} />
      <Part>{coverNoteText.support}</Part>
      <SupportTable support={note.record.support} />
      {note.scores !== null && (
        <>
          <Part>{coverNoteText.scores}</Part>
          <Scores scores={note.scores} />
        </>
      )}
      {note.load.length > 0 && (
        <>
          <Part>{coverNoteText.plan}</Part>
          <LoadTable load={note.load} />
          {note.effect !== null && <WhatIfResult result={note.effect} />}
        </>
      )}
      {note.decisions.length > 0 && (
        <>
          <Part>{coverNoteText.decisions}</Part>
          <ul>
            {note.decisions.map(({ number, dictum, meta }) => (
              <li key={number}>
                <a href={href(paths.decision, { number })}>{dictum}</a> <span className="muted">{meta}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </article>
  );
}
