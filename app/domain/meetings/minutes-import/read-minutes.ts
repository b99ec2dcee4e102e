import type { Block } from "./blocks.ts";
import { plainText } from "./plain.ts";
import { readActions } from "./actions.ts";
import { readAgenda } from "./agenda-list.ts";
import { readAttendance } from "./attendance.ts";
import { readDecisions } from "./decisions.ts";
import { readHeadingFacts } from "./heading-facts.ts";
import { itemsOf } from "./items.ts";
import { readQuestions } from "./questions.ts";
import { mark, newReading, type Reading } from "./reading.ts";
import { sectionsOf } from "./sections.ts";
import { actionsOnce, decisionsOnce } from "./told-twice.ts";
import type { ImportedMinutes, LineRole, Place } from "./types.ts";

/** Longer than any set of minutes; a form or a file beyond it is refused before it is read. */
export const LONGEST_MINUTES = 400_000;

const LONGEST_LINE = 6_000;
/** "4 . Mededelingen": text out of a PDF sets the point apart. */
const LOOSE_NUMBER = /^(\s{0,3}\d{1,2}) \.(?=\s+\S)/;

/**
 * Reads Dutch minutes in Markdown as bodies really write them. Total: any text gives an answer. Nothing is dropped: each line that
 * is not blank has a role, and what is not title, facts of the meeting or attendance stands word for word in one of the items.
 * `path` is where the file stood; folder and file name often carry the date.
 */
export function readMinutes(text: string, path: string | null = null): ImportedMinutes {
  const source = onLines(text.replace(/^\uFEFF/, "")).split(/\r\n|\r|\n/);
  const reading = newReading(source);
  // A line longer than any person writes is kept, but not searched: patterns would take too long over it.
  const sections = sectionsOf(unquoted(source.map((line) => (line.length > LONGEST_LINE ? "…" : line.replace(LOOSE_NUMBER, "$1.")))));
  for (const { blocks } of sections) for (const block of blocks) if (block.kind === "markup") mark(reading, block, block.isFront ? "meta" : "markup");
  const facts = readHeadingFacts(reading, sections, path);
  reading.day = facts.day;

  readAttendance(reading, sections);
  readAgenda(reading, sections);
  readQuestions(reading, sections);
  readActions(reading, sections);
  readDecisions(reading, sections);
  const items = itemsOf(reading, sections, facts.titleSection);
  const lines = finished(reading);

  const days = [...new Set(facts.dates.filter(({ where }) => where !== "text").map(({ day }) => day))];
  const emails = source.flatMap((line, index) => (/[^\s@<>()]{1,64}@[\w-]{1,64}\.[\w.-]{0,64}[a-z]{2}/i.test(line) ? [{ code: "email" as const, line: index + 1 }] : []));
  return {
    title: facts.title ?? firstWords(sections[0]?.blocks ?? []),
    day: facts.day,
    dates: facts.dates,
    time: facts.time,
    location: facts.location,
    status: facts.status,
    attendance: byPlace(reading.attendance),
    items,
    decisions: decisionsOnce(byPlace(reading.decisions)),
    actions: actionsOnce(byPlace(reading.actions)),
    questions: reading.questions,
    agenda: reading.agenda,
    lines,
    leftAsText: runsOf(source, lines),
    warnings: [
      ...(facts.day === null ? [{ code: "no-date" as const }] : []),
      ...(days.length > 1 ? [{ code: "dates-differ" as const, days }] : []),
      ...(reading.attendance.some(({ state }) => state === "aanwezig") ? [] : [{ code: "no-attendance" as const }]),
      ...(sections.length <= 1 ? [{ code: "no-headings" as const }] : []),
      ...reading.warnings,
      ...emails,
    ],
  };
}

const BLOCK_END = /(<\/(?:p|h[1-6]|li|ul|ol|div|tr|table)>|<(?:ul|ol|div)(?:\s[^>]*)?>)[ \t]*(?=<(?:p|h[1-6]|li|ul|ol|div|tr|table|\/ul|\/ol|\/div|\/table)\b)/gi;

/** Pasted HTML puts whole paragraphs behind each other on one line; here each gets a line of its own. Tables stay as they are. */
const onLines = (text: string): string => text.split(/(<table\b[\s\S]*?<\/table>)/i).map((part) => (/^<table\b/i.test(part) ? part : part.replace(BLOCK_END, "$1\n"))).join("");

/** A head that stands in a quotation with lists in it is read as if it did not. */
function unquoted(source: readonly string[]): string[] {
  const lines = [...source];
  for (let at = 0; at < lines.length; at++) {
    let end = at;
    while (/^\s{0,3}>/.test(lines[end] ?? "")) end++;
    const inner = lines.slice(at, end).map((line) => line.replace(/^\s{0,3}>\s?/, ""));
    if (inner.some((line) => /^\s*[-*+]\s+\S/.test(line)) && inner.some((line) => /^\W*(?:niet )?(?:aanwezig|afwezig|deelnemers|afgemeld)/i.test(line))) lines.splice(at, inner.length, ...inner);
    at = Math.max(at, end - 1);
  }
  return lines;
}

/** A text without a heading is called after its first line; "Verslag" alone says too little, so the next line comes along. */
function firstWords(blocks: readonly Block[]): string | null {
  const lines = blocks.slice(0, 2).flatMap((block) => (block.kind === "paragraph" ? block.lines : [])).map(plainText).filter((line) => line !== "");
  const [first = "", second = ""] = lines;
  const names = /^(?:concept ?-?)?(?:verslag|notulen|besluitenlijst|minutes)\b/i;
  // A letterhead above "Verslag van de vergadering …" is whose minutes they are, not what they are called.
  const words = /^(?:concept ?)?(?:verslag|notulen|besluitenlijst|minutes)$/i.test(first) ? `${first} ${second}`.trim() : names.test(second) && !names.test(first) ? second : first;
  return words === "" || words.length > 150 || /:\s/.test(words) || /[.!?]$/.test(words) ? null : words;
}

/** Every line that nobody claimed is text, or a mark without words. */
function finished(reading: Reading): ReadonlyMap<number, LineRole> {
  const lines = new Map<number, LineRole>();
  reading.source.forEach((line, index) => {
    if (line.trim() === "") return;
    const isMark = /^[\s|:=*_#>-]+$/.test(line) || /^\s*(?:<\/?[a-z][^>]*>\s*)+$/i.test(line);
    lines.set(index + 1, reading.roles.get(index + 1) ?? (isMark ? "markup" : "text"));
  });
  return lines;
}

function runsOf(source: readonly string[], lines: ReadonlyMap<number, LineRole>): (Place & { text: string })[] {
  const runs: (Place & { text: string })[] = [];
  for (const [line, role] of lines) {
    if (role !== "text") continue;
    const last = runs.at(-1);
    const between = last ? source.slice(last.until, line - 1) : [];
    if (last && between.every((blank) => blank.trim() === "")) runs[runs.length - 1] = { from: last.from, until: line, text: [last.text, ...between, source[line - 1]].join("\n") };
    else runs.push({ from: line, until: line, text: source[line - 1] ?? "" });
  }
  return runs;
}

const byPlace = <Found extends { readonly place: Place }>(found: readonly Found[]): Found[] => [...found].sort((a, b) => a.place.from - b.place.from);
