import type { NewsEntry } from "#app/domain/following/following.ts";
import { href, paths } from "#app/paths.ts";
import { dateTime } from "#app/text/format.ts";
import { newsText } from "#app/text/following.ts";

/** What is new, newest first: on a proposal's own page without its number, elsewhere with a link to where it happened. */
export function NewsList({ news }: { news: readonly NewsEntry[] }) {
  return (
    <ul className="plain news">
      {news.map((entry) => (
        <li key={`${entry.kind}-${entry.number}-${entry.at}`}>
          {entry.number !== "" && (
            <a href={addressOf(entry)}>
              {entry.number} {entry.title}
            </a>
          )}
          <p>{newsText(entry)}</p>
          <p className="small muted">{dateTime(entry.at)}</p>
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
      return href(paths.roadmapItem, { number });
    case "amendment-handled":
      return href(paths.amendment, { number, amendment: detail });
    case "amendment":
      return href(paths.amendments, { number });
    case "comment-answered":
      return `${href(paths.proposal, { number })}#reacties`;
    case "state":
    case "version":
    case "comment":
      return href(paths.proposal, { number });
  }
}
