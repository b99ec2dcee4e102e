import { href, paths } from "#app/paths.ts";
import { setText } from "#app/text/requirement-sets.ts";
import { Row, Rows } from "#app/ui/rows.tsx";

export interface SetWith {
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly isFrozen: boolean;
  readonly number: string | null;
  readonly proposalVersion: number;
}

/** The editions in which a proposal stands, with its number in each. */
export function SetsWith({ sets }: { sets: readonly SetWith[] }) {
  return (
    <Rows>
      {sets.map(({ slug, title, version, isFrozen, number, proposalVersion }) => (
        <Row key={`${slug} ${version}`}>
          <div>
            <h3>
              <a href={`${href(paths.requirementSetVersion, { slug, version }, { hoofdstuk: number?.split(".")[0] })}${number === null ? "" : `#eis-${number}`}`}>{setText.versionOf(title, version, isFrozen)}</a>
            </h3>
            <p className="meta">{number === null ? setText.standsInConcept(proposalVersion) : setText.standsAs(number, proposalVersion)}</p>
          </div>
        </Row>
      ))}
    </Rows>
  );
}
