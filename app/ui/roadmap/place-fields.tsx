import type { Entered } from "#app/domain/shared/entered.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { quarter } from "#app/text/format.ts";
import { roadmapFormText } from "#app/text/roadmap.ts";
import { CheckboxGroup, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf } from "#app/ui/form-state.tsx";

interface PlaceFieldsProps {
  readonly quarters: readonly string[];
  readonly others: readonly { readonly number: string; readonly title: string }[];
  readonly entered: Entered;
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
}

/** From when until when, with how many people, and what must be ready first. */
export function PlaceFields({ quarters, others, entered, problems }: PlaceFieldsProps) {
  const field = fieldsOf(entered, problems);
  const chosen = entered["dependencies"] ?? [];
  const options = quarters.map((value) => ({ value, label: quarter(value) }));
  return (
    <>
      <SelectField {...field("start")} label={roadmapFormText.start} options={options} />
      <SelectField {...field("end")} label={roadmapFormText.end} options={options} />
      <TextField {...field("fte")} label={roadmapFormText.fte} required maxLength={3} />
      {others.length > 0 && (
        <CheckboxGroup name="dependencies" label={roadmapFormText.dependencies} hint={roadmapFormText.dependenciesHint} options={others.map(({ number, title }) => ({ value: number, label: `${number} ${title}` }))} values={typeof chosen === "string" ? [chosen] : chosen} />
      )}
    </>
  );
}
