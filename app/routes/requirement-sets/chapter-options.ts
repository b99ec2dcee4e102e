import type { Line } from "#db/queries/requirement-outlines.ts";

const chaptersIn = (lines: readonly Line[]) => lines.flatMap((line) => (line.kind === "chapter" ? [{ value: line.chapter.id, label: `${line.number} ${line.chapter.title}`, depth: line.depth }] : []));

/** The chapters under which a chapter may hang. */
export const parentOptions = (lines: readonly Line[], own: string | null) => chaptersIn(lines).filter(({ value, depth }) => depth === 1 && value !== own).map(({ value, label }) => ({ value, label }));

/** The chapters in which a requirement may stand. */
export const chapterOptions = (lines: readonly Line[]) => chaptersIn(lines).map(({ value, label }) => ({ value, label }));
