import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { adminBodyText } from "#app/text/admin.ts";
import { TextField } from "./form.tsx";

type Field = (name: string) => { readonly name: string; readonly value: string; readonly problem: FieldProblem | undefined };

export const periodLabels = { from: adminBodyText.from, until: adminBodyText.until };

/** From a day, until and including another; both may stay empty. */
export function PeriodFields({ field }: { field: Field }) {
  return (
    <>
      <TextField {...field("from")} type="date" label={periodLabels.from} hint={adminBodyText.fromHint} />
      <TextField {...field("until")} type="date" label={periodLabels.until} hint={adminBodyText.untilHint} />
    </>
  );
}
