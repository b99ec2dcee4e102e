import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { date, number, pageTitle } from "#app/text/format.ts";
import { adoptionText, adoptionTone, joinText, municipalitiesText, municipalityText } from "#app/text/municipalities.ts";
import { choiceText } from "#app/text/voting.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { FollowButton } from "#app/ui/following/follow-button.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { JoinSteps } from "#app/ui/municipalities/join-steps.tsx";
import { Voices } from "#app/ui/municipalities/voices.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { findFollow } from "#db/queries/following.ts";
import { findMunicipality, listAdoptionOf, listRelatives, listVoices } from "#db/queries/municipalities.ts";
import { listPublicVotesOf } from "#db/queries/municipal-votes.ts";
import { listComponents } from "#db/queries/needs.ts";
import { listGains, listPartners } from "#db/queries/partnerships.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data?.name ?? municipalitiesText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const municipality = (await findMunicipality(db, args.params["code"] ?? "")) ?? notFound();
  const { id, code, name, province, inhabitants, validUntil, contact, accountManager } = municipality;
  const [gains, partnerships] = [validUntil === null ? await listGains(db, now(), [id]) : [], await listPartners(db, id, now(), "partnerships")];
  const [relatives, voices, states, components] = [await listRelatives(db, id), await listVoices(db, id, now()), await listAdoptionOf(db, [id]), await listComponents(db)];
  return {
    code, name, province, inhabitants, validUntil, contact, accountManager, partnerships: partnerships.map((one) => ({ id: one.id, name: one.name })), ...relatives, voices,
    votes: await listPublicVotesOf(db, actor, id, now()),
    states: components.map(({ slug, name: component }) => {
      const said = states.find((one) => one.component === slug);
      const gain = gains.find((one) => one.component === slug);
      return { slug, component, state: gain?.to ?? said?.state ?? ("niet" as const), through: gain?.through ?? null, note: said?.note ?? "", isFictional: said?.isFictional ?? false };
    }),
    mayChange: validUntil === null && may(actor, "adoption.set", { organisationId: id }),
    isSignedIn: actor.id !== null,
    isFollowed: (await findFollow(db, actor.id, "organisation", id)) !== null,
  };
}

export default function MunicipalityPage() {
  const municipality = useLoaderData<typeof loader>();
  const { code, name, validUntil, successors, predecessors, voices, states, votes } = municipality;
  const links = (relatives: readonly { code: string; name: string }[]) => relatives.map((one) => <a key={one.code} href={href(paths.municipality, { code: one.code })}>{`${one.name} `}</a>);
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.municipalities), label: municipalitiesText.title }]} kicker={municipality.province} title={name} lead={validUntil === null ? undefined : municipalityText.merged(date(validUntil))} action={municipality.isSignedIn && <FollowButton kind="organisation" reference={code} isFollowed={municipality.isFollowed} />} />
      <Flow>
        <Section id="gemeente" title={municipalityText.about}>
          <Fields
            rows={[
              { term: municipalityText.code, value: code },
              { term: municipalityText.province, value: municipality.province },
              ...(municipality.inhabitants === null ? [] : [{ term: municipalityText.inhabitants, value: number(municipality.inhabitants) }]),
              ...(municipality.contact === null ? [] : [{ term: municipalityText.contact, value: municipality.contact }]),
              ...(municipality.accountManager === null ? [] : [{ term: municipalityText.accountManager, value: municipality.accountManager }]),
              ...(municipality.partnerships.length === 0
                ? []
                : [
                    {
                      term: municipalityText.partnerships,
                      value: municipality.partnerships.map((one) => (
                        <a key={one.id} href={href(paths.organisation, { id: one.id })}>
                          {`${one.name} `}
                        </a>
                      )),
                    },
                  ]),
              ...(successors.length === 0 ? [] : [{ term: municipalityText.successor, value: links(successors) }]),
              ...(predecessors.length === 0 ? [] : [{ term: municipalityText.predecessors, value: links(predecessors) }]),
            ]}
          />
        </Section>
        <Section id="stand" title={municipalityText.adoption} aside={municipality.mayChange && <ButtonLink href={href(paths.municipalityAdoption, { code })}>{municipalityText.change}</ButtonLink>}>
          <DataTable
            caption={municipalityText.adoptionCaption}
            head={[municipalitiesText.component, municipalitiesText.state, municipalityText.note]}
            rows={states.map((one) => ({
              key: one.slug,
              cells: [
                one.component,
                <span key="stand" className="tags">
                  <Tag tone={adoptionTone[one.state]}>{adoptionText[one.state]}</Tag>
                  {one.isFictional && one.through === null && <Tag>{municipalitiesText.fictional}</Tag>}
                  {one.through !== null && <span>{municipalityText.through(one.through)}</span>}
                </span>,
                one.note,
              ],
            }))}
          />
        </Section>
        {validUntil === null && (
          <Section id="aansluiten" title={joinText.title} aside={<a href={href(paths.joining)}>{joinText.all}</a>}>
            <JoinSteps states={states} />
          </Section>
        )}
        <Section id="stemmen" title={municipalityText.voices}>
          <Voices voices={voices} empty={municipalityText.voicesEmpty} />
        </Section>
        <Section id="gestemd" title={municipalityText.votes}>
          <p>{municipalityText.votesNote}</p>
          {votes.length === 0 ? (
            <p className="muted">{municipalityText.votesEmpty}</p>
          ) : (
            <Rows kind="vote">
              {votes.map((vote) => (
                <Row key={vote.id}>
                  <div>
                    <h3>
                      <a href={href(paths.roundResult, { id: vote.roundId })}>{vote.title}</a>
                    </h3>
                    <p className="meta">{`${vote.body} · ${date(vote.closesAt)}`}</p>
                  </div>
                  <p className="side">
                    <Tag>{choiceText[vote.choice]}</Tag>
                  </p>
                </Row>
              ))}
            </Rows>
          )}
        </Section>
      </Flow>
    </>
  );
}
