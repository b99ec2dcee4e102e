import type { WhatIf } from "#app/domain/roadmap/what-if.ts";
import { href, paths } from "#app/paths.ts";
import { whatIfText } from "#app/text/roadmap-plan.ts";

/** What a yes would do: what moves, what no longer fits, and where it becomes too full. */
export function WhatIfResult({ result: { moved, already, crowdedOut, over }, names }: { result: Omit<WhatIf, "plan">; names?: Readonly<Record<string, string>> }) {
  const label = (number: string): string => (names?.[number] === undefined ? number : `${number} ${names[number]}`);
  return (
    <dl className="fields utrecht-data-list">
      <Part term={whatIfText.moved} none={whatIfText.movedNone} lines={moved.map(({ number, from, to, because }) => ({ number, text: whatIfText.movedLine(from, to, because) }))} label={label} />
      {already.length > 0 && <Part term={whatIfText.already} none="" lines={already.map(({ number, from, to, because }) => ({ number, text: whatIfText.movedLine(from, to, because) }))} label={label} />}
      <Part term={whatIfText.crowded} none={whatIfText.crowdedNone} lines={crowdedOut.map(({ number, quarter, short }) => ({ number, text: whatIfText.crowdedLine(quarter, short) }))} label={label} />
      <Part term={whatIfText.over} none={whatIfText.overNone} lines={over.map(({ quarter, short }) => ({ number: null, text: whatIfText.overLine(quarter, short) }))} label={label} />
    </dl>
  );
}

interface PartProps {
  readonly term: string;
  readonly none: string;
  readonly lines: readonly { readonly number: string | null; readonly text: string }[];
  readonly label: (number: string) => string;
}

function Part({ term, none, lines, label }: PartProps) {
  return (
    <div>
      <dt className="utrecht-data-list__item-key">{term}</dt>
      <dd className="utrecht-data-list__item-value">
        {lines.length === 0 ? (
          none
        ) : (
          <ul className="plain">
            {lines.map(({ number, text }) => (
              <li key={`${number ?? ""} ${text}`}>
                {number !== null && <a href={href(paths.roadmapItem, { number })}>{label(number)}</a>} {text}
              </li>
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}
