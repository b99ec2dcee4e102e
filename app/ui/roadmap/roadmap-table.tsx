import { Fragment } from "react";
import type { Standing } from "#app/domain/roadmap/load.ts";
import { href, paths } from "#app/paths.ts";
import { quarter } from "#app/text/format.ts";
import { planText } from "#app/text/roadmap-plan.ts";
import { progressText, roadmapText, standingTone, standingWords } from "#app/text/roadmap.ts";
import { DataTable } from "../table.tsx";
import { Tag } from "../tag.tsx";

export interface RoadmapRow {
  readonly number: string;
  readonly title: string;
  readonly component: string;
  readonly start: string;
  readonly end: string;
  readonly fte: { readonly least: number; readonly most: number };
  readonly standing: Standing;
  readonly progress: keyof typeof progressText;
  readonly initiative: string | null;
  readonly heldUntil: string | null;
  readonly waitsFor: readonly { readonly number: string; readonly isLate: boolean }[];
}

/** The same as the picture, in words. */
export function RoadmapTable({ items, all, mayDecide }: { items: readonly RoadmapRow[]; all: number; mayDecide: boolean }) {
  return (
    <DataTable
      caption={roadmapText.tableCaption(all)}
      head={[roadmapText.item, roadmapText.component, roadmapText.quarters, roadmapText.fte, planText.waitsFor, roadmapText.standing, roadmapText.progress]}
      rows={items.map((item) => ({
        key: item.number,
        cells: [
          <a key="link" href={href(paths.roadmapItem, { number: item.number })}>{`${item.number} ${item.title}`}</a>,
          item.component,
          roadmapText.period(quarter(item.start), quarter(item.end)),
          planText.people(item.fte.least, item.fte.most),
          item.waitsFor.length === 0 ? "–" : <Needs key="wacht" needs={item.waitsFor} />,
          <span key="stand" className="tags">
            <Tag tone={standingTone[item.standing]}>{standingWords(item.standing, item.heldUntil)}</Tag>
            {mayDecide && item.standing === "voorgesteld" && item.heldUntil === null && item.initiative !== null && (
              <a href={href(paths.portfolioDecision, { number: item.initiative })} aria-label={`${roadmapText.decide}: ${item.title}`}>
                {roadmapText.decide}
              </a>
            )}
          </span>,
          progressText[item.progress],
        ],
      }))}
    />
  );
}

function Needs({ needs }: { needs: RoadmapRow["waitsFor"] }) {
  return (
    <>
      {needs.map(({ number, isLate }, place) => (
        <Fragment key={number}>
          {place > 0 && ", "}
          {number}
          {isLate && <b className="late">{` (${planText.crossing})`}</b>}
        </Fragment>
      ))}
    </>
  );
}
