import { roundText } from "#app/text/voting-pages.ts";
import { receivedText as words } from "#app/text/voting-seats.ts";

export interface ReceivedWords {
  readonly id: string;
  readonly name: string;
  readonly version: number | null;
  readonly statement: string;
}

/** The frozen words of every item, to read out on the phone: the vote hangs on these. One is in sight, more are folded up. */
export function WordsToRead({ items }: { items: readonly ReceivedWords[] }) {
  return (
    <section className="stack" aria-labelledby="voorlezen">
      <h2 id="voorlezen">{words.read}</h2>
      <p>{words.readHint}</p>
      {items.map(({ id, name, version, statement }) => (
        <details key={id} open={items.length === 1}>
          <summary>
            {name}
            {version !== null && <> · {roundText.version(version)}</>}
          </summary>
          <p className="quote">{statement}</p>
        </details>
      ))}
    </section>
  );
}
