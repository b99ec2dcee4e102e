import { href, paths } from "#app/paths.ts";
import { roadmapItemText } from "#app/text/roadmap.ts";
import { Fields } from "../fields.tsx";

interface Neighbour {
  readonly number: string;
  readonly title: string;
  readonly isLate: boolean;
}

/** What this waits for and what waits for this; a warning where the planning of the two cannot both be. */
export function Neighbours({ waitsFor, neededBy }: { waitsFor: readonly Neighbour[]; neededBy: readonly Neighbour[] }) {
  return (
    <Fields
      rows={[
        { term: roadmapItemText.waitsFor, value: <Others items={waitsFor} warning={roadmapItemText.tooLate} /> },
        { term: roadmapItemText.neededBy, value: <Others items={neededBy} warning={roadmapItemText.tooEarly} /> },
      ]}
    />
  );
}

function Others({ items, warning }: { items: readonly Neighbour[]; warning: string }) {
  if (items.length === 0) return <>{roadmapItemText.none}</>;
  return (
    <ul className="plain">
      {items.map(({ number, title, isLate }) => (
        <li key={number}>
          <a href={href(paths.roadmapItem, { number })}>{`${number} ${title}`}</a>
          {isLate && <span className="late">{` (${warning})`}</span>}
        </li>
      ))}
    </ul>
  );
}
