import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { addPartner } from "#app/commands/organisations/add-partner.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { partnerForm } from "#app/platform/schemas/admin.ts";
import { adminText } from "#app/text/admin.ts";
import { pageTitle } from "#app/text/format.ts";
import { adminOrganisationText, partnerRefusalText } from "#app/text/organisations.ts";
import { Button } from "#app/ui/button.tsx";
import { PageForm, TextField } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { PeriodFields, periodLabels } from "#app/ui/period-fields.tsx";
import { findOrganisationById } from "#db/queries/organisations.ts";
import { beginning } from "./period.ts";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(adminOrganisationText.partnerAdd) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAdmin(await requireActor(args));
  const { id, kind, name } = (await findOrganisationById(db, args.params["id"] ?? "")) ?? notFound();
  return kind === "samenwerkingsverband" ? { id, name } : notFound();
}

export async function action(args: ActionFunctionArgs) {
  const context = asAdmin(await requireActor(args));
  const { id = "" } = args.params;
  const form = await readForm(args.request, partnerForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const now = context.now();
  const added = await addPartner(context, { id, municipality: form.values.municipality, from: beginning(form.values.from, now) ?? now, until: form.values.until });
  if (added.ok) return redirect(href(paths.adminOrganisation, { id }), await withNotice("partner-added"));
  if (added.refusal === "not-found") return notFound();
  return json({ problems: {}, entered: form.entered, refusal: partnerRefusalText[added.refusal] }, 409);
}

export default function PartnersPage() {
  const { id, name } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const field = fieldsOf(answer?.entered ?? {}, problems);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }, { href: href(paths.adminOrganisations), label: adminOrganisationText.title }, { href: href(paths.adminOrganisation, { id }), label: name }]} title={adminOrganisationText.partnerAdd} />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={{ municipality: adminOrganisationText.municipality, ...periodLabels }} />
        <PageForm>
          <TextField {...field("municipality")} label={adminOrganisationText.municipality} hint={adminOrganisationText.municipalityHint} required maxLength={150} />
          <PeriodFields field={field} />
          <Button>{adminOrganisationText.partnerAdd}</Button>
        </PageForm>
      </Flow>
    </>
  );
}
