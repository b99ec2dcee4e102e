import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { requireActor } from "#app/auth/guards.ts";
import { ORGANISATION_KINDS } from "#app/domain/municipalities/organisation.ts";
import { href, paths } from "#app/paths.ts";
import { adminText } from "#app/text/admin.ts";
import { date, pageTitle } from "#app/text/format.ts";
import { adminOrganisationText, organisationKindText, organisationsText } from "#app/text/organisations.ts";
import { Button, ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { listOrganisations } from "#db/queries/organisations.ts";
import { asAdmin } from "./require-admin.ts";

const PAGE_SIZE = 50;

export const meta: MetaFunction = () => [{ title: pageTitle(adminOrganisationText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = asAdmin(await requireActor(args));
  const query = new URL(args.request.url).searchParams;
  const choice = { q: (query.get("q") ?? "").slice(0, 100), soort: ORGANISATION_KINDS.find((kind) => kind === query.get("soort")) ?? "" };
  const { organisations, next } = await listOrganisations(db, { q: choice.q, kind: ORGANISATION_KINDS.find((kind) => kind === choice.soort) }, { after: query.get("na"), size: PAGE_SIZE });
  return { choice, organisations, next: next === null ? null : href(paths.adminOrganisations, { ...choice, na: next }), previous: query.has("na") ? href(paths.adminOrganisations, choice) : null };
}

export default function AdminOrganisationsPage() {
  const { choice, organisations, next, previous } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.admin), label: adminText.title }]} title={adminOrganisationText.title} />
      <Flow>
        <form method="get" className="filter" role="search" aria-label={organisationsText.search}>
          <TextField name="q" label={adminOrganisationText.searchHint} value={choice.q} type="search" />
          <SelectField name="soort" label={organisationsText.kind} value={choice.soort} options={[{ value: "", label: organisationsText.all }, ...ORGANISATION_KINDS.map((value) => ({ value, label: organisationKindText[value] }))]} />
          <Button secondary>{organisationsText.show}</Button>
        </form>
        <p className="actions">
          <ButtonLink href={href(paths.adminNewOrganisation)}>{adminOrganisationText.add}</ButtonLink>
        </p>
        {organisations.length === 0 ? (
          <Empty title={organisationsText.empty} action={<a href={href(paths.adminOrganisations)}>{organisationsText.emptyAction}</a>} />
        ) : (
          <DataTable
            caption={organisationsText.caption}
            head={[organisationsText.name, organisationsText.kind, adminOrganisationText.code, adminOrganisationText.state]}
            rows={organisations.map((one) => ({
              key: one.id,
              cells: [
                <a key="naam" href={href(paths.adminOrganisation, { id: one.id })}>
                  {one.name}
                </a>,
                organisationKindText[one.kind],
                one.code ?? "",
                one.validUntil === null ? adminOrganisationText.exists : adminOrganisationText.merged(date(one.validUntil)),
              ],
            }))}
          />
        )}
        <Pager previous={previous} next={next} />
      </Flow>
    </>
  );
}
