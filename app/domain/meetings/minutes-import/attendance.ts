import { absence, add, addEntry, addText } from "./attendance-people.ts";
import { LABEL, OFFICE, readLabelled, readLabelledText, readOpening, readPairs } from "./attendance-labels.ts";
import { readTableOfPeople } from "./attendance-table.ts";
import type { Block, ListItem } from "./blocks.ts";
import { isNobody } from "./names.ts";
import { peopleIn, peopleInText, roleOf, withNamesFirst } from "./people.ts";
import { asMarkdown, plainText } from "./plain.ts";
import { isFree, mark, type Reading } from "./reading.ts";
import { kindOf, type Section } from "./sections.ts";
import type { Place, Presence } from "./types.ts";

/** Reads everybody who was there or sent word, from headings, labels, tables and loose lines. */
export function readAttendance(reading: Reading, sections: readonly Section[]): void {
  const hasPresent = sections.some(({ kind }) => kind === "present" || kind === "both") || sections.some((section) => section.blocks.some((block) => block.kind === "paragraph" && block.lines.some((line) => /^\W*aanwezig/i.test(line))));
  sections.forEach((section, index) => {
    const presence = presenceOf(section, sections, hasPresent);
    if (presence) readSection(reading, section, presence, groupOf(section, sections, index));
    else if (section.kind === "invited" && section.heading && hasPresent) reading.warnings.push({ code: "invited-not-present", line: section.heading.from });
    else {
      const { heading } = section;
      if (heading && isFree(reading, heading)) readLabelledText(reading, [heading.text], heading);
      readLoose(reading, section, index);
    }
  });
}

/** A section is about attendance by its own heading, or as a group below such a heading. */
function presenceOf(section: Section, sections: readonly Section[], hasPresent: boolean): Presence | null {
  if (section.kind === "present" || section.kind === "both") return "aanwezig";
  if (section.kind === "absent") return absence(section.heading?.text ?? "");
  if (section.kind === "invited") return hasPresent ? null : "aanwezig";
  if (section.kind !== "other" || section.heading === null || section.parent === null) return null;
  const parent = sections[section.parent];
  if (!parent || !["present", "both", "absent"].includes(parent.kind) || parent.level >= section.level) return null;
  return section.blocks.every((block) => block.kind !== "paragraph" || block.lines.length <= 2) ? presenceOf(parent, sections, hasPresent) : null;
}


const groupOf = (section: Section, sections: readonly Section[], index: number): string | null =>
  index > 0 && section.kind === "other" && section.parent !== null && (sections[section.parent]?.level ?? 0) > 0 ? plainText(section.heading?.text ?? "").replace(/:$/, "") : null;

function readSection(reading: Reading, section: Section, presence: Presence, group: string | null): void {
  if (section.heading) mark(reading, section.heading, "attendance");
  let state = presence;
  let current = group;
  for (const block of section.blocks) {
    if (block.kind === "table") readTableOfPeople(reading, block, state, true);
    else if (block.kind === "list") readList(reading, block, state, current);
    else if (block.kind === "paragraph" || block.kind === "quote") {
      const after = readParagraph(reading, block, state, current);
      state = after.state;
      current = after.group;
    }
  }
}

/** "Voorzitter: Naam" below it is about another meeting. */
const NEXT_TIME = /\bvolgend(?:e)? (?:keer|overleg|vergadering|bijeenkomst|sessie)\b/i;

/** Outside an attendance section: "Aanwezig: …" on a line, a table with a name and an organisation, a row "Aanwezig | …". */
function readLoose(reading: Reading, section: Section, index: number): void {
  if (section.heading && NEXT_TIME.test(plainText(section.heading.text))) return;
  for (const block of section.blocks) {
    if (block.kind === "table") {
      readPairs(reading, block);
      if (index <= 4) readTableOfPeople(reading, block, "aanwezig", false);
    } else if (block.kind === "paragraph" || block.kind === "quote") {
      readLabelled(reading, block);
      if (index === 0 || section.level === 1) readOpening(reading, block);
    } else if (block.kind === "list") {
      for (const item of block.items) if (isFree(reading, item)) readLabelledText(reading, item.text.split("\n"), item);
    }
  }
}

function readList(reading: Reading, block: Extract<Block, { kind: "list" }>, state: Presence, group: string | null): void {
  let current = group;
  let groupDepth = -1;
  const items = namesFirst(block.items);
  items.forEach((item, index) => {
    if (item.depth <= groupDepth) {
      current = group;
      groupDepth = -1;
    }
    if (readLabelledText(reading, item.text.split("\n"), item)) return;
    const next = items[index + 1];
    if (next && next.depth > item.depth && peopleIn(item.text).every((person) => person.organisation === null)) {
      current = plainText(item.text).replace(/:$/, "");
      groupDepth = item.depth;
      mark(reading, item, "attendance");
      return;
    }
    const label = /^[*_]{0,3}([^:()]{2,40}?)[*_]{0,3}\s*:[*_]{0,3}\s+(.+)$/su.exec(item.text.trim());
    if (label?.[1] && label[2] && roleOf(plainText(label[1])) === null) {
      const found = peopleInText(label[2]);
      if (found.people.length > 0 && found.left.length === 0) {
        const name = plainText(label[1]);
        const isOrganisation = found.people.every((person) => person.organisation === null);
        add(reading, found.people.map((person) => (isOrganisation ? { ...person, organisation: name } : person)), state, isOrganisation ? current : name, item);
        mark(reading, item, "attendance");
        return;
      }
    }
    const own = item.checked === false && /\[[ xX]\]/.test(reading.source[item.from - 1] ?? "") && block.items.some((other) => other.checked === true) ? "afwezig" : state;
    const left = addEntry(reading, item.text, own, current, item);
    mark(reading, item, left.length === 0 ? "attendance" : "text");
  });
}

/** The items with the name in front, where the list has the organisation there. */
function namesFirst(items: readonly ListItem[]): readonly ListItem[] {
  const texts = withNamesFirst(items.map(({ text }) => text));
  return items.map((item, index) => ({ ...item, text: texts[index] ?? item.text }));
}

function readParagraph(reading: Reading, block: Place & { readonly lines: readonly string[] }, state: Presence, group: string | null): { state: Presence; group: string | null } {
  const pieces = block.lines.flatMap((line, index) => line.split(/<br\s*\/?>/i).map((text) => ({ text: text.replace(/^\s*>\s?/, ""), line: block.from + index })));
  const isBare = ({ text }: { readonly text: string }): boolean => plainText(text) !== "" && !LABEL.test(asMarkdown(text)) && !OFFICE.test(asMarkdown(text));
  const turned = [...withNamesFirst(pieces.filter(isBare).map(({ text }) => text))];
  const lines = pieces.map((piece) => (isBare(piece) ? { ...piece, text: turned.shift() ?? piece.text } : piece));
  const filled = lines.filter(({ text }) => plainText(text) !== "");
  const hasLabels = filled.some(({ text }) => LABEL.test(asMarkdown(text)) || OFFICE.test(asMarkdown(text)));
  if (hasLabels) {
    readLabelled(reading, block);
    let under = group;
    for (const { text, line } of filled) {
      const place = { from: line, until: line };
      // "Leden: Naam (Organisatie), …" beside "Voorzitter: Naam".
      const [, label = null, rest = ""] = /^[*_\s]*([^():,]{3,40}?)[*_]*\s*:[*_]*\s+(.+)$/u.exec(text) ?? [];
      if (label !== null && !isFree(reading, place)) under = roleOf(plainText(label)) === null && kindOf(label) === "other" ? plainText(label) : group;
      if (!isFree(reading, place)) continue;
      const named = label !== null && roleOf(plainText(label)) === null ? peopleInText(rest) : null;
      if (named !== null && named.people.length > 0) under = plainText(label ?? "");
      if (named !== null && named.people.length > 0) mark(reading, place, addText(reading, rest, state, plainText(label ?? ""), place).length === 0 ? "attendance" : "text");
      else if (peopleIn(text).length > 0) {
        addEntry(reading, text, state, under, place);
        mark(reading, place, "attendance");
      } else if (label === null && peopleInText(text).people.length > 1) mark(reading, place, addText(reading, text, state, group, place).length === 0 ? "attendance" : "text");
    }
    return { state, group };
  }
  const bareGroup = filled.length === 1 && /:\s*$/.test(filled[0]?.text ?? "") ? plainText(filled[0]?.text ?? "").replace(/\s*:$/, "") : null;
  if (bareGroup !== null && bareGroup.length <= 60) {
    mark(reading, block, "attendance");
    return { state, group: bareGroup };
  }
  // One person a line, or one running text that happens to be wrapped.
  const isOnePerLine = filled.length > 1 && filled.every(({ text }) => !/[,;]\s*$/.test(text.trim()) && (peopleIn(text).length > 0 || isNobody(text)));
  if (isOnePerLine) {
    for (const { text, line } of filled) {
      addEntry(reading, text, state, group, { from: line, until: line });
    }
    mark(reading, block, "attendance");
    return { state, group };
  }
  let sector = group;
  let isWhole = true;
  const before = reading.attendance.length;
  for (const part of runningParts(filled)) {
    const [, label, rest] = /^([^():]{3,80}):\s*(.*)$/s.exec(part.text) ?? [];
    if (label !== undefined && roleOf(label) === null) sector = label.split(",")[0]?.trim() ?? label;
    const left = addText(reading, label !== undefined && roleOf(label) === null ? (rest ?? "") : part.text, state, sector, part);
    if (left.length > 0) isWhole = false;
  }
  if (isWhole) mark(reading, block, "attendance");
  else if (reading.attendance.length > before) mark(reading, block, "text");
  return { state, group: sector };
}

/** Wrapped lines joined to one text, but a line that ends in a colon starts a group of its own. */
function runningParts(lines: readonly { text: string; line: number }[]): (Place & { text: string })[] {
  const parts: (Place & { text: string })[] = [];
  for (const { text, line } of lines) {
    const last = parts.at(-1);
    const startsGroup = /^[*_]{0,3}[^():,]{3,60}[*_]{0,3}:[*_]{0,3}\s/.test(text.trim());
    if (last && !startsGroup) parts[parts.length - 1] = { text: `${last.text} ${text}`, from: last.from, until: line };
    else parts.push({ text, from: line, until: line });
  }
  return parts.map((part) => ({ ...part, text: plainText(part.text) }));
}
