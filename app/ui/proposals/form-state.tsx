import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { formText } from "#app/text/proposals.ts";
import { FormProblems as FormProblemsFor } from "#app/ui/form-state.tsx";

type Entered = Readonly<Record<string, string | readonly string[]>>;
type Problems = Readonly<Record<string, FieldProblem | undefined>>;

/** What was typed, or what the form starts with, per field; and the problem of each. */
export function enteredFields(entered: Entered, problems: Problems) {
  const value = (field: string): string => {
    const typed = entered[field] ?? "";
    return typeof typed === "string" ? typed : (typed[0] ?? "");
  };
  const values = (field: string): readonly string[] => {
    const typed = entered[field] ?? [];
    return typeof typed === "string" ? (typed === "" ? [] : [typed]) : typed;
  };
  const problem = (field: string): FieldProblem | undefined => problems[field];
  return { value, values, problem, of: (name: string) => ({ name, value: value(name), problem: problem(name) }) };
}

const LABELS: Readonly<Record<string, string>> = {
  ...formText.labels,
  body: formText.body,
  kind: formText.kind,
  tlp: formText.tlp,
  why: formText.why,
  components: formText.components,
  needs: formText.needs,
  policyAreas: formText.policyAreas,
  controls: formText.controls,
  ...formText.otherLabels,
};

/** On top of a form about a proposal that was not accepted. */
export const FormProblems = ({ refusal, problems }: { refusal: string | null; problems: Problems }) => <FormProblemsFor refusal={refusal} problems={problems} labels={LABELS} />;
