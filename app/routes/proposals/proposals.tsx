import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { PROPOSAL_KINDS, PROPOSAL_STATES, type ProposalKind, type ProposalState } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle, shortDate } from "#app/text/format.ts";
import { kindText, listText, stateSlug, stateText, stateTone } from "#app/text/proposals.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { FilterForm } from "#app/ui/proposals/filter-form.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { countProposals, listFilterOptions, listProposals, MOST_COUNTED, SORTS, type ProposalFilter, type Sort } from "#db/queries/proposal-lists.ts";

const PAGE_SIZE = 50;

export const meta: MetaFunction = () => [{ title: pageTitle(listText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const asked = new URL(args.request.url).searchParams;
  const choice = {
    q: (asked.get("q") ?? "").slice(0, 100),
    gremium: asked.get("gremium") ?? "",
    status: asked.get("status") ?? "",
    soort: asked.get("soort") ?? "",
    onderdeel: asked.get("onderdeel") ?? "",
    behoefte: asked.get("behoefte") ?? "",
    sort: asked.get("sort") ?? "",
  };
  const filter: ProposalFilter = {
    today: dutchDay(now()),
    q: choice.q || undefined,
    body: choice.gremium || undefined,
    state: PROPOSAL_STATES.find((state): state is ProposalState => stateSlug(state) === choice.status),
    kind: PROPOSAL_KINDS.find((kind): kind is ProposalKind => kind === choice.soort),
    component: choice.onderdeel || undefined,
    need: choice.behoefte || undefined,
  };
  const sort: Sort = SORTS.find((one) => listText.sortSlugs[one] === choice.sort) ?? "changed";
  const { proposals, next } = await listProposals(db, actor, filter, { sort, after: asked.get("na"), size: PAGE_SIZE });
  const count = await countProposals(db, actor, filter);
  return {
    choice,
    count: count > MOST_COUNTED ? listText.countMore(MOST_COUNTED) : listText.count(count),
    options: await listFilterOptions(db),
    proposals,
    next: next === null ? null : href(paths.proposals, { ...choice, na: next }),
    previous: asked.has("na") ? href(paths.proposals, choice) : null,
    maySeeForm: actor.memberships.length > 0,
  };
}

export default function ProposalsPage() {
  const { choice, count, options, proposals, next, previous, maySeeForm } = useLoaderData<typeof loader>();
  return (
    <>
      <PageHead title={listText.title} lead={listText.lead} />
      <Flow>
        <FilterForm choice={choice} bodies={options.bodies} components={options.components} />
        <div className="sec-head">
          <p role="status">{count}</p>
          {maySeeForm && (
            <ButtonLink href={href(paths.newProposal)} secondary>
              {listText.draft}
            </ButtonLink>
          )}
        </div>
        {proposals.length === 0 ? (
          <Empty title={listText.empty} action={<a href={href(paths.proposals)}>{listText.clear}</a>} />
        ) : (
          <DataTable
            caption={listText.caption}
            head={listText.head}
            rows={proposals.map(({ number, title, kind, bodyName, state, updatedAt }) => ({
              key: number,
              cells: [
                number,
                <a key="title" href={href(paths.proposal, { number })}>
                  {title}
                </a>,
                kindText[kind],
                bodyName,
                <Tag key="state" tone={stateTone[state]}>
                  {stateText[state]}
                </Tag>,
                shortDate(updatedAt),
              ],
            }))}
          />
        )}
        <Pager previous={previous} next={next} />
        <p className="small">
          <a href={href(paths.proposalFeed)}>{listText.feed}</a>
        </p>
      </Flow>
    </>
  );
}
