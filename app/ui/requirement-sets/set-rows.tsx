import type { Tlp } from "#app/domain/access/visibility.ts";
import { href, paths } from "#app/paths.ts";
import { setText } from "#app/text/requirement-sets.ts";
import { Row, Rows } from "#app/ui/rows.tsx";
import { Tag, Tags } from "#app/ui/tag.tsx";

export interface SetRow {
  readonly slug: string;
  readonly title: string;
  readonly lot: string;
  readonly component: string;
  readonly body: string;
  readonly version: number;
  readonly tlp: Tlp;
  readonly frozenAt: string | null;
  readonly amount: number;
  /** the version that is being written beside it */
  readonly concept: number | null;
}

/** Programma's van eisen in a list: title, component, version and state. */
export function SetRows({ sets }: { sets: readonly SetRow[] }) {
  return (
    <Rows>
      {sets.map(({ slug, title, lot, component, body, version, tlp, frozenAt, amount, concept }) => (
        <Row key={slug}>
          <div>
            <h3>
              <a href={href(paths.requirementSet, { slug })}>{title}</a>
            </h3>
            <p className="meta">{[component, ...(lot === "" ? [] : [setText.lot(lot)]), body].join(" · ")}</p>
            <p className="meta">{[setText.version(version), ...(frozenAt === null ? [] : [setText.frozenOn(frozenAt)]), setText.requirements(amount)].join(" · ")}</p>
          </div>
          <Tags>
            <Tag tone={frozenAt === null ? "amber" : "green"}>{frozenAt === null ? setText.concept : setText.frozen}</Tag>
            {concept !== null && (
              <a href={href(paths.requirementSetVersion, { slug, version: concept })}>{setText.conceptOf(concept)}</a>
            )}
            {tlp !== "CLEAR" && <Tag tone="tlp">{`TLP:${tlp}`}</Tag>}
          </Tags>
        </Row>
      ))}
    </Rows>
  );
}
