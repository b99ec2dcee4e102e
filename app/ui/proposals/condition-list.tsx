import { conditionPageText } from "#app/text/amendments.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { ConditionNote, type ConditionWords } from "./condition-note.tsx";

export interface ShownCondition extends ConditionWords {
  readonly id: string;
  /** where this seat confirms or keeps it; null when this reader does not hold the seat or it is settled */
  readonly confirmAddress: string | null;
  /** where this reader may answer it with the current version; null when not */
  readonly answerAddress: string | null;
}

/** What seats asked with "akkoord, mits", what was answered, and where the seat decides about the answer. */
export function ConditionList({ conditions }: { conditions: readonly ShownCondition[] }) {
  return (
    <>
      {conditions.map((condition) => (
        <article className="note stack" key={condition.id} id={`voorwaarde-${condition.id}`}>
          <ConditionNote condition={condition} />
          {condition.confirmAddress !== null && (
            <p>
              <ButtonLink href={condition.confirmAddress} secondary>
                {conditionPageText.confirmLink}
              </ButtonLink>
            </p>
          )}
          {condition.answerAddress !== null && (
            <p>
              <ButtonLink href={condition.answerAddress} secondary>
                {conditionPageText.answerLink}
              </ButtonLink>
            </p>
          )}
        </article>
      ))}
    </>
  );
}
