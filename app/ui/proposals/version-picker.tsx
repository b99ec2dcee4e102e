import { href, paths } from "#app/paths.ts";
import { shortDate } from "#app/text/format.ts";
import { pageText } from "#app/text/proposals.ts";

/** Every version as a link; the newest lives on the proposal's own page. */
export function VersionPicker({ number, versions, shown }: { number: string; versions: readonly { version: number; at: string }[]; shown: number }) {
  const newest = versions.at(-1)?.version;
  return (
    <nav aria-label={pageText.pickVersion}>
      <ul className="versions">
        {versions.map(({ version, at }) => (
          <li key={version}>
            <a
              href={version === newest ? href(paths.proposal, { number }) : href(paths.proposalVersion, { number, version })}
              {...(version === shown && { "aria-current": "page" as const })}
            >
              {pageText.version(version)}
              <small>{shortDate(at)}</small>
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
