import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { accountsText } from "#app/text/admin.ts";
import { CheckboxField, TextField } from "./form.tsx";
import { fieldsOf } from "./form-state.tsx";

export const accountLabels = { name: accountsText.name, email: accountsText.email, organisation: accountsText.organisation, job: accountsText.job };

interface AccountFieldsProps {
  readonly entered: Readonly<Record<string, string | readonly string[]>>;
  readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
}

/** Who somebody is and what that person may do for the whole portal. */
export function AccountFields({ entered, problems }: AccountFieldsProps) {
  const field = fieldsOf(entered, problems);
  return (
    <>
      <TextField {...field("name")} label={accountsText.name} required maxLength={150} />
      <TextField {...field("email")} label={accountsText.email} required type="email" maxLength={200} />
      <TextField {...field("organisation")} label={accountsText.organisation} hint={accountsText.organisationHint} maxLength={150} />
      <TextField {...field("job")} label={accountsText.job} maxLength={150} />
      <CheckboxField name="isMunicipalAdmin" label={accountsText.isMunicipalAdmin} checked={entered["isMunicipalAdmin"] === "ja"} />
      <CheckboxField name="isAdmin" label={accountsText.isAdmin} checked={entered["isAdmin"] === "ja"} />
    </>
  );
}
