import type { ReactNode } from "react";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { formsText, problemText } from "#app/text/forms.ts";
import { Alert } from "./alert.tsx";
import { ChoiceLine, controlLook, Field, FieldLabel, Fieldset, Hint, ProblemLine } from "./form-parts.tsx";

/** The one form of a page: it posts to the page itself; `at` is the part of the page to come back to when it is refused. */
export function PageForm({ children, id, at }: { children: ReactNode; id?: string; at?: string }) {
  return (
    <form method="post" className="stack form" id={id} action={at === undefined ? undefined : `#${at}`} noValidate>
      {children}
    </form>
  );
}

interface FieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: ReactNode;
  readonly problem?: FieldProblem | undefined;
}

interface TextFieldProps extends FieldProps {
  readonly value?: string | undefined;
  readonly required?: boolean;
  readonly multiline?: boolean;
  readonly rows?: number;
  readonly type?: "text" | "search" | "email" | "password" | "date" | "datetime-local" | "time" | "number" | "url";
  readonly maxLength?: number;
  readonly autoComplete?: string;
}

/** A text to type, in one line or more. */
export function TextField({ name, label, hint, problem, value = "", required, multiline, rows = 5, type = "text", maxLength, autoComplete }: TextFieldProps) {
  const shared = { id: name, name, required, maxLength, autoComplete, ...described(name, hint, problem) };
  return (
    <Field invalid={problem !== undefined}>
      <FieldLabel htmlFor={name}>{label}</FieldLabel>
      <About name={name} hint={hint} problem={problem} />
      {multiline ? (
        <textarea {...shared} className={controlLook.textarea(problem !== undefined)} rows={rows} defaultValue={value} />
      ) : (
        <input {...shared} className={controlLook.textbox(problem !== undefined)} type={type} defaultValue={value} />
      )}
    </Field>
  );
}

export interface Option {
  readonly value: string;
  readonly label: string;
  readonly hint?: string;
}

/** One of many, from a list that opens. */
export function SelectField({ name, label, hint, problem, value = "", options }: FieldProps & { readonly value?: string | undefined; readonly options: readonly Option[] }) {
  return (
    <Field invalid={problem !== undefined}>
      <FieldLabel htmlFor={name}>{label}</FieldLabel>
      <About name={name} hint={hint} problem={problem} />
      <select className={controlLook.select(problem !== undefined)} id={name} name={name} defaultValue={value} {...described(name, hint, problem)}>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Field>
  );
}

/** One of a few, all in sight. */
export function ChoiceField({ name, label, hint, problem, value, options }: FieldProps & { readonly value?: string | undefined; readonly options: readonly Option[] }) {
  return (
    <Group name={name} label={label} hint={hint} problem={problem}>
      {options.map((option, index) => (
        <ChoiceLine key={option.value} type="radio" id={index === 0 ? name : undefined} name={name} value={option.value} defaultChecked={option.value === value}>
          {option.label}
          {option.hint !== undefined && <span className="utrecht-form-field-description block">{option.hint}</span>}
        </ChoiceLine>
      ))}
    </Group>
  );
}

/** Yes or no. */
export function CheckboxField({ name, label, hint, value = "ja", checked = false, problem }: FieldProps & { readonly value?: string; readonly checked?: boolean }) {
  return (
    <Field invalid={problem !== undefined}>
      <div className="choices choices-1">
        <ChoiceLine type="checkbox" id={name} name={name} value={value} defaultChecked={checked} {...described(name, hint, problem)}>
          {label}
        </ChoiceLine>
      </div>
      <About name={name} hint={hint} problem={problem} />
    </Field>
  );
}

/** Any of a few. */
export function CheckboxGroup({ name, label, hint, problem, options, values = [] }: FieldProps & { readonly options: readonly Option[]; readonly values?: readonly string[] }) {
  return (
    <Group name={name} label={label} hint={hint} problem={problem}>
      {options.map((option, index) => (
        <ChoiceLine key={option.value} type="checkbox" id={index === 0 ? name : undefined} name={name} value={option.value} defaultChecked={values.includes(option.value)}>
          {option.label}
        </ChoiceLine>
      ))}
    </Group>
  );
}

/** What is wrong, on top of the form, each with a link to its field. */
export function ErrorSummary({ problems }: { problems: readonly { readonly field: string; readonly label: string; readonly problem: FieldProblem | undefined }[] }) {
  if (problems.length === 0) return null;
  return (
    <Alert live>
      <h2>{formsText.summary}</h2>
      <ul>
        {problems.map(({ field, label, problem }) => (
          <li key={field}>
            <a href={`#${field}`}>{problem === undefined ? label : `${label}: ${problemText[problem]}`}</a>
          </li>
        ))}
      </ul>
    </Alert>
  );
}

function Group({ name, label, hint, problem, children }: FieldProps & { readonly children: ReactNode }) {
  return (
    <Fieldset legend={label} invalid={problem !== undefined} {...described(name, hint, problem)}>
      <About name={name} hint={hint} problem={problem} />
      <div className="choices">{children}</div>
    </Fieldset>
  );
}

function About({ name, hint, problem }: Omit<FieldProps, "label">) {
  return (
    <>
      {hint !== undefined && hint !== null && (
        <Hint id={`${name}-hint`}>{hint}</Hint>
      )}
      {problem !== undefined && (
        <ProblemLine id={`${name}-probleem`}>{problemText[problem]}</ProblemLine>
      )}
    </>
  );
}

const described = (name: string, hint: ReactNode, problem: FieldProblem | undefined) => {
  const ids = [hint !== undefined && hint !== null ? `${name}-hint` : null, problem !== undefined ? `${name}-probleem` : null].filter((id) => id !== null);
  return { ...(ids.length > 0 && { "aria-describedby": ids.join(" ") }), ...(problem !== undefined && { "aria-invalid": true }) };
};
