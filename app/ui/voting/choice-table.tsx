import { resultText } from "#app/text/voting-result.ts";
import { BarKey, ChoiceBar, type BarPart } from "./choice-bar.tsx";

interface ChoiceTableProps {
  readonly parts: readonly (BarPart & { readonly counts: string })[];
  readonly isWeighted: boolean;
  /** whether the choices count towards a base and a quorum */
  readonly hasBase: boolean;
}

/** The bar and the table of the same figures. */
export function ChoiceTable({ parts, isWeighted, hasBase }: ChoiceTableProps) {
  return (
    <>
      <ChoiceBar parts={parts} label={resultText.barLabel(parts)} />
      <table className="dense short">
        <caption>{isWeighted ? resultText.weights : resultText.choices}</caption>
        <thead>
          <tr>
            <th scope="col">{resultText.choice}</th>
            <th scope="col" className="right">
              {isWeighted ? resultText.votes : resultText.seats}
            </th>
            {hasBase && <th scope="col">{resultText.counts}</th>}
          </tr>
        </thead>
        <tbody>
          {parts.map(({ key, label, value, counts }) => (
            <tr key={key}>
              <th scope="row">
                <BarKey part={key} />
                {label}
              </th>
              <td className="right num">{value}</td>
              {hasBase && <td>{counts}</td>}
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
