import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { date, pageTitle, time } from "#app/text/format.ts";
import { pageText } from "#app/text/proposals.ts";
import { versionText } from "#app/text/versions.ts";
import { Flow } from "#app/ui/layout.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { findProposal, listVersions } from "#db/queries/proposals.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? versionText.title(data.number) : "404") }];

/** Every version with its author, its moment and why it was made; newest first. */
export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const proposal = (await findProposal(db, actor, args.params.number ?? "", dutchDay(now()))) ?? notFound();
  const versions = await listVersions(db, proposal.id);
  return { number: proposal.number, title: proposal.title, versions: versions.reverse() };
}

export default function ProposalVersionsPage() {
  const { number, title, versions } = useLoaderData<typeof loader>();
  const crumbs = [
    { href: href(paths.proposals), label: pageText.crumb },
    { href: href(paths.proposal, { number }), label: `${number} ${title}` },
  ];
  return (
    <>
      <PageHead crumbs={crumbs} title={versionText.title(number)} lead={versionText.lead} />
      <Flow>
        <DataTable
          caption={versionText.count(versions.length)}
          head={versionText.head}
          rows={versions.map((version) => ({
            key: String(version.number),
            cells: [
              <span key="link" className="nowrap">
                <a href={href(paths.proposalVersion, { number, version: version.number })}>{pageText.version(version.number)}</a>
              </span>,
              version.title,
              version.authorName,
              `${date(version.createdAt)}, ${time(version.createdAt)}`,
              version.why || versionText.first,
              <MoreLinks key="more" number={number} version={version.number} />,
            ],
          }))}
        />
      </Flow>
    </>
  );
}

function MoreLinks({ number, version }: { number: string; version: number }) {
  return (
    <ul className="plain">
      {version > 1 && (
        <li>
          <a href={href(paths.proposalComparison, { number }, { van: version - 1, naar: version })}>{versionText.compare(version - 1)}</a>
        </li>
      )}
      <li>
        <a href={href(paths.proposalVersionPrint, { number, version })}>{versionText.printOf(version)}</a>
      </li>
      <li>
        <a href={href(paths.proposalVersionOdt, { number, version })}>{versionText.odtOf(version)}</a>
      </li>
    </ul>
  );
}
