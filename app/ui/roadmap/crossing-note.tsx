import { href, paths } from "#app/paths.ts";
import { planText } from "#app/text/roadmap-plan.ts";

interface Crossing {
  readonly number: string;
  readonly start: string;
  readonly waitsFor: readonly { readonly number: string; readonly end: string; readonly isLate: boolean }[];
}

const IN_SIGHT = 10;

/** A warning where something begins before that is ready which it waits for. The others carry it in the table. */
export function CrossingNote({ items }: { items: readonly Crossing[] }) {
  const crossings = items.flatMap(({ number, start, waitsFor }) => waitsFor.filter(({ isLate }) => isLate).map((needed) => ({ number, start, needs: needed.number, until: needed.end })));
  return (
    <div className="note stack">
      <h2 className="row-title">{planText.crossingTitle(crossings.length)}</h2>
      <p>{planText.crossingLead}</p>
      <ul>
        {crossings.slice(0, IN_SIGHT).map(({ number, start, needs, until }) => (
          <li key={`${number} ${needs}`}>
            <a href={href(paths.roadmapItem, { number })}>{planText.crossingLine(number, start, needs, until)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
