import type { Outcome } from "#app/domain/voting/tally.ts";
import { outcomeText, outcomeTone } from "#app/text/voting.ts";
import { resultText } from "#app/text/voting-result.ts";
import { href, paths } from "#app/paths.ts";
import { Section } from "../layout.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface OverviewItem {
  readonly position: number;
  readonly name: string;
  readonly outcome: Outcome | null;
  readonly sentence: string;
  readonly isShown: boolean;
}

/** All items of a round with their outcome; the one that is shown below is marked. */
export function ItemOverview({ id, items }: { id: string; items: readonly OverviewItem[] }) {
  return (
    <Section id="voorstellen" title={resultText.items}>
      <table className="cards dense">
        <caption className="vh">{resultText.items}</caption>
        <thead>
          <tr>
            <th scope="col">{resultText.item}</th>
            <th scope="col">{resultText.outcome}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ position, name, outcome, sentence, isShown }) => (
            <tr key={position}>
              <th scope="row">
                <a href={href(paths.roundResult, { id }, { onderdeel: position })} aria-current={isShown ? "page" : undefined}>
                  {name}
                </a>
              </th>
              <td data-label={resultText.outcome}>
                <span>
                  {outcome && <Tag tone={outcomeTone[outcome]}>{outcomeText[outcome]}</Tag>} {sentence}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
