import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import type { ProposalText } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { differenceOf } from "#app/platform/kept-diffs.ts";
import { pageTitle } from "#app/text/format.ts";
import { compareText, pageText } from "#app/text/proposals.ts";
import { versionText } from "#app/text/versions.ts";
import { Button } from "#app/ui/button.tsx";
import { SelectField } from "#app/ui/form.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ChangesBeside } from "#app/ui/proposals/changes-beside.tsx";
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
    changes: differenceOf(before, after),
    isBeside: asked.get("weergave") === BESIDE,
    why: from < to ? after.why : "",
    before: listsOf(before),
    after: listsOf(after),
  };
}

const BESIDE = "naast-elkaar";
const versionAsked = (raw: string | null): number | null => (raw !== null && /^\d{1,5}$/.test(raw) ? Number(raw) : null);

const listsOf = ({ moscow, weight, components, needs, policyAreas, controls }: ProposalText & Record<"components" | "needs" | "policyAreas" | "controls", readonly string[]>) => ({
  moscow,
  weight,
  components,
  needs,
  policyAreas,
  controls,
});

export default function ProposalComparisonPage() {
  const { number, from, to, versions, changes, why, before, after, isBeside } = useLoaderData<typeof loader>();
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
          {isBeside && <input type="hidden" name="weergave" value={BESIDE} />}
          <Button secondary>{compareText.show}</Button>
        </form>
        <Section id="verschil" title={compareText.between(from, to)}>
          <nav aria-label={versionText.views}>
            <ul className="versions">
              <View href={href(paths.proposalComparison, { number }, { van: from, naar: to })} label={versionText.inline} isShown={!isBeside} />
              <View href={href(paths.proposalComparison, { number }, { van: from, naar: to, weergave: BESIDE })} label={versionText.beside} isShown={isBeside} />
            </ul>
          </nav>
          {isBeside ? <ChangesBeside changes={changes} from={from} to={to} /> : <ProposalChanges changes={changes} why={why} />}
        </Section>
        <OtherChanges before={before} after={after} />
      </Flow>
    </>
  );
}

function View({ href: address, label, isShown }: { href: string; label: string; isShown: boolean }) {
  return (
    <li>
      <a href={address} {...(isShown && { "aria-current": "page" as const })}>
        {label}
      </a>
    </li>
  );
}
