import type { RankingResult } from "#app/domain/voting/ranking.ts";
import { rankingText as words } from "#app/text/voting-kinds.ts";
import { Section } from "../layout.tsx";

/** The order of a prioritering, ties together, and how each option did against each other. */
export function RankingOutcome({ result, titles }: { result: RankingResult; titles: Readonly<Record<string, string>> }) {
  const options = Object.keys(result.pairwise);
  return (
    <>
      <Section id="volgorde" title={words.order}>
        <table className="cards dense">
          <caption>{words.orderCaption}</caption>
          <thead>
            <tr>
              <th scope="col">{words.option}</th>
              <th scope="col">{words.place}</th>
            </tr>
          </thead>
          <tbody>
            {result.order.flatMap((place, index) =>
              place.map((option) => (
                <tr key={option}>
                  <th scope="row">{titles[option] ?? option}</th>
                  <td data-label={words.place} className="num">
                    <span>
                      {result.order.slice(0, index).flat().length + 1}
                      {place.length > 1 && ` (${words.tied})`}
                    </span>
                  </td>
                </tr>
              )),
            )}
          </tbody>
        </table>
      </Section>
      <Section id="paren" title={words.pairs}>
        <p>{words.pairsLead}</p>
        <div className="scroll">
          <table className="dense">
            <caption>{words.pairsCaption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.option}</th>
                {options.map((option) => (
                  <th scope="col" key={option}>
                    {option}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {options.map((option) => (
                <tr key={option}>
                  <th scope="row">{option}</th>
                  {options.map((other) => (
                    <td key={other} className="num">
                      {option === other ? "–" : (result.pairwise[option]?.[other] ?? 0)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </Section>
    </>
  );
}
