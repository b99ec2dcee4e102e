import type { Block, ListItem } from "./blocks.ts";
import { readActionTable } from "./action-table.ts";
import { dueDay } from "./dates.ts";
import { leadingOwner, ownersIn } from "./owners.ts";
import { keyOf, plainText } from "./plain.ts";
import { isFree, mark, type Reading } from "./reading.ts";
import type { Section } from "./sections.ts";
import { statusOf } from "./status.ts";
import type { ImportedAction, Place } from "./types.ts";

const WORD = "(?:actie(?:punt)?(?:en)?|action(?: item)?|to-?do|huiswerk|ap(?= ?\\d))";
const START = new RegExp(`^(?:[#>\\-*+•→⇒=\\s]|\\(|\\[)*${WORD}\\b(?!en\\b)\\s*((?:nr\\.?\\s*)?[A-Z]{0,3}\\d[\\d.-]*)?\\s*(?:(?:voor|door)\\s+)?([^:.;()\\[\\]]{0,60}?)\\s*(?:\\)|\\])?\\s*[:–-]\\s*(.*)$`, "i");
/** "Actiepunt 13 (Naam, 1 februari): …" */
const WITH_NAME = new RegExp(`^(?:[#>\\-*+•→⇒=\\s]|\\(|\\[)*${WORD}\\b\\s*((?:nr\\.?\\s*)?[A-Z]{0,3}\\d[\\d.-]*)?\\s*\\(([^()]{2,60})\\)\\s*[:–-]\\s*(.+)$`, "i");
/** "→ Naam: zaal reserveren" */
const ARROW = /^(?:[-*+•\s]*)(?:→|⇒|=>|->|➔|➜|➡️?)\s*([^:–]{2,40}?)\s*(?::|\s[–-]\s)\s*(.+)$/u;
const INSIDE = new RegExp(`[(\\[]\\s*${WORD}\\b\\s*(?:(?:voor|door)\\s+)?([^:()\\[\\]]{0,60}?)(?:\\s*[:–-]\\s*([^()\\[\\]]+(?:\\([^()]*\\)[^()\\[\\]]*)*))?\\s*[)\\]]`, "gi");
const AFTER = new RegExp(`(?<=[.!?;–-]\\s{1,3}|→\\s?|=>\\s?)${WORD}\\s*(?:(?:voor|door)\\s+)?([^:.;()\\[\\]]{0,60}?)\\s*:\\s*(.+)$`, "i");
const AT_END = /(?<=[.!?;–-])\s+(?:[Aa]ctie(?:punt)?|[Aa]ctiehouder)\s*:?\s+((?:\p{Lu}[\p{L}.'-]*|allen|iedereen)(?:(?:\s*[/,&]\s*|\s+en\s+|\s+)(?:\p{Lu}[\p{L}.'-]*|van|de|der|den|allen))*)\s*\.?\s*$/u;
/** Headings below which every line is an action, even without a bullet. */
const ONLY_ACTIONS = /^(?:(?:nieuwe |open |openstaande )?actie(?:s|punten|lijst)?|vervolgacties|huiswerk\b.{0,40}|to-? ?do'?s?|afspraken)$/;
const NONE = /^(?:niets?(?: (?:genoteerd|besproken|gemeld|te melden|van toepassing))?|none|geen(?: (?:nieuwe |open |openstaande )?acties?(?:punten)?.{0,20})?|n\.?v\.?t\.?|-|–|\.\.\.)\.?$/i;

/** Reads what has to be done: tables, lists and sub-headings in action sections, and marked sentences everywhere. */
export function readActions(reading: Reading, sections: readonly Section[]): void {
  sections.forEach((section, index) => {
    const { blocks, heading } = section;
    for (const block of blocks) if (block.kind === "table" && isFree(reading, { from: block.from, until: block.from })) readActionTable(reading, block, isActions(section, sections));
    if (isActions(section, sections) && !["agenda"].includes(section.kind)) readActionSection(reading, section, sections, index);
    if (heading && section.kind !== "actions" && isFree(reading, heading)) readMarked(reading, heading.text, heading, "heading");
    for (const block of blocks) readInline(reading, block, section);
  });
}

/** An action section, or a group ("Nieuw", "Lopend") inside one. */
const isActions = (section: Section, sections: readonly Section[]): boolean =>
  section.kind === "actions" || section.kind === "mixed" || (section.kind === "other" && section.parent !== null && section.parent > 0 && sections[section.parent] !== undefined && (sections[section.parent]?.kind === "actions") && (sections[section.parent]?.level ?? 9) < section.level);

function readActionSection(reading: Reading, section: Section, sections: readonly Section[], index: number): void {
  const isChild = section.kind === "other";
  const hasRows = section.blocks.some((block) => block.kind === "list" || block.kind === "table");
  const { heading } = section;
  if (isChild && heading && isFree(reading, heading) && (!hasRows || /\bstatus\b|issue|#\d/i.test(heading.text))) {
    const note = section.blocks.flatMap((block) => reading.source.slice(block.from - 1, block.until)).join("\n").trim();
    push(reading, { statement: plainText(heading.text), form: "heading", note: note === "" ? null : note, place: { from: heading.from, until: heading.until } });
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
        if (!readMarked(reading, line, place, "inline")) push(reading, { statement, form: "list", place });
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
    if (/^besl(?:uit|oten)\b/i.test(statement) || (isMixed && !/\bactie\b/i.test(statement) && item.checked === null)) return;
    // "Actie iedereen:" or "Gemeenten:" with its work in the items below it.
    const owner = /^(?:actie(?:punten)?\s+)?(.{2,60}?)\s*:$/i.exec(statement)?.[1];
    if (owner !== undefined && notes.length > 0) {
      const owners = ownersIn(owner, reading.attendance);
      for (const note of notes) {
        push(reading, { statement: plainText(note.text), owners, form: form(note), checked: note.checked, place: note, note: null });
        mark(reading, note, "action");
      }
      return mark(reading, item, "action");
    }
    const extra = [...item.text.split("\n").slice(1), ...notes.map((note) => plainText(note.text))].join("\n").trim();
    if (!readMarked(reading, item.text.split("\n")[0] ?? "", item, form(item), item.checked, extra)) {
      const bold = /^\s*(\*\*|__)([^*_]{2,40})\1\s+\p{Ll}/u.exec(item.text)?.[2];
      push(reading, { statement, ...(bold !== undefined && { owners: ownersIn(bold, reading.attendance) }), form: form(item), checked: item.checked, note: extra === "" ? null : extra, isStruck: /^~~.*~~\s*$/.test(item.text.trim()), place: item });
    }
    mark(reading, { from: item.from, until: notes.at(-1)?.until ?? item.until }, "action");
  });
}

const form = (item: ListItem): "checkbox" | "list" => (item.checked === null ? "list" : "checkbox");

function nested(items: readonly ListItem[], at: number): ListItem[] {
  const depth = items[at]?.depth ?? 0;
  const end = items.findIndex((item, index) => index > at && item.depth <= depth);
  return items.slice(at + 1, end === -1 ? items.length : end);
}

/** Sentences anywhere that say of themselves that they are an action. */
function readInline(reading: Reading, block: Section["blocks"][number], section: Section): void {
  if (block.kind === "list") {
    for (const item of block.items) {
      if (!isFree(reading, item)) continue;
      const lines = item.text.split("\n");
      const found = lines.map((line, offset) => readMarked(reading, line, { from: item.from + offset, until: item.from + offset }, form(item), item.checked));
      if (item.checked !== null && !found.some(Boolean) && section.kind !== "agenda") {
        push(reading, { statement: plainText(item.text), form: "checkbox", checked: item.checked, place: item });
        mark(reading, item, "action");
      }
    }
  } else if (block.kind === "paragraph" || block.kind === "quote") {
    block.lines.forEach((line, offset) => {
      const place = { from: block.from + offset, until: block.from + offset };
      if (!isFree(reading, place)) return;
      const pieces = line.split(/<br\s*\/?>/i);
      // A marked line that stops in the middle of a sentence goes on in the next line of its paragraph.
      const next = block.lines[offset + 1];
      const goesOn = pieces.length === 1 && next !== undefined && /^\s*\p{Ll}/u.test(next) && !/[.!?:]\s*$/.test(line.trim());
      const told = goesOn ? [] : toldBelow(block.lines.slice(offset + 1));
      const whole = { from: place.from, until: place.until + (goesOn ? 1 : told.length) };
      for (const piece of pieces) readMarked(reading, goesOn ? `${piece} ${next}` : piece, whole, "inline", null, told.join("\n"));
    });
  } else if (block.kind === "table") {
    for (const row of block.rows) {
      const place = { from: row.line, until: row.line };
      if (isFree(reading, place)) for (const cell of row.cells) for (const piece of cell.split(/<br\s*\/?>/i)) if (/actie(?:punt)?[^|]{0,40}:/i.test(piece)) readMarked(reading, piece, place, "inline");
    }
  }
}

/** "Actiehouder: Naam" and "Deadline: 1 maart" on the lines below an action. */
function toldBelow(lines: readonly string[]): string[] {
  const end = lines.findIndex((line) => !OWNER_LINE.test(line) && !DUE_LINE.test(line));
  return lines.slice(0, end === -1 ? lines.length : end).map(plainText);
}

/** True when the line names an action; its line then has that role, but its text stays in the minutes as well. */
function readMarked(reading: Reading, line: string, place: Place, usual: ImportedAction["form"], checked: boolean | null = null, extra = ""): boolean {
  const text = plainText(line);
  if (text.length > 2000 || /^(?:nr|#)\W.*\b(?:wie|wanneer)\b/i.test(text) || /^acties?(?:punten)?\s+(?:uit|van|vorige?|volgende)\b/i.test(text)) return false;
  const note = extra === "" ? null : extra;
  const withName = WITH_NAME.exec(text);
  if (withName?.[2] && withName[3]) {
    const [who = "", ...when] = withName[2].split(/\s*[,;]\s*|\s[-–]\s/);
    const all = ownersIn(withName[2], reading.attendance);
    const owners = all.length > 0 ? all : ownersIn(who, reading.attendance);
    if (owners.length > 0) {
      push(reading, { number: withName[1] ?? null, owners, dueText: all.length > 0 || when.length === 0 ? null : when.join(", "), statement: withName[3], form: usual === "list" || usual === "heading" ? usual : checked !== null ? "checkbox" : usual, checked, note, place });
      mark(reading, place, "action");
      return true;
    }
  }
  const arrow = ARROW.exec(text);
  const pointed = arrow?.[1] ? ownersIn(arrow[1], reading.attendance) : [];
  if (arrow?.[2] && pointed.length > 0) {
    push(reading, { owners: pointed, statement: arrow[2], form: usual, checked, note, place });
    mark(reading, place, "action");
    return true;
  }
  const start = START.exec(text);
  if (start && (start[3] ?? "").trim() !== "" && isMarker(text)) {
    const middle = (start[2] ?? "").trim();
    const rest = (start[3] ?? "").replace(/^[)\]]\s*/, "").replace(/(?<=^[^([]*)[)\]]$/, "").trim();
    const owners = ownersIn(middle, reading.attendance);
    const separator = text.includes(":");
    // "[Actie: Anna]" on a line of its own is about the line above it.
    const named = middle === "" && rest.split(/\s+/).length <= 4 ? ownersIn(rest, reading.attendance) : [];
    const above = named.length > 0 && /^[^\w]*[([]/.test(text) ? lastSentence(plainText(reading.source.slice(0, place.from - 1).findLast((line) => line.trim() !== "") ?? "")) : "";
    if (above !== "") {
      push(reading, { owners: named, statement: above, form: "inline", checked, note, place });
      mark(reading, place, "action");
      return true;
    }
    if (middle === "" || owners.length > 0 || separator) {
      push(reading, { number: start[1] ?? null, owners, statement: middle !== "" && owners.length === 0 ? `${middle}: ${rest}` : rest, form: usual === "list" || usual === "heading" ? usual : checked !== null ? "checkbox" : usual, checked, note, place });
      mark(reading, place, "action");
      return true;
    }
  }
  let found = false;
  for (const inside of text.matchAll(INSIDE)) {
    const before = text.slice(0, inside.index).trim();
    const owners = ownersIn(inside[1] ?? "", reading.attendance);
    const rest = (inside[2] ?? "").trim();
    const named = ownersIn(rest.split(/[,;]/)[0] ?? "", reading.attendance);
    if (rest === "" && owners.length === 0) continue;
    const restIsOwners = named.length > 0 && rest.split(/\s+/).length <= 8 && !/\s[-–]\s/.test(rest);
    const statement = rest === "" || restIsOwners ? lastSentence(before) : rest;
    if (statement === "") continue;
    push(reading, { owners: owners.length > 0 ? owners : restIsOwners ? named : [], statement, dueText: restIsOwners && /[,;]/.test(rest) ? rest.replace(/^[^,;]*[,;]\s*/, "") : null, form: "inline", checked, note, place });
    found = true;
  }
  const after = found ? null : AFTER.exec(text);
  if (after?.[2]) {
    const owners = ownersIn(after[1] ?? "", reading.attendance);
    const named = ownersIn(after[2].replace(/\.$/, ""), reading.attendance);
    push(reading, named.length > 0 && owners.length === 0 ? { owners: named, statement: lastSentence(text.slice(0, after.index)), form: "inline", place } : { owners, statement: after[2], form: "inline", place });
    found = true;
  }
  const atEnd = found ? null : AT_END.exec(text);
  if (atEnd?.[1]) {
    const owners = ownersIn(atEnd[1], reading.attendance);
    if (owners.length > 0) {
      push(reading, { owners, statement: lastSentence(text.slice(0, atEnd.index)), form: "inline", place });
      found = true;
    }
  }
  if (found) mark(reading, place, "action");
  return found;
}

/** "Actie-overzicht is bijgewerkt - …" is prose; a marker stands at the start and ends in a colon, or in a dash after an owner. */
const isMarker = (text: string): boolean => /^[#>\-*+•→⇒=\s([]*(?:actie(?:punt)?(?:en)?|action(?: item)?|to-?do|huiswerk|ap\s?\d+)(?=[\s:.)\]\d-]|$)/i.test(text) && /^[^.]{0,75}?(?::|\s[–-]\s|[–-]\s)/.test(text);

const lastSentence = (text: string): string => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((part) => part.trim() !== "").at(-1)?.replace(/^[-*+•\s]+/, "").replace(/[\s(–-]+$/, "").trim() ?? "";

interface Draft {
  readonly number?: string | null;
  readonly statement: string;
  readonly owners?: readonly string[];
  readonly dueText?: string | null;
  readonly checked?: boolean | null;
  readonly isStruck?: boolean;
  readonly note?: string | null;
  readonly form: ImportedAction["form"];
  readonly place: Place;
}

/** Lines below an action that say who and when. */
const OWNER_LINE = /^\W*(?:eigena(?:ar|ren)|actiehouders?|wie|verantwoordelijken?|trekker|owners?|assignees?)\b\W*?:[*_\s]*(.+?)[*_\s]*$/im;
const DUE_LINE = /^\W*(?:deadline|wanneer|uiterlijk|gereed(?: op)?|due(?: date)?)\b\W*?:[*_\s]*(.+?)[*_\s]*$/im;

const DUE = /\b(?:(?:deadline(?:[^.:]{0,30}?\bis\b)?|uiterlijk|gereed|datum|wanneer)\s*:?\s*(?:op\s+|per\s+)?|v(?:oo|óó)r\s+(?:het\s+|de\s+)?(?:eind(?:e)?\s+(?:van\s+)?)?|per\s+|by\s+|before\s+|tot\s+|op\s+|binnen\s+|eind\s+|begin\s+|medio\s+)(?=\d|een\b|één\b|twee\b|drie\b|vier\b|zes\b|q[1-4]|volgend|komend|jan|feb|ma|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|eind|begin|het volgende|de volgende|zomer|vakantie|kerst)[^.;()]{2,45}/iu;

/** Completes an action: who (named, or the known name it starts with), when, and how far it is. */
function push(reading: Reading, draft: Draft): void {
  let statement = draft.statement.replace(/^[-–:•\s]+/, "").trim();
  const called = /^@([\w-]{2,39})[:,]?\s+(.+)$/s.exec(statement);
  if (called?.[2]) statement = called[2];
  let owners = draft.owners ?? (called?.[1] ? [called[1]] : []);
  const led = owners.length === 0 ? /^([^:–—·]{2,60}?)\s*(?::|\s[–—·-]\s)\s*(.+)$/su.exec(statement) : null;
  if (led?.[1] && led[2]) {
    const named = ownersIn(led[1], reading.attendance);
    if (named.length > 0) {
      owners = named;
      statement = led[2].trim();
    }
  }
  let dueAside: string | null = null;
  const trailing = owners.length === 0 ? /^(.+?)\s*(?:[([]|→\s*|@)([^()[\]]{2,60})[)\]]?\.?$/su.exec(statement) : null;
  if (trailing?.[1] && trailing[2]) {
    const [who = "", ...when] = trailing[2].split(/\s*[,;]\s*|\s[-–]\s/);
    const named = ownersIn(who, reading.attendance);
    const isAll = ownersIn(trailing[2], reading.attendance);
    if (isAll.length > 0 && isAll.every((one) => !/\d/.test(one))) owners = isAll;
    else if (named.length > 0 && when.join(" ").match(/\d|week|maand|vergadering|overleg|q[1-4]/i)) {
      owners = named;
      dueAside = when.join(", ");
    }
  }
  if (owners.length === 0) owners = ownersIn(OWNER_LINE.exec(draft.note ?? "")?.[1] ?? "", reading.attendance);
  if (owners.length === 0) owners = leadingOwner(statement, reading.attendance);
  const dueText = draft.dueText ?? dueAside ?? DUE.exec(statement)?.[0].trim() ?? DUE_LINE.exec(draft.note ?? "")?.[1]?.trim() ?? null;
  const statusText = /\bstatus:?\s*([^.,;()|]{2,40})/i.exec(statement)?.[1]?.trim() ?? null;
  const status = draft.checked === true || draft.isStruck === true ? "done" : statusText !== null ? statusOf(statusText) : "open";
  if (statement === "" || keyOf(statement) === "") return;
  reading.actions.push({
    number: draft.number ?? null,
    statement,
    owners,
    dueText,
    dueOn: dueText === null ? null : dueDay(dueText, reading.day),
    statusText,
    status,
    note: draft.note ?? null,
    form: draft.form,
    place: { from: draft.place.from, until: draft.place.until },
  });
}
