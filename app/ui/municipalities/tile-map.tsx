import { ADOPTION_STATES, type AdoptionState } from "#app/domain/municipalities/adoption.ts";
import { adoptionText, municipalitiesText } from "#app/text/municipalities.ts";

interface TileMapProps {
  readonly component: string;
  readonly tiles: readonly { readonly code: string; readonly name: string; readonly row: number; readonly column: number; readonly state: AdoptionState }[];
}

const SIDE = 18;

/** A square for every gemeente, coloured by its state. Which is which also stands in the legend and in the list. */
export function TileMap({ component, tiles }: TileMapProps) {
  if (tiles.length === 0) return null;
  const [rows, columns] = [Math.max(...tiles.map(({ row }) => row)) + 1, Math.max(...tiles.map(({ column }) => column)) + 1];
  return (
    <figure className="tiles stack">
      <svg viewBox={`0 0 ${columns * SIDE} ${rows * SIDE}`} role="img" aria-label={municipalitiesText.mapLabel(component)}>
        {tiles.map(({ code, name, row, column, state }) => (
          <rect key={code} className={`tile tile-${state}`} x={column * SIDE + 1} y={row * SIDE + 1} width={SIDE - 2} height={SIDE - 2} rx={2}>
            <title>{`${name}: ${adoptionText[state]}`}</title>
          </rect>
        ))}
      </svg>
      <figcaption>
        <ul className="plain legend">
          {ADOPTION_STATES.map((state) => (
            <li key={state}>
              <svg width="14" height="14" aria-hidden="true">
                <rect className={`tile tile-${state}`} x="1" y="1" width="12" height="12" rx="2" />
              </svg>
              {` ${adoptionText[state]}`}
            </li>
          ))}
        </ul>
      </figcaption>
    </figure>
  );
}
