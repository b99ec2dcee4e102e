import type { Entered } from "#app/domain/shared/entered.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { STANCES } from "#app/domain/portfolio/ranking.ts";
import { scenarioText, stanceText } from "#app/text/portfolio-scores.ts";
import { Button } from "../button.tsx";
import { fieldsOf, FormProblems } from "../form-state.tsx";
import { PageForm, SelectField, TextField } from "../form.tsx";

interface ScenarioFormProps {
  readonly initiatives: readonly { readonly number: string; readonly title: string }[];
  readonly entered: Entered;
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
  readonly refusal: string | null;
  readonly seen: string;
}

const SHIFTS = Array.from({ length: 13 }, (_, place) => place - 4);

/** A name, what the idea is, and per initiative whether it goes first or not at all, and when. */
export function ScenarioForm({ initiatives, entered, problems, refusal, seen }: ScenarioFormProps) {
  const field = fieldsOf(entered, problems);
  const chosen = (name: string, otherwise: string) => ({ ...field(name), value: field(name).value || otherwise });
  return (
    <>
      <FormProblems refusal={refusal} problems={problems} labels={{ title: scenarioText.name, note: scenarioText.note }} />
      <PageForm>
        <input type="hidden" name="seen" value={seen} />
        <TextField {...field("title")} label={scenarioText.name} required maxLength={100} />
        <TextField {...field("note")} label={scenarioText.note} multiline rows={3} maxLength={1000} />
        {initiatives.map(({ number, title }) => (
          <div key={number} className="field-grid">
            <SelectField {...chosen(`volgorde-${number}`, "gewoon")} label={scenarioText.stance(title)} options={STANCES.map((value) => ({ value, label: stanceText[value] }))} />
            <SelectField {...chosen(`schuif-${number}`, "0")} label={scenarioText.shift(title)} options={SHIFTS.map((shift) => ({ value: String(shift), label: scenarioText.shiftBy(shift) }))} />
          </div>
        ))}
        <Button>{scenarioText.save}</Button>
      </PageForm>
    </>
  );
}
