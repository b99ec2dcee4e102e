import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { diffFields } from "#app/domain/proposals/diff.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { pageTitle } from "#app/text/format.ts";
import { compareText, pageText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { OtherChanges } from "#app/ui/proposals/other-changes.tsx";
import { ProposalChanges } from "#app/ui/proposals/proposal-changes.tsx";
import { findProposal, listVersions, listVersionTexts } from "#db/queries/proposals.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? compareText.title(data.number) : "404") }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const proposal = (await findProposal(db, actor, args.params.number ?? "", dutchDay(now()))) ?? notFound();
  const versions = await listVersions(db, proposal.id);
  const asked = new URL(args.request.url).searchParams;
  const to = versionAsked(asked.get("naar")) ?? proposal.currentVersion;
  const from = versionAsked(asked.get("van")) ?? Math.max(1, to - 1);
  const texts = await listVersionTexts(db, proposal.id, [from, to]);
  const [before, after] = [texts.get(from) ?? notFound(), texts.get(to) ?? notFound()];
  return {
    number: proposal.number,
    from,
    to,
    versions: versions.map(({ number }) => number),
    changes: diffFields(before, after),
    why: from < to ? after.why : "",
    before: listsOf(before),
    after: listsOf(after),
  };
}

const versionAsked = (raw: string | null): number | null => (raw !== null && /^\d{1,5}$/.test(raw) ? Number(raw) : null);

const listsOf = ({ moscow, weight, components, needs, policyAreas, controls }: Parameters<typeof diffFields>[0] & Record<"components" | "needs" | "policyAreas" | "controls", readonly string[]>) => ({
  moscow,
  weight,
  components,
  needs,
  policyAreas,
  controls,
});

export default function ProposalComparisonPage() {
  const { number, from, to, versions, changes, why, before, after } = useLoaderData<typeof loader>();
  const options = versions.map((version) => ({ value: String(version), label: pageText.version(version) }));
  const crumbs = [
    { href: href(paths.proposals), label: pageText.crumb },
    { href: href(paths.proposal, { number }), label: number },
  ];
  return (
    <>
      <PageHead crumbs={crumbs} title={compareText.title(number)} />
      <Flow>
        <form method="get" className="filter" action={href(paths.proposalComparison, { number })}>
          <SelectField name="van" label={compareText.from} value={String(from)} options={options} />
          <SelectField name="naar" label={compareText.to} value={String(to)} options={options} />
          <Button secondary>{compareText.show}</Button>
        </form>
        <Section id="verschil" title={compareText.between(from, to)}>
          <ProposalChanges changes={changes} why={why} />
        </Section>
        <OtherChanges before={before} after={after} />
      </Flow>
    </>
  );
}
