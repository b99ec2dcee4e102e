import type { NewsEntry } from "#app/domain/following/following.ts";
import { href, paths } from "#app/paths.ts";
import { shortDate, time } from "#app/text/format.ts";
import { newsText } from "#app/text/following.ts";

/** What is new, newest first: on a proposal's own page without its number, elsewhere with a link to where it happened. */
export function NewsList({ news }: { news: readonly NewsEntry[] }) {
  return (
    <ul className="rows rows-date">
      {news.map((entry) => (
        <li key={`${entry.kind}-${entry.number}-${entry.at}`}>
          <div className="date">
            <b>{shortDate(entry.at)}</b>
            {time(entry.at)}
          </div>
          <div>
            {entry.number !== "" && (
              <h3>
                <a href={addressOf(entry)}>{namesItself(entry) ? entry.title : `${entry.number} ${entry.title}`}</a>
              </h3>
            )}
            <p className={entry.number === "" ? undefined : "meta"}>{newsText(entry)}</p>
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Where the news is about. */
export function addressOf({ kind, number, detail }: NewsEntry): string {
  switch (kind) {
    case "decision":
      return href(paths.decision, { number });
    case "initiative":
      return href(paths.initiative, { number });
    case "roadmap":
    case "milestone":
    case "progress":
      return href(paths.roadmapItem, { number });
    case "amendment-handled":
      return href(paths.amendment, { number, amendment: detail });
    case "amendment":
      return href(paths.amendments, { number });
    case "comment-answered":
      return `${href(paths.proposal, { number })}#reacties`;
    case "requirement-set":
      return href(paths.requirementSet, { slug: number });
    case "round":
      return href(paths.round, { id: number });
    case "meeting":
      return href(paths.meeting, { id: number });
    case "state":
    case "version":
    case "comment":
      return href(paths.proposal, { number });
  }
}

/** A round, a meeting and a programma van eisen have no number that people use. */
const namesItself = ({ kind }: NewsEntry): boolean => kind === "round" || kind === "meeting" || kind === "requirement-set";
