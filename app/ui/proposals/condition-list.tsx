import type { ConditionState, ConditionStrength } from "#app/domain/proposals/discussion.ts";
import { conditionPageText } from "#app/text/amendments.ts";
import { conditionText, pageText, strengthText } from "#app/text/proposals.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface ShownCondition {
  readonly id: string;
  readonly organisationName: string;
  readonly version: number;
  readonly strength: ConditionStrength;
  readonly quote: string | null;
  readonly statement: string;
  readonly answer: string | null;
  readonly answeredIn: number | null;
  readonly state: ConditionState;
  /** where this seat confirms or keeps it; null when this reader does not hold the seat or it is settled */
  readonly confirmAddress: string | null;
  /** where this reader may answer it with the current version; null when not */
  readonly answerAddress: string | null;
}

const TONE = { open: "amber", answered: "blue", confirmed: "green", kept: "red" } as const satisfies Record<ConditionState, string>;

/** What seats asked with "akkoord, mits", what was answered, and where the seat decides about the answer. */
export function ConditionList({ conditions }: { conditions: readonly ShownCondition[] }) {
  return (
    <>
      {conditions.map(({ id, organisationName, version, strength, quote, statement, answer, answeredIn, state, confirmAddress, answerAddress }) => (
        <article className="note stack" key={id} id={`voorwaarde-${id}`}>
          <p>
            <Tag>{strengthText[strength]}</Tag> <Tag tone={TONE[state]}>{conditionText[state]}</Tag>
          </p>
          {quote !== null && (
            <blockquote>
              <p>“{quote}”</p>
            </blockquote>
          )}
          <p className="lines">{statement}</p>
          <p className="by">{pageText.conditionFrom(organisationName, version)}</p>
          {answer !== null && (
            <div className="reply stack">
              <p className="lines">{answer}</p>
              {answeredIn !== null && <p className="by">{pageText.answeredIn(answeredIn)}</p>}
            </div>
          )}
          {confirmAddress !== null && (
            <p>
              <ButtonLink href={confirmAddress} secondary>
                {conditionPageText.confirmLink}
              </ButtonLink>
            </p>
          )}
          {answerAddress !== null && (
            <p>
              <ButtonLink href={answerAddress} secondary>
                {conditionPageText.answerLink}
              </ButtonLink>
            </p>
          )}
        </article>
      ))}
    </>
  );
}
