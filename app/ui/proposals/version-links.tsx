import { href, paths } from "#app/paths.ts";
import { versionText } from "#app/text/versions.ts";

/** What one can do with the version that is shown: all of them, on paper, in a word processor. */
export function VersionLinks({ number, version }: { number: string; version: number }) {
  return (
    <p className="small actions">
      <a href={href(paths.proposalVersions, { number })}>{versionText.link}</a>
      <a href={href(paths.proposalVersionPrint, { number, version })}>{versionText.print}</a>
      <a href={href(paths.proposalVersionOdt, { number, version })}>{versionText.odt}</a>
    </p>
  );
}
