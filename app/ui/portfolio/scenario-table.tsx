import { href, paths } from "#app/paths.ts";
import { scenarioText } from "#app/text/portfolio-scores.ts";

export interface ScenarioColumn {
  /** null: the ranking without any wish */
  readonly id: string | null;
  readonly title: string;
  readonly fits: Readonly<Record<string, { readonly isIn: boolean; readonly words: string }>>;
  readonly fitting: number;
  readonly all: number;
  readonly cost: string;
  readonly busiest: string | null;
}

/** Alternatives side by side: what fits in each, and what they come to together. */
export function ScenarioTable({ columns, initiatives }: { columns: readonly ScenarioColumn[]; initiatives: readonly { readonly number: string; readonly title: string }[] }) {
  return (
    <div className="scroll">
      <table className="cards">
        <caption>{scenarioText.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{scenarioText.initiative}</th>
            {columns.map(({ id, title }) => (
              <th key={id ?? ""} scope="col">
                {id === null ? title : <a href={href(paths.scenario, { id })}>{title}</a>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {initiatives.map(({ number, title }) => (
            <tr key={number}>
              <th scope="row">
                <a href={href(paths.initiative, { number })}>{`${number} ${title}`}</a>
              </th>
              {columns.map((column) => (
                <td key={column.id ?? ""} data-label={column.title} className={column.fits[number]?.isIn === true ? "fits" : undefined}>
                  <div>{column.fits[number]?.words}</div>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          {([
            [scenarioText.fitting, ({ fitting, all }: ScenarioColumn) => scenarioText.fittingOf(fitting, all)],
            [scenarioText.cost, ({ cost }: ScenarioColumn) => cost],
            [scenarioText.busiest, ({ busiest }: ScenarioColumn) => busiest ?? "–"],
          ] as const).map(([label, value]) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              {columns.map((column) => (
                <td key={column.id ?? ""} data-label={column.title}>
                  <div>{value(column)}</div>
                </td>
              ))}
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}
