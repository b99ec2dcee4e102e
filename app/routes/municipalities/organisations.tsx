import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { ORGANISATION_KINDS } from "#app/domain/municipalities/organisation.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { organisationKindText, organisationsText } from "#app/text/organisations.ts";
import { Button } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { SelectField, TextField } from "#app/ui/form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { listOrganisations } from "#db/queries/organisations.ts";

const PAGE_SIZE = 50;
const KINDS = ORGANISATION_KINDS.filter((kind) => kind !== "gemeente");

export const meta: MetaFunction = () => [{ title: pageTitle(organisationsText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db } = await visitor(args);
  const query = new URL(args.request.url).searchParams;
  const choice = { q: (query.get("q") ?? "").slice(0, 100), soort: KINDS.find((kind) => kind === query.get("soort")) ?? "" };
  const { organisations, next } = await listOrganisations(db, { q: choice.q, kind: KINDS.find((kind) => kind === choice.soort), isOther: true }, { after: query.get("na"), size: PAGE_SIZE });
  return {
    choice,
    organisations: organisations.map(({ id, name, kind }) => ({ id, name, kind })),
    next: next === null ? null : href(paths.organisations, { ...choice, na: next }),
    previous: query.has("na") ? href(paths.organisations, choice) : null,
  };
}

export default function OrganisationsPage() {
  const { choice, organisations, next, previous } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={organisationsText.title} lead={organisationsText.lead} />
      <Flow>
        <form method="get" className="filter" role="search" aria-label={organisationsText.search}>
          <TextField name="q" label={organisationsText.name} value={choice.q} type="search" />
          <SelectField name="soort" label={organisationsText.kind} value={choice.soort} options={[{ value: "", label: organisationsText.all }, ...KINDS.map((value) => ({ value, label: organisationKindText[value] }))]} />
          <Button secondary>{organisationsText.show}</Button>
        </form>
        {organisations.length === 0 ? (
          <Empty title={organisationsText.empty} action={<a href={href(paths.organisations)}>{organisationsText.emptyAction}</a>} />
        ) : (
          <DataTable
            caption={organisationsText.caption}
            head={[organisationsText.name, organisationsText.kind]}
            rows={organisations.map((one) => ({
              key: one.id,
              cells: [
                <a key="naam" href={href(paths.organisation, { id: one.id })}>
                  {one.name}
                </a>,
                organisationKindText[one.kind],
              ],
            }))}
          />
        )}
        <Pager previous={previous} next={next} />
        <p>
          <a href={href(paths.municipalities)}>{organisationsText.municipalities}</a>
        </p>
      </Flow>
    </>
  );
}
