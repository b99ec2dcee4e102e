import type { ConditionState, ConditionStrength } from "#app/domain/proposals/discussion.ts";
import { conditionText, pageText, strengthText } from "#app/text/proposals.ts";
import { Tag } from "#app/ui/tag.tsx";

export interface ConditionWords {
  readonly organisationName: string;
  readonly version: number;
  readonly strength: ConditionStrength;
  readonly quote: string | null;
  /** where the quote stands now: "bij tekst, alinea 2" */
  readonly place?: string | null;
  /** the text of the quote changed since */
  readonly isQuoteGone?: boolean;
  readonly statement: string;
  readonly answer: string | null;
  readonly answeredIn: number | null;
  readonly state: ConditionState;
}

const TONE = { open: "amber", answered: "blue", confirmed: "green", kept: "red" } as const satisfies Record<ConditionState, string>;

/** One condition: how strong, about which words, from whom, and what was answered. */
export function ConditionNote({ condition }: { condition: ConditionWords }) {
  const { organisationName, version, strength, quote, place = null, isQuoteGone = false, statement, answer, answeredIn, state } = condition;
  return (
    <>
      <p>
        <Tag>{strengthText[strength]}</Tag> <Tag tone={TONE[state]}>{conditionText[state]}</Tag>
      </p>
      {quote !== null && (
        <blockquote>
          <p className="lines">“{quote}”</p>
          {isQuoteGone && <Tag tone="amber">{pageText.quoteGone}</Tag>}
        </blockquote>
      )}
      <p className="lines">{statement}</p>
      <p className="by">{[pageText.conditionFrom(organisationName, version), place].filter(Boolean).join(" · ")}</p>
      {answer !== null && (
        <div className="reply stack">
          <p className="lines">{answer}</p>
          {answeredIn !== null && <p className="by">{pageText.answeredIn(answeredIn)}</p>}
        </div>
      )}
    </>
  );
}
