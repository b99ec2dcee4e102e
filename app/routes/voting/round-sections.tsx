import { href, paths } from "#app/paths.ts";
import { reminderText } from "#app/text/mail.ts";
import { aboutItemsText } from "#app/text/voting-kinds.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { resultText } from "#app/text/voting-result.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { Section } from "#app/ui/layout.tsx";
import { Meter } from "#app/ui/meter.tsx";
import type { RoundFacts } from "./load-round.ts";

export function Turnout({ turnout, waiting, remind }: { turnout: NonNullable<RoundFacts["turnout"]>; waiting: RoundFacts["waiting"]; remind: string | null }) {
  return (
    <Section id="opkomst" title={roundText.turnout}>
      <Meter label={roundText.turnout} value={turnout.cast} max={turnout.seats} of={roundText.turnoutOf} note={roundText.turnoutNote} />
      {waiting && (
        <>
          <h3>{roundText.waiting}</h3>
          {waiting.length === 0 ? (
            <p>{roundText.nobodyWaiting}</p>
          ) : (
            <ul>
              {waiting.map(({ name, cast, of }) => (
                <li key={name}>
                  {name}
                  {cast > 0 && ` (${roundText.partly(cast, of)})`}
                </li>
              ))}
            </ul>
          )}
          {remind && waiting.length > 0 && <ActionForm action={remind} label={reminderText.button} secondary />}
        </>
      )}
    </Section>
  );
}

export function Texts({ data: { items, explanation, turnout } }: { data: RoundFacts }) {
  return (
    <Section id="teksten" title={roundText.items}>
      {explanation && <p className="preline">{explanation}</p>}
      {turnout && <p className="small muted">{roundText.itemsNote}</p>}
      <ol className="rows">
        {items.map((item) => (
          <li key={item.id}>
            <div>
              <h3>{item.href ? <a href={item.href}>{item.title}</a> : item.title}</h3>
              <p className="meta num">{[...(item.number === null ? [] : [item.number]), ...(item.version === null ? [] : [roundText.version(item.version)])].join(" · ")}</p>
              <p className="preline">{item.statement}</p>
              {item.decision !== null && (
                <p>
                  {resultText.recorded}
                  <a href={href(paths.decision, { number: item.decision })}>{resultText.decision(item.decision)}</a>
                  {"."}
                </p>
              )}
              {item.pulled && (
                <p>
                  <strong>{aboutItemsText.pulled}</strong> {item.pulled.reason !== null && aboutItemsText.pulledWhy(item.pulled.reason)} {item.pulled.href !== null && <a href={item.pulled.href}>{aboutItemsText.toOwn}</a>}
                </p>
              )}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** What seats said besides a vote; nothing when nobody did. */
export function Voices({ id, title, rows }: { id: string; title: string; rows: readonly { readonly about: string; readonly reason: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <Section id={id} title={title}>
      <ul className="rows">
        {rows.map(({ about, reason }) => (
          <li key={about}>
            <div>
              <p className="preline">{reason}</p>
              <p className="meta">{about}</p>
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

export function Facts({ data }: { data: RoundFacts }) {
  const rows = [
    { term: roundText.opens, value: data.opens },
    { term: roundText.closes, value: data.quietDay === null ? data.closes : `${data.closes}. ${data.quietDay}` },
    ...(data.rule === null ? [] : [{ term: roundText.rule, value: data.rule }]),
    { term: roundText.visibility, value: roundText[data.visibility] },
    ...(data.isSecondCall ? [{ term: roundText.secondCall, value: roundText.secondCallNote }] : []),
    ...(data.previousId === null ? [] : [{ term: roundText.previous, value: <a href={href(paths.round, { id: data.previousId })}>{roundText.toPrevious}</a> }]),
    ...(data.signatures.length === 0 ? [] : [{ term: roundText.signatures, value: data.signatures.join(" ") }]),
    ...(data.fingerprint === null ? [] : [{ term: roundText.fingerprint, value: <code className="num">{data.fingerprint.replace(/(.{4})(?=.)/g, "$1 ")}</code> }]),
  ];
  return (
    <Section id="gegevens" title={roundText.facts}>
      <Fields rows={rows} />
      {data.hasResult && (
        <p>
          <a href={href(paths.roundComparison, { id: data.id })}>{roundText.compare}</a>
        </p>
      )}
    </Section>
  );
}
