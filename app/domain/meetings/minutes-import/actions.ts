import { addAction, DUE_LINE, OWNER_LINE } from "./action-draft.ts";
import { readActionTable } from "./action-table.ts";
import type { Block, ListItem } from "./blocks.ts";
import { readMarked } from "./marked-actions.ts";
import { isKnown, leadingOwner, ownersIn } from "./owners.ts";
import { keyOf, plainText } from "./plain.ts";
import { isFree, mark, type Reading } from "./reading.ts";
import { isContinued } from "./sentences.ts";
import { isListOfActions, type Section } from "./sections.ts";
import type { Place } from "./types.ts";

/** Headings below which every line is an action, even without a bullet. */
const ONLY_ACTIONS = /^(?:(?:nieuwe |open |openstaande )?actie(?:s|punten|lijst)?|vervolgacties|huiswerk\b.{0,40}|to-? ?do'?s?|afspraken)$/;
const NONE = /^(?:niets?(?: (?:genoteerd|besproken|gemeld|te melden|van toepassing))?|none|geen(?: (?:nieuwe |open |openstaande )?acties?(?:punten)?.{0,20})?|n\.?v\.?t\.?|zie (?:ook|boven|hierboven|onder|punt)\b.{0,30}|-|–|\.\.\.)\.?$/i;

/** Reads what has to be done: tables, lists and sub-headings in action sections, and marked sentences everywhere. */
export function readActions(reading: Reading, sections: readonly Section[]): void {
  sections.forEach((section, index) => {
    const { blocks, heading } = section;
    for (const block of blocks) if (block.kind === "table" && isFree(reading, { from: block.from, until: block.from })) readActionTable(reading, block, isActions(section, sections));
    if (isActions(section, sections) && !["agenda"].includes(section.kind)) readActionSection(reading, section, sections, index);
    if (heading && section.kind !== "actions" && isFree(reading, heading)) readMarked(reading, heading.text, heading, "heading");
    for (const [at, block] of blocks.entries()) readInline(reading, block, section, blocks[at + 1]);
  });
}

/** An action section, or a group ("Nieuw", "Lopend") inside one. */
const isActions = (section: Section, sections: readonly Section[]): boolean =>
  section.kind === "actions" || section.kind === "mixed" || (section.kind === "other" && section.parent !== null && section.parent > 0 && sections[section.parent] !== undefined && (sections[section.parent]?.kind === "actions") && isListOfActions(sections[section.parent]?.heading?.text ?? "") && (sections[section.parent]?.level ?? 9) < section.level);

function readActionSection(reading: Reading, section: Section, sections: readonly Section[], index: number): void {
  const isChild = section.kind === "other";
  const hasRows = section.blocks.some((block) => block.kind === "list" || block.kind === "table");
  const { heading } = section;
  if (isChild && heading && isFree(reading, heading) && (!hasRows || /\bstatus\b|issue|#\d/i.test(heading.text))) {
    const note = section.blocks.flatMap((block) => reading.source.slice(block.from - 1, block.until)).join("\n").trim();
    addAction(reading, { statement: plainText(heading.text), form: "heading", note: note === "" ? null : note, place: { from: heading.from, until: heading.until } });
    return;
  }
  const childHeadings = sections.some((other) => other.parent === index);
  for (const block of section.blocks) {
    if (block.kind === "list") readActionList(reading, block, section.kind === "mixed");
    else if (block.kind === "paragraph" && !hasRows && !childHeadings && heading && ONLY_ACTIONS.test(keyOf(heading.text))) {
      block.lines.forEach((line, offset) => {
        const place = { from: block.from + offset, until: block.from + offset };
        const statement = plainText(line);
        if (NONE.test(statement) || /^(?:nr|#)\W.*\b(?:actie|wie|wanneer)\b/i.test(statement) || statement.endsWith(":") || /\b(?:acties|actiepunten|actielijst)\b/i.test(statement) || !isFree(reading, place)) return;
        if (!readMarked(reading, line, place, "inline")) addAction(reading, { statement, form: "list", place });
        mark(reading, place, "action");
      });
    }
  }
}

function readActionList(reading: Reading, block: Extract<Block, { kind: "list" }>, isMixed: boolean): void {
  const top = Math.min(...block.items.map((item) => item.depth));
  block.items.forEach((item, index) => {
    if (item.depth > top || !isFree(reading, item)) return;
    const notes = nested(block.items, index);
    const statement = plainText(item.text.split("\n")[0] ?? "");
    if (NONE.test(statement)) return mark(reading, item, "action");
    if (/^besl(?:uit|oten)\b/i.test(statement) || (isMixed && !/\bactie\b/i.test(statement) && item.checked === null && leadingOwner(statement, reading.attendance).length === 0)) return;
    // "Actie iedereen:" or "Gemeenten:" with its work in the items below it.
    const owner = /^(?:actie(?:punten)?\s+)?(.{2,60}?)\s*:$/i.exec(statement)?.[1];
    if (owner !== undefined && notes.length > 0) {
      const owners = ownersIn(owner, reading.attendance);
      for (const note of notes) {
        addAction(reading, { statement: plainText(note.text), owners, form: form(note), checked: note.checked, place: note, note: null });
        mark(reading, note, "action");
      }
      return mark(reading, item, "action");
    }
    const { head, rest } = unwrapped(item.text);
    const extra = [...rest, ...notes.map((note) => plainText(note.text))].join("\n").trim();
    if (!readMarked(reading, head, item, form(item), item.checked, extra)) {
      const bold = /^\s*(\*\*|__)([^*_]{2,40})\1\s+\p{Ll}/u.exec(item.text)?.[2];
      addAction(reading, { statement: plainText(head), ...(bold !== undefined && { owners: ownersIn(bold, reading.attendance) }), form: form(item), checked: item.checked, note: extra === "" ? null : extra, isStruck: /^~~.*~~(?:\s+\S+){0,3}\s*$/.test(item.text.trim()), place: item });
    }
    mark(reading, { from: item.from, until: notes.at(-1)?.until ?? item.until }, "action");
  });
}

/** The sentence an item starts with, also where it was wrapped over lines; what follows tells more about it. */
function unwrapped(text: string): { head: string; rest: string[] } {
  const [first = "", ...lines] = text.split("\n");
  let head = first;
  while (lines[0] !== undefined && head.length >= 40 && !/[.!?:;]$/.test(head.trim()) && !/\bstatus:/i.test(head) && !OWNER_LINE.test(lines[0]) && !DUE_LINE.test(lines[0])) head = `${head.trim()} ${lines.shift()?.trim() ?? ""}`;
  return { head, rest: lines };
}

const form = (item: ListItem): "checkbox" | "list" => (item.checked === null ? "list" : "checkbox");

function nested(items: readonly ListItem[], at: number): ListItem[] {
  const depth = items[at]?.depth ?? 0;
  const end = items.findIndex((item, index) => index > at && item.depth <= depth);
  return items.slice(at + 1, end === -1 ? items.length : end);
}

/** Sentences anywhere that say of themselves that they are an action. */
function readInline(reading: Reading, block: Section["blocks"][number], section: Section, following: Section["blocks"][number] | undefined): void {
  if (block.kind === "list") {
    block.items.forEach((item, index) => {
      if (ANNOUNCED.test(plainText(item.text)) && isFree(reading, item)) readAnnounced(reading, item.text, item, nested(block.items, index));
    });
    for (const item of block.items) {
      if (!isFree(reading, item)) continue;
      const lines = item.text.split("\n");
      const behind = BOLD_BEHIND.exec(item.text);
      const doers = behind?.[2] === undefined || AIMED.test(behind[1] ?? "") ? [] : ownersIn(behind[2], reading.attendance);
      if (behind?.[1] !== undefined && doers.length > 0 && doers.every((name) => isKnown(name, reading.attendance))) {
        addAction(reading, { statement: plainText(behind[1]), owners: doers, form: form(item), checked: item.checked, place: item });
        mark(reading, item, "action");
        continue;
      }
      const found = lines.map((line, offset) => readMarked(reading, line, { from: item.from + offset, until: item.from + offset }, form(item), item.checked));
      if (item.checked !== null && !found.some(Boolean) && section.kind !== "agenda") {
        addAction(reading, { statement: plainText(item.text), form: "checkbox", checked: item.checked, place: item });
        mark(reading, item, "action");
      }
    }
  } else if (block.kind === "paragraph" || block.kind === "quote") {
    block.lines.forEach((line, offset) => {
      const place = { from: block.from + offset, until: block.from + offset };
      if (!isFree(reading, place)) return;
      if (offset === block.lines.length - 1 && following?.kind === "list" && readAnnounced(reading, line, place, following.items)) return;
      const pieces = line.split(/<br\s*\/?>/i);
      // A marked line that stops in the middle of a sentence goes on in the next line of its paragraph.
      const next = block.lines[offset + 1];
      const goesOn = pieces.length === 1 && next !== undefined && isContinued(line, next) && !OWNER_LINE.test(next) && !DUE_LINE.test(next);
      const told = goesOn ? [] : toldBelow(block.lines.slice(offset + 1));
      const whole = { from: place.from, until: place.until + (goesOn ? 1 : told.length) };
      const above = block.lines[offset - 1] ?? "";
      const extra = OWNER_LINE.test(above) && isFree(reading, { from: place.from - 1, until: place.from - 1 }) ? [plainText(above), ...told] : told;
      for (const piece of pieces) readMarked(reading, goesOn ? `${piece} ${next}` : piece, whole, "inline", null, extra.join("\n"));
    });
  } else if (block.kind === "table") {
    for (const row of block.rows) {
      const place = { from: row.line, until: row.line };
      if (isFree(reading, place)) for (const cell of row.cells) for (const piece of cell.split(/<br\s*\/?>/i)) if (/actie(?:punt)?[^|]{0,40}:/i.test(piece)) readMarked(reading, piece, place, "inline");
    }
  }
}

/** "- zaal reserveren **Wim**": who does it stands in bold behind it. */
const BOLD_BEHIND = /^([^*\n]{6,}?)\s+\*\*([^*\n]{2,40})\*\*\.?\s*$/u;
const AIMED = /\b(?:door|van|met|aan|voor|bij|namens|en|of|naar|over)$/i;

/** "Actiepunten:" or "Acties Naam:" with the actions in the items below it. */
const ANNOUNCED = /^\W*(?:nieuwe |overige )?(?:acties|actiepunten|vervolgacties|toezeggingen|to-? ?do'?s)\s*:?\s*([^:]{0,60}?)\s*:?\W*$/i;

function readAnnounced(reading: Reading, line: string, place: Place, items: readonly ListItem[]): boolean {
  const found = ANNOUNCED.exec(plainText(line));
  const who = (found?.[1] ?? "").replace(/^(?:voor|door)\s+/i, "");
  const owners = who.startsWith("@") ? [who.slice(1)] : ownersIn(who, reading.attendance);
  if (!found || items.length === 0 || (found[1] !== "" && owners.length === 0)) return false;
  mark(reading, place, "action");
  const top = Math.min(...items.map((item) => item.depth));
  items.forEach((item, index) => {
    if (item.depth > top || NONE.test(plainText(item.text)) || !isFree(reading, item)) return;
    const { head, rest } = unwrapped(item.text);
    const notes = nested(items, index);
    const note = [...rest, ...notes.map((one) => plainText(one.text))].join("\n").trim();
    if (!readMarked(reading, head, item, form(item), item.checked, note)) addAction(reading, { statement: plainText(head), ...(owners.length > 0 && { owners }), form: form(item), checked: item.checked, note: note === "" ? null : note, place: item });
    mark(reading, { from: item.from, until: notes.at(-1)?.until ?? item.until }, "action");
  });
  return true;
}

/** "Actiehouder: Naam" and "Deadline: 1 maart" on the lines below an action. */
function toldBelow(lines: readonly string[]): string[] {
  const end = lines.findIndex((line) => !OWNER_LINE.test(line) && !DUE_LINE.test(line));
  return lines.slice(0, end === -1 ? lines.length : end).map(plainText);
}
