import { json, redirect, type ActionFunctionArgs, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { changeOrganisation } from "#app/commands/organisations/change-organisation.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { organisationChangeForm } from "#app/platform/schemas/admin.ts";
import { adminText } from "#app/text/admin.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { adminOrganisationText, organisationKindText, organisationRefusalText } from "#app/text/organisations.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { PageForm } from "#app/ui/form.tsx";
import { fieldsOf, FormProblems } from "#app/ui/form-state.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { OrganisationFields, organisationLabels } from "#app/ui/municipalities/organisation-fields.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { findOrganisationById } from "#db/queries/organisations.ts";
import { listPartners } from "#db/queries/partnerships.ts";
import { asAdmin } from "./require-admin.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.organisation.name ?? adminOrganisationText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, now } = asAdmin(await requireActor(args));
  const organisation = (await findOrganisationById(db, args.params["id"] ?? "")) ?? notFound();
  return { organisation, partners: organisation.kind === "samenwerkingsverband" ? await listPartners(db, organisation.id, now(), "members") : null };
}

export async function action(args: ActionFunctionArgs) {
  const context = asAdmin(await requireActor(args));
  const { id = "" } = args.params;
  const form = await readForm(args.request, organisationChangeForm);
  if (!form.ok) return json({ problems: form.problems, entered: form.entered, refusal: null }, 422);

  const { name, province, inhabitants, contact, accountManager } = form.values;
  const changed = await changeOrganisation(context, { id, name, province: province || null, inhabitants: inhabitants === "" ? null : Number(inhabitants), contact: contact || null, accountManager: accountManager || null });
  if (changed.ok) return redirect(href(paths.adminOrganisation, { id }), await withNotice("organisation-changed"));
  if (changed.refusal === "not-found") return notFound();
  return json({ problems: {}, entered: form.entered, refusal: organisationRefusalText[changed.refusal] }, 409);
}

export default function AdminOrganisationPage() {
  const { organisation, partners } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { id, kind, code, validUntil } = organisation;
  const problems: Readonly<Record<string, FieldProblem | undefined>> = answer?.problems ?? {};
  const stored = { name: organisation.name, province: organisation.province ?? "", inhabitants: organisation.inhabitants === null ? "" : String(organisation.inhabitants), contact: organisation.contact ?? "", accountManager: organisation.accountManager ?? "" };
  const page = kind === "gemeente" ? href(paths.municipality, { code: code ?? "" }) : href(paths.organisation, { id });
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.admin), label: adminText.title }, { href: href(paths.adminOrganisations), label: adminOrganisationText.title }]}
        kicker={[organisationKindText[kind], ...(code === null ? [] : [code])].join(" · ")}
        title={organisation.name}
        lead={validUntil === null ? undefined : adminOrganisationText.merged(date(validUntil))}
      />
      <Flow>
        <FormProblems refusal={answer?.refusal ?? null} problems={problems} labels={organisationLabels} />
        <p>
          <a href={page}>{adminOrganisationText.page}</a>
        </p>
        <PageForm>
          <OrganisationFields field={fieldsOf(answer?.entered ?? stored, problems)} isMunicipal={kind === "gemeente"} />
          <p className="utrecht-form-field-description">{adminOrganisationText.fixed}</p>
          <Button>{adminOrganisationText.change}</Button>
        </PageForm>
        {partners !== null && (
          <Section id="gemeenten" title={adminOrganisationText.partners}>
            <p className="actions">
              <ButtonLink href={href(paths.adminPartners, { id })} secondary>
                {adminOrganisationText.partnerAdd}
              </ButtonLink>
            </p>
            {partners.length === 0 ? (
              <p className="muted">{adminOrganisationText.partnersEmpty}</p>
            ) : (
              <DataTable
                caption={adminOrganisationText.partnersCaption}
                head={[adminOrganisationText.municipality, adminOrganisationText.from, adminOrganisationText.actions]}
                rows={partners.map((partner) => ({
                  key: partner.id,
                  cells: [partner.name, date(partner.from), <ActionForm key="einde" action={href(paths.adminPartnerEnd, { id, memberId: partner.id })} label={adminOrganisationText.partnerEnd} secondary describe={partner.name} />],
                }))}
              />
            )}
          </Section>
        )}
        {kind === "gemeente" && validUntil === null && (
          <p className="actions">
            <ButtonLink href={href(paths.adminMerger, { id })} secondary>
              {adminOrganisationText.merge}
            </ButtonLink>
          </p>
        )}
      </Flow>
    </>
  );
}
