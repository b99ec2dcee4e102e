import { resultText } from "#app/text/voting-result.ts";
import { Section } from "../layout.tsx";

export interface Remark {
  readonly seat: string;
  readonly text: string;
  readonly choice: string;
  /** for a condition: how heavy it weighs */
  readonly strength: string | null;
}

/** What seats wrote beside their choice. */
export function Remarks({ remarks }: { remarks: readonly Remark[] }) {
  return (
    <Section id="motiveringen" title={resultText.conditions}>
      <ul className="rows">
        {remarks.map(({ seat, text, choice, strength }) => (
          <li key={`${seat} ${text}`}>
            <div>
              <p className="preline">{text}</p>
              <p className="meta">{[resultText.by(seat), choice.toLowerCase(), ...(strength ? [resultText.conditionBy(strength)] : [])].join(" · ")}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}
