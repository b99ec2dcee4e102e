import type { ReactNode } from "react";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle } from "#app/text/format.ts";
import { kindText, linkText, listText } from "#app/text/proposals.ts";
import { coverageText } from "#app/text/traces.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { loadCoverage } from "./coverage-choice.ts";

export const meta: MetaFunction = () => [{ title: pageTitle(coverageText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const found = await loadCoverage(context, new URL(args.request.url).searchParams, coverageText.most);
  return { ...found, mayDraft: context.actor.memberships.length > 0 };
}

const proposal = (number: string, label: string) => <a href={href(paths.proposal, { number })}>{label}</a>;

export default function CoveragePage() {
  const { options, choice, needs, untestable, suspect, mayDraft } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.proposals), label: listText.title }]} title={coverageText.title} lead={coverageText.lead} />
      <Flow>
        <form method="get" action={href(paths.proposalCoverage)} className="filter">
          <SelectField name="gremium" label={coverageText.body} value={choice.gremium} options={[{ value: "", label: coverageText.anyBody }, ...options.bodies]} />
          <SelectField name="onderdeel" label={coverageText.component} value={choice.onderdeel} options={[{ value: "", label: coverageText.anyComponent }, ...options.components]} />
          <Button secondary>{coverageText.apply}</Button>
        </form>
        <Gap id="behoeften" title={coverageText.needs} none={coverageText.needsNone} count={needs.length}>
          <DataTable
            caption={coverageText.needs}
            head={coverageText.needsHead}
            rows={needs.map(({ number, title }) => ({
              key: number,
              cells: [
                number,
                <a key="title" href={href(paths.need, { number })}>
                  {title}
                </a>,
                mayDraft ? (
                  <a key="next" href={href(paths.newProposal, { behoefte: number })}>
                    {coverageText.needDraft}
                  </a>
                ) : (
                  <a key="next" href={href(paths.proposals, { behoefte: number })}>
                    {coverageText.needList}
                  </a>
                ),
              ],
            }))}
          />
        </Gap>
        <Gap id="toetsing" title={coverageText.untestable} none={coverageText.untestableNone} count={untestable.length}>
          <DataTable
            caption={coverageText.untestable}
            head={coverageText.untestableHead}
            rows={untestable.map(({ number, title, kind, bodyName }) => ({ key: number, cells: [number, proposal(number, title), kindText[kind], bodyName] }))}
          />
        </Gap>
        <Gap id="verbanden" title={coverageText.suspect} none={coverageText.suspectNone} count={suspect.length}>
          <DataTable
            caption={coverageText.suspect}
            head={coverageText.suspectHead}
            rows={suspect.map((link) => ({
              key: `${link.number} ${link.kind} ${link.upstreamNumber}`,
              cells: [
                proposal(link.number, `${link.number} ${link.title}`),
                linkText[link.kind][0],
                proposal(link.upstreamNumber, `${link.upstreamNumber} ${link.upstreamTitle}`),
                coverageText.version(link.reviewedVersion),
                link.reviewedVersion === 0 ? (
                  coverageText.version(link.upstreamVersion)
                ) : (
                  <a key="now" href={href(paths.proposalComparison, { number: link.upstreamNumber }, { van: link.reviewedVersion, naar: link.upstreamVersion })}>
                    {coverageText.since(link.upstreamVersion)}
                  </a>
                ),
              ],
            }))}
          />
        </Gap>
        <p className="small">
          <a href={href(paths.proposalCoverageCsv, choice)}>{coverageText.csv}</a>
        </p>
      </Flow>
    </>
  );
}

/** One kind of gap: how many there are, and which; or that there are none. */
function Gap({ id, title, none, count, children }: { id: string; title: string; none: string; count: number; children: ReactNode }) {
  return (
    <Section id={id} title={title} aside={<span className="small muted">{coverageText.count(count)}</span>}>
      {count === 0 ? <p>{none}</p> : children}
      {count >= coverageText.most && <p className="small">{coverageText.capped}</p>}
    </Section>
  );
}
