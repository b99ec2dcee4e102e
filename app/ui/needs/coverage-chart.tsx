import type { QuarterCoverage } from "#app/domain/needs/coverage.ts";
import { number, quarter as quarterText } from "#app/text/format.ts";
import { coverageText } from "#app/text/needs.ts";
import { DataTable } from "#app/ui/table.tsx";

const [CELL, ROOM, HEAD] = [92, 120, 28];

/** How many needs have adopted requirements, quarter after quarter: a picture, and a table with the same figures, which is all that a phone shows. */
export function CoverageChart({ quarters }: { quarters: readonly QuarterCoverage[] }) {
  const most = Math.max(1, ...quarters.map(({ needs }) => needs));
  const tall = (amount: number): number => (amount / most) * ROOM;
  const [base, width] = [HEAD + ROOM, Math.max(1, quarters.length) * CELL];
  return (
    <>
      <div className="tl cov">
        <svg viewBox={`0 0 ${width} ${base + 30}`} width={width} height={base + 30} role="img" aria-label={coverageText.alt}>
          {quarters.map(({ quarter, needs, covered }, index) => (
            <g key={quarter}>
              <rect className="cov-all" x={index * CELL + 12} y={base - tall(needs)} width={CELL - 24} height={tall(needs)} />
              <rect className="tl-used" x={index * CELL + 12} y={base - tall(covered)} width={CELL - 24} height={tall(covered)} />
              <text className="tl-muted" x={index * CELL + CELL / 2} y={base - tall(needs) - 8} textAnchor="middle">
                {coverageText.ofAll(covered, needs)}
              </text>
              <text className="tl-quarter" x={index * CELL + CELL / 2} y={base + 20} textAnchor="middle">
                {quarterText(quarter)}
              </text>
            </g>
          ))}
          <line className="tl-grid" x1={0} x2={width} y1={base} y2={base} />
        </svg>
      </div>
      <DataTable
        caption={coverageText.caption}
        head={[coverageText.quarter, coverageText.needs, coverageText.covered]}
        rows={quarters.map(({ quarter, needs, covered }) => ({ key: quarter, cells: [quarterText(quarter), number(needs), number(covered)] }))}
      />
    </>
  );
}
