import { redirect, type LoaderFunctionArgs, type MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { pageTitle } from "#app/text/format.ts";
import { adoptionText, adoptionTone, municipalitiesText, municipalityText } from "#app/text/municipalities.ts";
import { organisationKindText, organisationsText } from "#app/text/organisations.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { Voices } from "#app/ui/municipalities/voices.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { listAdoptionOf, listVoices } from "#db/queries/municipalities.ts";
import { listComponents } from "#db/queries/needs.ts";
import { findOrganisationById } from "#db/queries/organisations.ts";
import { listPartners } from "#db/queries/partnerships.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.name ?? organisationsText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const { id, kind, code, name, contact, accountManager } = (await findOrganisationById(db, args.params["id"] ?? "")) ?? notFound();
  // A gemeente has a page of its own, by its CBS code.
  if (kind === "gemeente") throw redirect(href(paths.municipality, { code: code ?? "" }));
  const isPartnership = kind === "samenwerkingsverband";
  const states = isPartnership ? await listAdoptionOf(db, [id]) : [];
  return {
    ...{ id, name, kind, contact, accountManager },
    voices: await listVoices(db, id, now()),
    members: isPartnership ? (await listPartners(db, id, now(), "members")).flatMap((one) => (one.from <= now() ? [{ code: one.code ?? "", name: one.name }] : [])) : null,
    states: isPartnership ? (await listComponents(db)).map(({ slug, name: component }) => ({ slug, component, state: states.find((one) => one.component === slug)?.state ?? ("niet" as const), note: states.find((one) => one.component === slug)?.note ?? "" })) : [],
    mayChange: isPartnership && may(actor, "adoption.set", { organisationId: id }),
  };
}

export default function OrganisationPage() {
  const { id, name, kind, contact, accountManager, voices, members, states, mayChange } = useLoaderData<typeof loader>();
  const facts = [...(contact === null ? [] : [{ term: organisationsText.contact, value: contact }]), ...(accountManager === null ? [] : [{ term: organisationsText.accountManager, value: accountManager }])];
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.organisations), label: organisationsText.title }]} kicker={organisationKindText[kind]} title={name} />
      <Flow>
        {facts.length > 0 && (
          <Section id="organisatie" title={organisationsText.about}>
            <Fields rows={facts} />
          </Section>
        )}
        {members !== null && (
          <>
            <Section id="gemeenten" title={organisationsText.members}>
              {members.length === 0 ? (
                <p className="muted">{organisationsText.membersEmpty}</p>
              ) : (
                <>
                  <ul>
                    {members.map((member) => (
                      <li key={member.code}>
                        <a href={href(paths.municipality, { code: member.code })}>{member.name}</a>
                      </li>
                    ))}
                  </ul>
                  <p className="muted">{organisationsText.membersCount}</p>
                </>
              )}
            </Section>
            <Section id="stand" title={organisationsText.adoption} aside={mayChange && <ButtonLink href={href(paths.organisationAdoption, { id })}>{municipalityText.change}</ButtonLink>}>
              <DataTable
                caption={organisationsText.adoptionCaption}
                head={[municipalitiesText.component, municipalitiesText.state, municipalityText.note]}
                rows={states.map((one) => ({
                  key: one.slug,
                  cells: [
                    one.component,
                    <Tag key="stand" tone={adoptionTone[one.state]}>
                      {adoptionText[one.state]}
                    </Tag>,
                    one.note,
                  ],
                }))}
              />
            </Section>
          </>
        )}
        <Section id="stemmen" title={organisationsText.voices}>
          <Voices voices={voices} empty={organisationsText.voicesEmpty} />
        </Section>
      </Flow>
    </>
  );
}
