import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { formText } from "#app/text/proposals.ts";
import { ErrorSummary } from "#app/ui/form.tsx";

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

/** On top of a form that was not accepted: the rule's sentence, or a link to each field with its problem. */
export function FormProblems({ refusal, problems }: { refusal: string | null; problems: Problems }) {
  const list = Object.entries(problems).flatMap(([field, problem]) => (problem === undefined ? [] : [{ field, label: LABELS[field] ?? field, problem }]));
  return (
    <>
      {refusal !== null && (
        <div className="alert" role="alert">
          <p>{refusal}</p>
        </div>
      )}
      {list.length > 0 && <ErrorSummary problems={list} />}
    </>
  );
}
