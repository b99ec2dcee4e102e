import { ADOPTION_STATES } from "#app/domain/municipalities/adoption.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { adoptionFormText, adoptionText } from "#app/text/municipalities.ts";
import { Button } from "../button.tsx";
import { PageForm, SelectField, TextField } from "../form.tsx";
import { fieldsOf, FormProblems } from "../form-state.tsx";
import { Flow } from "../layout.tsx";

export const noteOf = (slug: string): string => `toelichting-${slug}`;

interface AdoptionFormProps {
  readonly components: readonly { readonly slug: string; readonly label: string }[];
  readonly entered: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
  readonly refusal: string | null;
}

/** How far with each component, and a word about it. */
export function AdoptionForm({ components, entered, problems, refusal }: AdoptionFormProps) {
  const field = fieldsOf(entered, problems);
  return (
    <Flow>
      <FormProblems refusal={refusal} problems={problems} labels={Object.fromEntries(components.flatMap(({ slug, label }) => [[slug, label], [noteOf(slug), adoptionFormText.note(label)]]))} />
      <PageForm>
        {components.map(({ slug, label }) => (
          <div key={slug} className="stack">
            <SelectField {...field(slug)} label={label} options={ADOPTION_STATES.map((value) => ({ value, label: adoptionText[value] }))} />
            <TextField {...field(noteOf(slug))} label={adoptionFormText.note(label)} maxLength={500} />
          </div>
        ))}
        <Button>{adoptionFormText.save}</Button>
      </PageForm>
    </Flow>
  );
}
