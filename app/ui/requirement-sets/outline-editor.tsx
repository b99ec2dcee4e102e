import type { Tlp } from "#app/domain/access/visibility.ts";
import type { RequirementKind } from "#app/domain/requirement-sets/requirement-set.ts";
import { href, paths } from "#app/paths.ts";
import { outlineText, requirementKindText, setText } from "#app/text/requirement-sets.ts";
import { ActionForm } from "#app/ui/action-form.tsx";

interface Place {
  readonly id: string;
  readonly number: string;
  readonly depth: 1 | 2;
  readonly title: string;
  /** among those with which it changes places */
  readonly isFirst: boolean;
  readonly isLast: boolean;
}

interface ChapterLine extends Place {
  readonly kind: "chapter";
  readonly isEmpty: boolean;
}

interface RequirementLine extends Place {
  readonly kind: "requirement";
  readonly proposal: string;
  readonly version: number;
  readonly requirementKind: RequirementKind;
  readonly weight: number | null;
  readonly tlp: Tlp;
  readonly newer: number | null;
}

export type EditorLine = ChapterLine | RequirementLine;

/** The outline of a concept; each line with the buttons that change its place. */
export function OutlineEditor({ slug, lines }: { slug: string; lines: readonly EditorLine[] }) {
  return (
    <ol className="rows outline">
      {lines.map((line) => (
        <li key={line.id} id={`regel-${line.id}`} className={line.kind === "chapter" ? `chapter depth-${line.depth}` : `depth-${line.depth}`}>
          <div>
            {line.kind === "chapter" ? <ChapterWords {...line} /> : <RequirementWords {...line} />}
          </div>
          <div className="actions">{line.kind === "chapter" ? <ChapterButtons slug={slug} {...line} /> : <RequirementButtons slug={slug} {...line} />}</div>
        </li>
      ))}
    </ol>
  );
}

function ChapterWords({ number, title, depth, isEmpty }: ChapterLine) {
  const words = `${number} ${title}`;
  return (
    <>
      {depth === 1 ? <h2>{words}</h2> : <h3>{words}</h3>}
      {isEmpty && <p className="meta">{outlineText.chapterEmpty}</p>}
    </>
  );
}

function RequirementWords({ number, title, proposal, version, requirementKind, weight, tlp, newer }: RequirementLine) {
  return (
    <>
      <p>
        {`${number} `}
        <a href={href(paths.proposalVersion, { number: proposal, version })}>{title}</a>
      </p>
      <p className="meta">{[proposal, requirementKindText[requirementKind], ...(weight === null ? [] : [setText.weight(weight)]), ...(tlp === "CLEAR" ? [] : [`TLP:${tlp}`])].join(" · ")}</p>
      {newer !== null && <p className="meta">{outlineText.older(version, newer)}</p>}
    </>
  );
}

function ChapterButtons({ slug, id, number, title, isFirst, isLast, isEmpty }: ChapterLine & { slug: string }) {
  const describe = `${number} ${title}`;
  const move = href(paths.chapterMove, { slug, chapterId: id });
  return (
    <>
      {!isFirst && <ActionForm action={move} label={outlineText.up} describe={describe} secondary fields={{ direction: "up" }} />}
      {!isLast && <ActionForm action={move} label={outlineText.down} describe={describe} secondary fields={{ direction: "down" }} />}
      {isEmpty && <ActionForm action={href(paths.chapterRemoval, { slug, chapterId: id })} label={outlineText.remove} describe={describe} secondary />}
      <a href={href(paths.chapter, { slug, chapterId: id })}>
        {outlineText.editChapter}
        <span className="vh">{`: ${describe}`}</span>
      </a>
    </>
  );
}

function RequirementButtons({ slug, id, number, title, isFirst, isLast, newer }: RequirementLine & { slug: string }) {
  const describe = `${number} ${title}`;
  const move = href(paths.requirementMove, { slug, requirementId: id });
  return (
    <>
      {newer !== null && <ActionForm action={href(paths.requirementRenewal, { slug, requirementId: id })} label={outlineText.renew(newer)} describe={describe} secondary />}
      {!isFirst && <ActionForm action={move} label={outlineText.up} describe={describe} secondary fields={{ direction: "up" }} />}
      {!isLast && <ActionForm action={move} label={outlineText.down} describe={describe} secondary fields={{ direction: "down" }} />}
      <ActionForm action={href(paths.requirementRemoval, { slug, requirementId: id })} label={outlineText.remove} describe={describe} secondary />
      <a href={href(paths.requirementPlace, { slug, requirementId: id })}>
        {outlineText.place}
        <span className="vh">{`: ${describe}`}</span>
      </a>
    </>
  );
}
