import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { controlOf, controlSlug, mappedControls, type ControlName } from "#app/domain/proposals/control.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { pageTitle } from "#app/text/format.ts";
import { listText } from "#app/text/proposals.ts";
import { controlText } from "#app/text/traces.ts";
import { Fields } from "#app/ui/fields.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ProposalRows } from "#app/ui/proposals/proposal-rows.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { findControl, listBlocksNaming, listMappedFrom, listProposalsNaming } from "#db/queries/controls.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${data.name} ${data.title}` : controlText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const name = controlOf(args.params["control"] ?? "");
  const control = (name && (await findControl(db, name))) ?? notFound();
  const own = controlSlug(control);
  const shown = (one: ControlName) => ({ name: `${one.framework} ${one.number}`, address: href(paths.control, { control: controlSlug(one) }) });
  const before = control.mapsTo === null ? (await listMappedFrom(db, control.framework)).filter(({ mapsTo }) => mappedControls(mapsTo ?? "").some((one) => controlSlug(one) === own)) : [];
  return {
    slug: own,
    name: `${control.framework} ${control.number}`,
    title: control.title,
    summary: control.summary,
    norm: controlText.norm(control),
    mapsTo: mappedControls(control.mapsTo ?? "").map(shown),
    before: before.map(shown),
    proposals: await listProposalsNaming(db, actor, control.id, dutchDay(now())),
    blocks: await listBlocksNaming(db, control.id),
  };
}

export default function ControlPage() {
  const { slug, name, title, summary, norm, mapsTo, before, proposals, blocks } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.proposals), label: listText.title }, { href: href(paths.controls), label: controlText.title }]} kicker={norm} title={`${name} ${title}`} />
      <Flow>
        <Section id="over" title={controlText.summary}>
          <Fields
            rows={[
              { term: controlText.summary, value: summary },
              { term: controlText.edition, value: norm },
              ...(mapsTo.length > 0 ? [{ term: controlText.mapsTo, value: <Mapped controls={mapsTo} /> }] : []),
              ...(before.length > 0 ? [{ term: controlText.mappedFrom, value: <Mapped controls={before} /> }] : []),
            ]}
          />
          {mapsTo.length + before.length > 0 && <p className="small muted">{controlText.indicativeWhy}</p>}
        </Section>
        <Section id="voorstellen" title={controlText.proposals} aside={proposals.length > 0 && <a href={href(paths.proposals, { maatregel: slug })}>{controlText.inList}</a>}>
          {proposals.length === 0 ? <p>{controlText.noProposals}</p> : <ProposalRows proposals={proposals} />}
        </Section>
        <Section id="bouwstenen" title={controlText.blocks}>
          {blocks.length === 0 ? (
            <p>{controlText.noBlocks}</p>
          ) : (
            <ul>
              {blocks.map((block) => (
                <li key={block.slug}>
                  <a href={href(paths.buildingBlock, { slug: block.slug })}>{block.title}</a>
                </li>
              ))}
            </ul>
          )}
        </Section>
      </Flow>
    </>
  );
}

function Mapped({ controls }: { controls: readonly { readonly name: string; readonly address: string }[] }) {
  return (
    <>
      {controls.map(({ name, address }) => (
        <span key={name}>
          <a href={address}>{name}</a>{" "}
        </span>
      ))}
      <Tag tone="amber">{controlText.indicative}</Tag>
    </>
  );
}
