import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { pageTitle, shortDate } from "#app/text/format.ts";
import { listToolText } from "#app/text/proposal-list.ts";
import { kindText, listText, stateText, stateTone } from "#app/text/proposals.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { FilterForm } from "#app/ui/proposals/filter-form.tsx";
import { ListTools, Pick, PickForm, SavedViews } from "#app/ui/proposals/list-tools.tsx";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Pager } from "#app/ui/pager.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { countProposals, listFilterOptions, listProposals, MOST_COUNTED } from "#db/queries/proposal-lists.ts";
import { listViews } from "#db/queries/saved-views.ts";
import { listChoice } from "./list-choice.ts";

const PAGE_SIZE = 50;

export const meta: MetaFunction = () => [{ title: pageTitle(listText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const asked = new URL(args.request.url).searchParams;
  const { choice, filter, sort } = listChoice(asked, dutchDay(now()));
  const { proposals, next } = await listProposals(db, actor, filter, { sort, after: asked.get("na"), size: PAGE_SIZE });
  const count = await countProposals(db, actor, filter);
  return {
    choice,
    isWhole: Object.entries(choice).every(([word, value]) => word === "sort" || value === ""),
    count: count > MOST_COUNTED ? listText.countMore(MOST_COUNTED) : listText.count(count),
    options: await listFilterOptions(db),
    proposals,
    next: next === null ? null : href(paths.proposals, { ...choice, na: next }),
    previous: asked.has("na") ? href(paths.proposals, choice) : null,
    views: actor.id === null ? null : await listViews(db, actor.id),
    maySeeForm: actor.memberships.length > 0,
    mayMove: actor.memberships.some(({ bodyId }) => may(actor, "proposal.discuss", { bodyId })),
    mayImport: actor.memberships.some(({ bodyId, bodySlug }) => bodySlug !== "taskforce" && may(actor, "proposal.import", { bodyId })),
  };
}

export default function ProposalsPage() {
  const { choice, isWhole, count, options, proposals, next, previous, views, maySeeForm, mayMove, mayImport } = useLoaderData<typeof loader>();
  const table = (
    <DataTable
      caption={listText.caption}
      head={listText.head.filter((head) => choice.gremium === "" || head !== listText.body)}
      rows={proposals.map(({ number, title, kind, bodyName, state, updatedAt }) => ({
        key: number,
        cells: [
          mayMove ? <Pick key="number" number={number} /> : number,
          <a key="title" href={href(paths.proposal, { number })}>
            {title}
          </a>,
          kindText[kind],
          ...(choice.gremium === "" ? [bodyName] : []),
          <Tag key="state" tone={stateTone[state]}>
            {stateText[state]}
          </Tag>,
          shortDate(updatedAt),
        ],
      }))}
    />
  );
  return (
    <>
      <PageHead title={listText.title} lead={listText.lead} />
      <Flow>
        <FilterForm choice={choice} bodies={options.bodies} components={options.components} />
        {views !== null && <SavedViews choice={choice} views={views} />}
        {choice.maatregel !== "" && (
          <p className="small">
            {listToolText.chosenControl(choice.maatregel.replace("-", " ").toUpperCase())} <a href={href(paths.proposals, { ...choice, maatregel: "" })}>{listToolText.allControls}</a>
          </p>
        )}
        <div className="sec-head">
          <p role="status">{count}</p>
          {maySeeForm && (
            <ButtonLink href={href(paths.newProposal)} secondary>
              {listText.draft}
            </ButtonLink>
          )}
        </div>
        {proposals.length === 0 ? <NoProposals isWhole={isWhole} /> : mayMove ? <PickForm>{table}</PickForm> : table}
        <Pager previous={previous} next={next} />
        <ListTools choice={choice} mayImport={mayImport} />
      </Flow>
    </>
  );
}

/** Why the list is empty, and what to do about it: nothing was written yet, or nothing fits the choice. */
function NoProposals({ isWhole }: { isWhole: boolean }) {
  return isWhole ? <Empty title={listText.none} action={<a href={href(paths.bodies)}>{listText.noneAction}</a>} /> : <Empty title={listText.empty} action={<a href={href(paths.proposals)}>{listText.clear}</a>} />;
}
