import { roundFormText } from "#app/text/voting-pages.ts";
import { Alert } from "../alert.tsx";
import { Section } from "../layout.tsx";

const words = roundFormText.opening;

export interface PreviewedElectorate {
  readonly seats: readonly { readonly id: string; readonly name: string; readonly weight: number; readonly hasHolder: boolean; /** somebody sits there, perhaps with an account that does not work */ readonly hasMember: boolean; /** one of its people chose a password */ readonly canSignIn: boolean }[];
  /** one sentence for each pair of seats that speak for the same gemeente */
  readonly overlaps: readonly string[];
}

/** Who will vote, with what stands in the way: a gemeente twice, seats without anybody or without an account, nobody at all who hears of it. */
export function ElectoratePreview({ electorate: { seats, overlaps } }: { electorate: PreviewedElectorate }) {
  const empty = seats.filter(({ hasHolder }) => !hasHolder);
  const waiting = seats.filter(({ hasHolder, canSignIn }) => hasHolder && !canSignIn);
  const isWeighted = seats.some(({ weight }) => weight !== 1);
  const isUnheard = empty.length === seats.length;
  return (
    <Section id="zetels" title={words.electorate}>
      <p>
        {words.seats(seats.length)} {seats.length > 0 && words.heard(seats.length - empty.length)}
      </p>
      {(overlaps.length > 0 || empty.length > 0 || waiting.length > 0 || seats.length === 0) && (
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
                {seat.name}: {seat.hasMember ? words.noAccount : words.empty}
              </li>
            ))}
            {waiting.map((seat) => (
              <li key={seat.id}>
                {seat.name}: {words.noPassword}
              </li>
            ))}
          </ul>
        </Alert>
      )}
      {seats.length > 0 && (
        <details>
          <summary>{words.seatList}</summary>
          <ul>
            {seats.map((seat) => (
              <li key={seat.id}>
                {seat.name}
                {isWeighted && ` (${words.weight(seat.weight)})`}
              </li>
            ))}
          </ul>
        </details>
      )}
    </Section>
  );
}
