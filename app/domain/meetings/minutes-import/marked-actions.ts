import { addAction } from "./action-draft.ts";
import { isKnown, ownersIn } from "./owners.ts";
import { plainText } from "./plain.ts";
import { mark, type Reading } from "./reading.ts";
import type { ImportedAction, Place } from "./types.ts";

const WORD = "(?:actie(?:punt)?(?:en)?|toezegging|action(?: item)?|to-?do|huiswerk|ap(?= ?\\d|\\s*:|\\s+[A-Z][\\w/]+:))";
const START = new RegExp(`^(?:[#>\\-*+•→⇒=\\s]|\\(|\\[)*${WORD}\\b(?!en\\b)\\s*((?:nr\\.?\\s*)?[A-Z]{0,3}\\d[\\d.-]*)?\\s*(?:(?:voor|door)\\s+)?([^:.;()\\[\\]]{0,60}?)\\s*(?:\\)|\\])?(?:\\s*[:–—]|\\s+-|-(?=\\s))\\s*(.*)$`, "i");
/** "Actiepunt 13 (Naam, 1 februari): …" */
const WITH_NAME = new RegExp(`^(?:[#>\\-*+•→⇒=\\s]|\\(|\\[)*${WORD}\\b\\s*((?:nr\\.?\\s*)?[A-Z]{0,3}\\d[\\d.-]*)?\\s*\\(([^()]{2,60})\\)\\s*[:–-]\\s*(.+)$`, "i");
/** "→ Naam: zaal reserveren" */
const ARROW = /^(?:[-*+•\s]*)(?:→|⇒|=>|->|➔|➜|➡️?)\s*([^:–]{2,40}?)\s*(?::|\s[–-]\s)\s*(.+)$/u;
const INSIDE = new RegExp(`[(\\[]\\s*${WORD}\\b\\s*(?:(?:voor|door)\\s+)?([^:()\\[\\]]{0,60}?)(?:\\s*[:–-]\\s*([^()\\[\\]]+(?:\\([^()]*\\)[^()\\[\\]]*)*))?\\s*[)\\]]`, "gi");
const AFTER = new RegExp(`(?<=[.!?;–-]\\s{1,3}|→\\s?|=>\\s?)${WORD}\\s*(?:(?:voor|door)\\s+)?([^:.;()\\[\\]]{0,60}?)\\s*:\\s*(.+)$`, "i");
const AT_END = /(?<=[.!?;–-])\s+(?:[Aa]ctie(?:punt)?|[Aa]ctiehouder)\s*:?\s+((?:\p{Lu}[\p{L}.'-]*|allen|iedereen)(?:(?:\s*[/,&]\s*|\s+en\s+|\s+)(?:\p{Lu}[\p{L}.'-]*|van|de|der|den|allen))*)\s*\.?\s*$/u;

/** True when the line names an action; its line then has that role, but its text stays in the minutes as well. */
export function readMarked(reading: Reading, line: string, place: Place, usual: ImportedAction["form"], checked: boolean | null = null, extra = ""): boolean {
  const text = plainText(line);
  if (text.length > 2000 || /^(?:nr|#)\W.*\b(?:wie|wanneer)\b/i.test(text) || /^acties?(?:punten)?\s+(?:uit|van|vorige?|volgende)\b/i.test(text)) return false;
  const note = extra === "" ? null : extra;
  const withName = WITH_NAME.exec(text);
  if (withName?.[2] && withName[3]) {
    const [who = "", ...when] = withName[2].split(/\s*[,;]\s*|\s[-–]\s/);
    const all = ownersIn(withName[2], reading.attendance);
    const owners = all.length > 0 ? all : ownersIn(who, reading.attendance);
    if (owners.length > 0) {
      addAction(reading, { number: withName[1] ?? null, owners, dueText: all.length > 0 || when.length === 0 ? null : when.join(", "), statement: withName[3], form: usual === "list" || usual === "heading" ? usual : checked !== null ? "checkbox" : usual, checked, note, place });
      mark(reading, place, "action");
      return true;
    }
  }
  const arrow = ARROW.exec(text);
  const pointed = arrow?.[1] ? ownersIn(arrow[1], reading.attendance) : [];
  if (arrow?.[2] && pointed.length > 0) {
    addAction(reading, { owners: pointed, statement: arrow[2], form: usual, checked, note, place });
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
    const above = named.length > 0 && (/^[^\w]*[([]/.test(text) || named.every((owner) => isKnown(owner, reading.attendance))) ? lastSentence(plainText(reading.source.slice(0, place.from - 1).findLast((line) => line.trim() !== "") ?? "")) : "";
    if (above !== "") {
      addAction(reading, { owners: named, statement: above, form: "inline", checked, note, place });
      mark(reading, place, "action");
      return true;
    }
    if (middle === "" || owners.length > 0 || separator) {
      addAction(reading, { number: start[1] ?? null, owners, statement: middle !== "" && owners.length === 0 ? `${middle}: ${rest}` : rest, form: usual === "list" || usual === "heading" ? usual : checked !== null ? "checkbox" : usual, checked, note, place });
      mark(reading, place, "action");
      return true;
    }
  }
  let found = false;
  for (const inside of text.matchAll(INSIDE)) {
    const before = text.slice(0, inside.index).trim();
    const owners = ownersIn(inside[1] ?? "", reading.attendance);
    // "(actie Wim, uiterlijk 1 juni)"
    const [who = "", ...when] = (inside[1] ?? "").split(/\s*[,;]\s*/);
    const byWhom = owners.length === 0 && when.length > 0 ? ownersIn(who, reading.attendance) : [];
    if (byWhom.length > 0 && inside[2] === undefined && lastSentence(before) !== "") {
      addAction(reading, { owners: byWhom, statement: lastSentence(before), dueText: when.join(", "), form: "inline", checked, note, place });
      found = true;
      continue;
    }
    const rest = (inside[2] ?? "").trim();
    const named = ownersIn(rest.split(/[,;]/)[0] ?? "", reading.attendance);
    if (rest === "" && owners.length === 0) continue;
    const restIsOwners = named.length > 0 && rest.split(/\s+/).length <= 8 && !/\s[-–]\s/.test(rest);
    const statement = rest === "" || restIsOwners ? lastSentence(before) : rest;
    if (statement === "") continue;
    addAction(reading, { owners: owners.length > 0 ? owners : restIsOwners ? named : [], statement, dueText: restIsOwners && /[,;]/.test(rest) ? rest.replace(/^[^,;]*[,;]\s*/, "") : null, form: "inline", checked, note, place });
    found = true;
  }
  const after = found ? null : AFTER.exec(text);
  if (after?.[2]) {
    const owners = ownersIn(after[1] ?? "", reading.attendance);
    const named = ownersIn(after[2].replace(/\.$/, ""), reading.attendance);
    addAction(reading, named.length > 0 && owners.length === 0 ? { owners: named, statement: lastSentence(text.slice(0, after.index)), form: "inline", place } : { owners, statement: after[2], form: "inline", place });
    found = true;
  }
  const atEnd = found ? null : AT_END.exec(text);
  if (atEnd?.[1]) {
    const owners = ownersIn(atEnd[1], reading.attendance);
    if (owners.length > 0) {
      addAction(reading, { owners, statement: lastSentence(text.slice(0, atEnd.index)), form: "inline", place });
      found = true;
    }
  }
  if (!found && PINNED.test(line) && text !== "" && !/^(?:besluit|besloten)\b/i.test(text)) {
    addAction(reading, { statement: text, form: usual, checked, note, place });
    found = true;
  }
  if (found) mark(reading, place, "action");
  return found;
}

/** A pin before a sentence says: remember, somebody has to do this. */
const PINNED = /^\W*(?::(?:round_)?pushpin:|\u{1F4CC}|\u{1F4CD})\s*/u;

/** "Actie-overzicht is bijgewerkt - …" is prose; a marker stands at the start and ends in a colon, or in a dash after an owner. */
const isMarker = (text: string): boolean => /^[#>\-*+•→⇒=\s([]*(?:actie(?:punt)?(?:en)?|toezegging|action(?: item)?|to-?do|huiswerk|ap(?:\s?\d+)?)(?=[\s:.)\]\d-]|$)/i.test(text) && /^[^.]{0,75}?(?::|\s[–-]\s|[–-]\s)/.test(text);

const lastSentence = (text: string): string => text.split(/(?<=[.!?])\s+(?=\p{Lu})/u).filter((part) => part.trim() !== "").at(-1)?.replace(/^[-*+•\s]+/, "").replace(/[\s(–-]+$/, "").trim() ?? "";
