import { plainText } from "./plain.ts";
import type { Reading } from "./reading.ts";
import type { Section } from "./sections.ts";
import type { ImportedItem } from "./types.ts";

const NUMBER = /^(?:agendapunt\s+|punt\s+)?(\d{1,2}(?:\.\d{1,2})*[a-z]?)\s*[.):–-]*\s+(?=\S)/i;

/**
 * The minutes per agenda item: one for each heading of the highest level that is about the meeting itself, what stands before
 * the first under no title. Every line that is not title, meta or attendance is in exactly one item.
 */
export function itemsOf(reading: Reading, sections: readonly Section[], titleSection: number | null): ImportedItem[] {
  const isHead = (index: number): boolean => index === 0 || index === titleSection || isAttendance(sections, index) || (sections[index]?.kind === "invited" && reading.roles.get(sections[index]?.heading?.from ?? 0) === "attendance") || sections[index]?.kind === "meta" || ["meta", "title"].includes(reading.roles.get(sections[index]?.heading?.from ?? 0) ?? "");
  const isContainer = (index: number): boolean => (sections[index]?.kind === "container" || (sections[index]?.kind === "agenda" && sections[index]?.blocks.length === 0)) && sections.some((other) => other.parent === index);
  // "##### Actie: …" is a line of the item it stands in, whatever its marks.
  const isOutcome = ({ heading }: Section): boolean => ["action", "decision"].includes(reading.roles.get(heading?.from ?? 0) ?? "");
  const candidates = sections.flatMap((section, index) => (isHead(index) || isContainer(index) || isOutcome(section) ? [] : [{ index, level: section.level }]));
  const tops = new Set(candidates.filter(({ index }) => isTop(sections, index, (at) => isHead(at) || isContainer(at))).map(({ index }) => index));
  const starts = withNumbered(sections, tops, candidates.map(({ index }) => index));

  const items: { heading: number | null; lines: number[] }[] = [{ heading: null, lines: [] }];
  let current = items[0];
  let line = 1;
  const bounds = sections.flatMap((section, index) => (section.heading ? [{ from: section.heading.from, until: section.heading.until, index }] : []));
  for (const bound of [...bounds, { from: reading.source.length + 1, until: 0, index: -1 }]) {
    for (; line < bound.from; line++) if (belongs(reading, line)) current?.lines.push(line);
    if (bound.index === -1) break;
    if (starts.has(bound.index)) {
      current = { heading: bound.index, lines: [] };
      items.push(current);
      for (; line <= bound.until; line++) if ((reading.source[line - 1] ?? "").trim() !== "" && !reading.roles.has(line)) reading.roles.set(line, "heading");
    } else if (isContainer(bound.index) && bound.index !== titleSection) {
      for (; line <= bound.until; line++) if ((reading.source[line - 1] ?? "").trim() !== "" && !reading.roles.has(line)) reading.roles.set(line, "heading");
    }
  }
  const isMarkup = (at: number): boolean => { const line = (reading.source[at - 1] ?? "").trim(); return line === "" || reading.roles.get(at) === "markup" || /^(?:<\/?[a-z][^>]*>\s*)+$|^[-*_=\s|:]+$/i.test(line); };
  return items.flatMap(({ heading, lines }) => {
    const section = heading === null ? null : sections[heading];
    if (!section && lines.every(isMarkup)) return [];
    const written = plainText(section?.heading?.text ?? "").replace(/\s*:$/, "");
    const number = NUMBER.exec(written)?.[1] ?? null;
    const title = written.replace(NUMBER, "").trim();
    return [
      {
        number,
        title: section ? (title === "" ? written : title) : null,
        text: textOf(reading, lines),
        lines: lines.filter((at) => (reading.source[at - 1] ?? "").trim() !== ""),
        place: { from: section?.heading?.from ?? lines[0] ?? 1, until: lines.at(-1) ?? section?.heading?.until ?? 1 },
      },
    ];
  });
}

/** "## 2. …" followed by "### 3. …": a slip of the pen in the level; the number says that the next item begins. */
function withNumbered(sections: readonly Section[], tops: ReadonlySet<number>, candidates: readonly number[]): ReadonlySet<number> {
  const starts = new Set<number>();
  let last: number | null = null;
  for (const index of candidates) {
    const number = numberOf(sections[index]);
    // Items below an item that count from one of their own are parts of it.
    const isOwnCount = sections.some((other) => other.parent === sections[index]?.parent && numberOf(other) === 1);
    const isNext = number !== null && last !== null && number > last && !isOwnCount;
    if (!tops.has(index) && !isNext) continue;
    starts.add(index);
    if (number !== null) last = number;
    else if (tops.has(index)) last = null;
  }
  return starts;
}

const numberOf = (section: Section | undefined): number | null => {
  const written = NUMBER.exec(plainText(section?.heading?.text ?? ""))?.[1] ?? "";
  return /^\d{1,2}$/.test(written) ? Number(written) : null;
};

const isAttendance = (sections: readonly Section[], index: number): boolean => {
  const section = sections[index];
  if (!section) return false;
  if (["present", "absent", "both"].includes(section.kind)) return true;
  return section.kind === "other" && section.parent !== null && section.parent > 0 && isAttendance(sections, section.parent);
};

/** No ancestor is an item already: only the head of the text and containers stand above it. */
function isTop(sections: readonly Section[], index: number, isOpen: (index: number) => boolean): boolean {
  let parent = sections[index]?.parent ?? null;
  while (parent !== null && parent > 0) {
    if (!isOpen(parent)) return false;
    parent = sections[parent]?.parent ?? null;
  }
  return true;
}

const belongs = (reading: Reading, line: number): boolean => {
  const role = reading.roles.get(line);
  return role !== "title" && role !== "meta" && role !== "attendance";
};

/** The lines as written, with at most one blank line between them and none around them. */
function textOf(reading: Reading, lines: readonly number[]): string {
  return lines.map((line) => reading.source[line - 1] ?? "").join("\n").replace(/\n[ \t]*(?:\n[ \t]*)+\n/g, "\n\n").replace(/^\s*\n|\s+$/g, "");
}
