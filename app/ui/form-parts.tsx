import type { ReactNode } from "react";

interface FieldProps {
  readonly children: ReactNode;
  readonly invalid?: boolean;
}

/** A label, what is said about it, and the control, together. */
export function Field({ children, invalid = false }: FieldProps) {
  return <div className={invalid ? "utrecht-form-field utrecht-form-field--invalid field" : "utrecht-form-field field"}>{children}</div>;
}

export function FieldLabel({ htmlFor, children }: { htmlFor: string; children: ReactNode }) {
  return (
    <label className="utrecht-form-label" htmlFor={htmlFor}>
      {children}
    </label>
  );
}

/** A line that helps to fill in the field. */
export function Hint({ id, children }: { id?: string; children: ReactNode }) {
  return (
    <p className="utrecht-form-field-description" id={id}>
      {children}
    </p>
  );
}

/** What is wrong with the field. */
export function ProblemLine({ id, children }: { id: string; children: ReactNode }) {
  return (
    <p className="utrecht-form-field-error-message" id={id}>
      {children}
    </p>
  );
}

interface FieldsetProps extends FieldProps {
  readonly legend: string;
  readonly disabled?: boolean;
  readonly "aria-describedby"?: string | undefined;
  readonly "aria-invalid"?: boolean;
}

/** Fields that belong together, under a name. */
export function Fieldset({ legend, invalid = false, children, ...rest }: FieldsetProps) {
  const look = "utrecht-form-fieldset utrecht-form-fieldset--html-fieldset field";
  return (
    <fieldset className={invalid ? `${look} utrecht-form-fieldset--invalid` : look} {...rest}>
      <legend className="utrecht-form-fieldset__legend utrecht-form-fieldset__legend--html-legend">{legend}</legend>
      {children}
    </fieldset>
  );
}

interface ChoiceProps {
  readonly type: "radio" | "checkbox";
  readonly name: string;
  readonly value: string;
  readonly id?: string | undefined;
  readonly defaultChecked?: boolean;
  readonly children: ReactNode;
  readonly "aria-label"?: string;
  readonly "aria-describedby"?: string;
  readonly "aria-invalid"?: boolean;
}

/** One round or square box with its words; the whole line can be pressed. */
export function ChoiceLine({ type, children, ...rest }: ChoiceProps) {
  return (
    <label className={type === "radio" ? "utrecht-form-label utrecht-form-label--radio" : "utrecht-form-label utrecht-form-label--checkbox"}>
      <input className={type === "radio" ? "utrecht-radio-button utrecht-radio-button--html-input" : "utrecht-checkbox"} type={type} {...rest} />
      <span>{children}</span>
    </label>
  );
}

/** The class names of a control. Not the variant that asks the browser what is wrong: that calls an empty field wrong before anybody typed. */
export const controlLook = {
  textbox: (invalid = false): string => (invalid ? "utrecht-textbox utrecht-textbox--invalid" : "utrecht-textbox"),
  textarea: (invalid = false): string => (invalid ? "utrecht-textarea utrecht-textarea--invalid" : "utrecht-textarea"),
  select: (invalid = false): string => (invalid ? "utrecht-select utrecht-select--invalid" : "utrecht-select"),
};
