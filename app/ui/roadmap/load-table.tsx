import type { ReactNode } from "react";
import type { QuarterLoad } from "#app/domain/roadmap/load.ts";
import { quarter } from "#app/text/format.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import { DataTable } from "../table.tsx";

/** What fits: people asked and people there, per quarter. */
export function LoadTable({ load }: { load: readonly QuarterLoad[] }) {
  return (
    <DataTable
      caption={roadmapText.loadCaption}
      head={[roadmapText.quarter, roadmapText.decided, roadmapText.proposed, roadmapText.available, roadmapText.fit]}
      rows={load.map((one) => ({
        key: one.quarter,
        cells: [quarter(one.quarter), roadmapText.people(one.decided), roadmapText.people(one.proposed), one.capacity === null ? roadmapText.unknown : roadmapText.people(one.capacity), fitOf(one)],
      }))}
    />
  );
}

const fitOf = ({ capacity, isOver, decided, proposed }: QuarterLoad): ReactNode =>
  capacity === null ? roadmapText.unknown : isOver ? <span className="late">{roadmapText.over(decided + proposed - capacity)}</span> : roadmapText.fits;
