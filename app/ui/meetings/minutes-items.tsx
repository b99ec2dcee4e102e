import { href, paths } from "#app/paths.ts";
import { anchorText } from "#app/text/audit.ts";
import { meetingText, minutesText } from "#app/text/meetings.ts";
import { correctionsText } from "#app/text/minutes.ts";
import { Markdown } from "#app/ui/markdown.tsx";
import { Tag, Tags } from "#app/ui/tag.tsx";
import { Errata } from "./errata.tsx";

export interface MinutesItem {
  readonly id: string;
  readonly place: number;
  readonly title: string;
  readonly isClosed: boolean;
  readonly isPublicWording: boolean;
  readonly html: string | null;
  readonly round: { readonly id: string; readonly title: string } | null;
  /** where the round stands in the log, as lines that the check of the log reads */
  readonly anchors: readonly string[];
  readonly proposal: { readonly number: string; readonly title: string } | null;
  readonly decisions: readonly { readonly number: string; readonly title: string }[];
  readonly errata: readonly { readonly statement: string; readonly line: string }[];
}

/** The minutes item by item, each with an address of its own, so that a decision can point at its passage. `suggestAt` is where a reader asks for a correction. */
export function MinutesItems({ items, suggestAt = null }: { items: readonly MinutesItem[]; suggestAt?: string | null }) {
  return (
    <>
      {items.map(({ id, place, title, isClosed, isPublicWording, html, round, anchors, proposal, decisions, errata }) => (
        <section key={id} id={`punt-${id}`} className="stack minutes-item" aria-labelledby={`kop-${id}`}>
          <h2 id={`kop-${id}`}>{minutesText.itemLabel(place, title)}</h2>
          {isClosed && (
            <Tags>
              <Tag tone="amber">{meetingText.closed}</Tag>
            </Tags>
          )}
          {proposal && (
            <p className="meta">
              {meetingText.about} <a href={href(paths.proposal, { number: proposal.number })}>{`${proposal.number} ${proposal.title}`}</a>
            </p>
          )}
          {round && (
            <p className="meta">
              {meetingText.round}: <a href={href(paths.round, { id: round.id })}>{round.title}</a>
            </p>
          )}
          {anchors.length > 0 && (
            <details>
              <summary>{anchorText.heading}</summary>
              <pre className="hash">{anchors.join("\n")}</pre>
            </details>
          )}
          {html === null ? <p className="muted">{minutesText.noMinutes}</p> : <Markdown html={html} />}
          {decisions.map((decision) => (
            <p key={decision.number}>
              <a href={href(paths.decision, { number: decision.number })}>{`${decision.number} ${decision.title}`}</a>
            </p>
          ))}
          {errata.length > 0 && <Errata errata={errata} />}
          {suggestAt !== null && !isPublicWording && (
            <p className="small">
              <a href={`${suggestAt}?punt=${id}`} aria-label={correctionsText.askFor(title)}>
                {correctionsText.ask}
              </a>
            </p>
          )}
        </section>
      ))}
    </>
  );
}
