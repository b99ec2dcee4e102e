import type { ReactNode } from "react";
import { href, paths } from "#app/paths.ts";
import { importProposalsText } from "#app/text/proposal-import.ts";
import { listToolText } from "#app/text/proposal-list.ts";
import { listText } from "#app/text/proposals.ts";
import { Button } from "#app/ui/button.tsx";

interface ListToolsProps {
  readonly choice: Readonly<Record<string, string>>;
  readonly mayImport: boolean;
}

const FORMATS = ["csv", "xlsx", "ods"] as const;

/** Below the list: take it along, and the other ways to look at proposals. */
export function ListTools({ choice, mayImport }: ListToolsProps) {
  return (
    <nav className="stack" aria-label={listToolText.more}>
      <p>
        {`${listToolText.download} `}
        {FORMATS.map((format, index) => (
          <span key={format}>
            {index > 0 && ", "}
            <a href={href(paths.proposalFile, { format }, choice)}>{listToolText.downloads[format]}</a>
          </span>
        ))}
      </p>
      <ul className="plain stack">
        {mayImport && (
          <li>
            <a href={href(paths.proposalImports)}>{importProposalsText.link}</a>
          </li>
        )}
        <li>
          <a href={href(paths.requirementSets)}>{listToolText.sets}</a>
        </li>
        <li>
          <a href={href(paths.proposalCoverage)}>{listToolText.coverage}</a>
        </li>
        <li>
          <a href={href(paths.controls)}>{listToolText.controls}</a>
        </li>
        <li>
          <a href={href(paths.proposalFeed)}>{listText.feed}</a>
        </li>
      </ul>
    </nav>
  );
}

/** Under the filter: the choices that this person kept, and where the one that is shown can be kept. */
export function SavedViews({ choice, views }: { choice: Readonly<Record<string, string>>; views: readonly { readonly id: string; readonly name: string; readonly query: string }[] }) {
  const query = href(paths.proposals, choice).split("?")[1] ?? "";
  return (
    <p className="small actions">
      {views.length > 0 && <span>{listToolText.views}</span>}
      {views.map(({ id, name, query: kept }) => (
        <a key={id} href={kept === "" ? href(paths.proposals) : `${href(paths.proposals)}?${kept}`}>
          {name}
        </a>
      ))}
      <a href={href(paths.savedViews, { keuze: query })}>{listToolText.keep}</a>
    </p>
  );
}

/** The list with a box before each number; what is ticked goes along to the page where one chooses the step. */
export const PickForm = ({ children }: { children: ReactNode }) => (
  <form method="get" action={href(paths.proposalSteps)} className="stack">
    {children}
    <p>
      <Button secondary>{listToolText.step}</Button>
    </p>
  </form>
);

export const Pick = ({ number }: { number: string }) => (
  <label className="pick">
    <input type="checkbox" name="nummer" value={number} />
    <span className="vh">{`${listToolText.choose(number)} `}</span>
    <span aria-hidden="true">{number}</span>
  </label>
);
