import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { addOrganisation } from "#app/commands/organisations/add-organisation.ts";
import { ORGANISATION_KINDS } from "#app/domain/municipalities/organisation.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import { organisationForm } from "#app/platform/schemas/admin.ts";
import { adminText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { adminOrganisationText, organisationKindText, organisationRefusalText, organisationsText } from "#app/text/organisations.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, SelectField, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { OrganisationFields, organisationLabels } from "#app/ui/municipalities/organisation-fields.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adminOrganisationText.add) }];

export async function loader(args: LoaderFunctionArgs) {
  asAdmin(await requireActor(args));
  return null;
}

export async function action(args: ActionFunctionArgs) {
  const context = asAdmin(await requireActor(args));
  const form = await readForm(args.request, organisationForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const { kind, name, code, province, inhabitants, contact, accountManager } = form.values;
  const added = await addOrganisation(context, { kind, name, code: code || null, province: province || null, inhabitants: inhabitants === "" ? null : Number(inhabitants), contact: contact || null, accountManager: accountManager || null });
  if (added.ok) return redirect(href(paths.adminOrganisation, { id: added.value.id }), await withNotice("organisation-added"));
  return json({ problems: {}, entered: form.entered, refusal: organisationRefusalText[added.refusal] }, 409);
}

export default function NewOrganisationPage() {
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? { kind: "samenwerkingsverband" }, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }, { href: href(paths.adminOrganisations), label: adminOrganisationText.title }]} title={adminOrganisationText.add} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={organisationLabels} />
        <PageForm>
          <SelectField {...field("kind")} label={organisationsText.kind} options={ORGANISATION_KINDS.map((value) => ({ value, label: organisationKindText[value] }))} />
          <TextField {...field("code")} label={adminOrganisationText.code} hint={adminOrganisationText.codeHint} maxLength={4} />
          <OrganisationFields field={field} isMunicipal />
          <Button>{adminOrganisationText.save}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
