import type { ConditionStrength } from "#app/domain/proposals/discussion.ts";
import { formText, strengthText } from "#app/text/proposals.ts";
import { TextField } from "#app/ui/form.tsx";
import type { enteredFields } from "./form-state.tsx";

interface ConditionAnswersProps {
  readonly conditions: readonly { readonly id: string; readonly organisationName: string; readonly strength: ConditionStrength; readonly quote: string | null; readonly statement: string }[];
  readonly fields: ReturnType<typeof enteredFields>;
}

/** In the form of a next version: a field of its own for the answer to each condition that is still open. */
export function ConditionAnswers({ conditions, fields }: ConditionAnswersProps) {
  if (conditions.length === 0) return null;
  return (
    <fieldset className="stack">
      <legend className="utrecht-form-fieldset__legend">{formText.conditions}</legend>
      <p className="small muted">{formText.conditionsHint}</p>
      {conditions.map(({ id, organisationName, strength, quote, statement }) => (
        <TextField
          key={id}
          {...fields.of(`answer-${id}`)}
          label={formText.conditionAnswer(organisationName)}
          hint={formText.conditionHint(strengthText[strength], quote, statement)}
          multiline
          rows={2}
        />
      ))}
    </fieldset>
  );
}
