import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { Alert } from "#app/ui/alert.tsx";
import { ErrorSummary } from "#app/ui/form.tsx";

type Entered = Readonly<Record<string, string | readonly string[]>>;

/** What was typed, or what the form starts with, and the problem of each field. */
export function fieldsOf(entered: Entered, problems: Readonly<Record<string, FieldProblem | undefined>>) {
  const value = (name: string): string => {
    const typed = entered[name] ?? "";
    return typeof typed === "string" ? typed : (typed[0] ?? "");
  };
  return (name: string) => ({ name, value: value(name), problem: problems[name] });
}

interface ProblemsProps {
  readonly refusal: string | null;
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
  readonly labels: Readonly<Record<string, string>>;
}

/** On top of a form that was not accepted: the sentence of the rule, or a link to each field with its problem. */
export function FormProblems({ refusal, problems, labels }: ProblemsProps) {
  const list = Object.entries(problems).flatMap(([field, problem]) => (problem === undefined ? [] : [{ field, label: labels[field] ?? field, problem }]));
  return (
    <>
      {refusal !== null && (
        <Alert live>{refusal}</Alert>
      )}
      {list.length > 0 && <ErrorSummary problems={list} />}
    </>
  );
}
