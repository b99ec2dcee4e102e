import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { PROVINCES } from "#app/domain/municipalities/provinces.ts";
import { adminOrganisationText, organisationsText } from "#app/text/organisations.ts";
import { SelectField, TextField } from "../form.tsx";

type Field = (name: string) => { readonly name: string; readonly value: string; readonly problem: FieldProblem | undefined };

export const organisationLabels = {
  kind: organisationsText.kind, name: organisationsText.name, code: adminOrganisationText.code, province: adminOrganisationText.province,
  inhabitants: adminOrganisationText.inhabitants, contact: organisationsText.contact, accountManager: organisationsText.accountManager,
};

/** What is known of an organisation besides its kind and code. */
export function OrganisationFields({ field, isMunicipal }: { field: Field; isMunicipal: boolean }) {
  return (
    <>
      <TextField {...field("name")} label={organisationLabels.name} required maxLength={150} />
      {isMunicipal && (
        <>
          <SelectField {...field("province")} label={organisationLabels.province} hint={adminOrganisationText.provinceHint} options={[{ value: "", label: adminOrganisationText.none }, ...PROVINCES.map((value) => ({ value, label: value }))]} />
          <TextField {...field("inhabitants")} label={organisationLabels.inhabitants} hint={adminOrganisationText.inhabitantsHint} maxLength={9} />
        </>
      )}
      <TextField {...field("contact")} label={organisationLabels.contact} hint={adminOrganisationText.contactHint} maxLength={300} />
      <TextField {...field("accountManager")} label={organisationLabels.accountManager} hint={adminOrganisationText.contactHint} maxLength={300} />
    </>
  );
}
