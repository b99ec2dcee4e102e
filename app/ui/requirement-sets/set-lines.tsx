import type { Tlp } from "#app/domain/access/visibility.ts";
import type { RequirementKind } from "#app/domain/requirement-sets/requirement-set.ts";
import { href, paths } from "#app/paths.ts";
import { requirementKindText, setText } from "#app/text/requirement-sets.ts";
import { Markdown } from "#app/ui/markdown.tsx";
import { Tag, Tags } from "#app/ui/tag.tsx";

interface ChapterLine {
  readonly kind: "chapter";
  readonly id: string;
  readonly number: string;
  readonly depth: 1 | 2;
  readonly title: string;
  readonly intro: string;
}

interface RequirementLine {
  readonly kind: "requirement";
  readonly id: string;
  readonly number: string;
  readonly depth: 1 | 2;
  readonly proposal: string;
  readonly title: string;
  readonly version: number;
  readonly requirementKind: RequirementKind;
  readonly weight: number | null;
  readonly tlp: Tlp;
  readonly isSuperseded: boolean;
  readonly statement: string;
  readonly acceptance: string;
  readonly decisions: readonly string[];
}

export type SetLine = ChapterLine | RequirementLine;

/** The programma as it is read: chapters, and each requirement with its number, its text, how it is proved, and where it comes from. */
export function SetLines({ lines }: { lines: readonly SetLine[] }) {
  return lines.map((line) => (line.kind === "chapter" ? <Chapter key={line.id} {...line} /> : <Requirement key={line.id} {...line} />));
}

function Chapter({ number, depth, title, intro }: ChapterLine) {
  const words = `${number} ${title}`;
  return (
    <div className="stack" id={`hoofdstuk-${number}`}>
      {depth === 1 ? <h2>{words}</h2> : <h3>{words}</h3>}
      {intro !== "" && <Markdown html={intro} />}
    </div>
  );
}

function Requirement({ number, depth, proposal, title, version, requirementKind, weight, tlp, isSuperseded, statement, acceptance, decisions }: RequirementLine) {
  const Heading = depth === 1 ? "h3" : "h4";
  return (
    <article className="requirement stack" id={`eis-${number}`} aria-labelledby={`kop-eis-${number}`}>
      <Heading id={`kop-eis-${number}`}>{`${number} ${title}`}</Heading>
      <Tags>
        <Tag tone={requirementKind === "eis" ? "blue" : "green"}>{requirementKindText[requirementKind]}</Tag>
        {weight !== null && <Tag>{setText.weight(weight)}</Tag>}
        {tlp !== "CLEAR" && <Tag tone="tlp">{`TLP:${tlp}`}</Tag>}
        {isSuperseded && <Tag tone="amber">{setText.superseded}</Tag>}
      </Tags>
      <Markdown html={statement} />
      {acceptance !== "" && (
        <div className="stack">
          <p className="small">
            <strong>{setText.acceptance}</strong>
          </p>
          <Markdown html={acceptance} />
        </div>
      )}
      <p className="meta">
        {setText.from} <a href={href(paths.proposalVersion, { number: proposal, version })}>{`${proposal}, ${setText.version(version).toLowerCase()}`}</a>
        {decisions.length > 0 && ` · ${setText.decisions} `}
        {decisions.map((decision, index) => (
          <span key={decision}>
            {index > 0 && ", "}
            <a href={href(paths.decision, { number: decision })}>{decision}</a>
          </span>
        ))}
      </p>
    </article>
  );
}
