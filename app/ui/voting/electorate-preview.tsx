import { roundFormText } from "#app/text/voting-pages.ts";
import { Alert } from "../alert.tsx";
import { Section } from "../layout.tsx";

const words = roundFormText.opening;

export interface PreviewedElectorate {
  readonly seats: readonly { readonly id: string; readonly name: string; readonly hasHolder: boolean }[];
  /** one sentence for each pair of seats that speak for the same gemeente */
  readonly overlaps: readonly string[];
}

/** Who will vote, with what stands in the way: a gemeente twice, seats without anybody, nobody at all who hears of it. */
export function ElectoratePreview({ electorate: { seats, overlaps } }: { electorate: PreviewedElectorate }) {
  const empty = seats.filter(({ hasHolder }) => !hasHolder);
  const isUnheard = empty.length === seats.length;
  return (
    <Section id="zetels" title={words.electorate}>
      <p>{words.seats(seats.length)}</p>
      {(overlaps.length > 0 || empty.length > 0 || seats.length === 0) && (
        <Alert tone="warning">
          <p>
            <strong>{words.problems}</strong>
          </p>
          <ul>
            {isUnheard && <li>{words.nobody}</li>}
            {overlaps.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
            {empty.map((seat) => (
              <li key={seat.id}>
                {seat.name}: {words.empty}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {seats.length > 0 && (
        <details>
          <summary>{words.electorate}</summary>
          <ul>
            {seats.map((seat) => (
              <li key={seat.id}>{seat.name}</li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
