import type { Day } from "../../shared/instant.ts";
import { datesIn, dueDay } from "./dates.ts";
import { isKnown, leadingOwner, ownersIn } from "./owners.ts";
import { keyOf } from "./plain.ts";
import type { Reading } from "./reading.ts";
import { statusOf } from "./status.ts";
import type { ImportedAction, Place } from "./types.ts";

/** An action as far as its own line tells it. */
export interface Draft {
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
export const OWNER_LINE = /^\W*(?:eigena(?:ar|ren)|actiehouders?|wie|verantwoordelijken?|trekker|owners?|assignees?)\b\W*?:[*_\s]*(.+?)[*_\s]*$/im;
export const DUE_LINE = /^\W*(?:deadline|wanneer|uiterlijk|gereed(?: op)?|due(?: date)?)\b\W*?:[*_\s]*(.+?)[*_\s]*$/im;

const DUE = /\b(?:(?:deadline(?:[^.:]{0,30}?\bis\b)?|uiterlijk|gereed|datum|wanneer)\s*:?\s*(?:op\s+|per\s+)?|v(?:oo|óó)r\s+(?!\d{4}\b)(?:het\s+|de\s+)?(?:eind(?:e)?\s+(?:van\s+)?)?|per\s+|by\s+|before\s+|tot\s+|tegen\s+|op\s+|binnen\s+|eind\s+|begin\s+|medio\s+)(?=\d|(?:een|één|twee|drie|vier|zes)\s+(?:dag|week|maand|jaar|weken)|q[1-4]|volgend|komend|jan|feb|ma|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec|eind|begin|het volgende|de volgende|zomer|vakantie|kerst)[^.;()]{2,45}/iu;

/** The words of a sentence that say when; a long one ends after a whole word. */
function dueIn(statement: string): string | null {
  const found = DUE.exec(statement);
  if (!found) return null;
  // "voor 1 mei een overzicht": what follows the only date is no part of it.
  const near = datesIn(found[0], "2000-01-01" as Day);
  const date = near.length === 1 ? near[0] : undefined;
  if (date && /^\s+\p{Ll}/u.test(found[0].slice(date.index + date.raw.length))) return found[0].slice(0, date.index + date.raw.length).trim();
  const isCut = /\p{L}$/u.test(found[0]) && /^\p{L}/u.test(statement.slice(found.index + found[0].length));
  return (isCut ? found[0].replace(/\s+\p{L}+$/u, "") : found[0]).trim();
}

/** "Nieuwsbrief: …" names a subject: the text uses the word in small letters too, and nobody present goes by it. */
function isTopic(label: string, reading: Reading): boolean {
  const word = label.trim();
  if (!/^\p{Lu}\p{Ll}{3,}$/u.test(word) || isKnown(word, reading.attendance) || ownersIn(word.toLowerCase(), reading.attendance).length > 0) return false;
  return reading.source.some((line) => new RegExp(`(?<![\\p{L}@/.-])${word.toLowerCase()}(?![\\p{L}@])`, "u").test(line));
}

/** "24.09 Website vernieuwen - Ilse - 1-2-2025 - loopt": what, who, when and how far between dashes; null when it is not that. */
function inColumns(line: string, reading: Reading): { statement: string; owners: string[]; number: string | null; due: string | null; status: string | null } | null {
  const [what = "", ...tail] = line.split(/\s+[-–—|]\s+|\t+/).map((part) => part.trim());
  if (tail.length === 0 || ownersIn(what, reading.attendance).some((owner) => isKnown(owner, reading.attendance))) return null;
  let [owners, due, status]: [string[], string | null, string | null] = [[], null, null];
  for (const part of tail) {
    const named = ownersIn(part, reading.attendance);
    if (owners.length === 0 && named.length > 0 && named.every((owner) => isKnown(owner, reading.attendance))) owners = named;
    else if (due === null && part.length <= 30 && datesIn(part, reading.day).length === 1) due = part;
    else if (status === null && part.split(/\s+/).length <= 3 && statusOf(part) !== "unknown") status = part;
    else return null;
  }
  const numbered = /^(\d{1,4}(?:[.-]\d{1,4})*|[A-Z]{1,3}-?\d{1,4})[.)]?\s+(?=\p{L})/u.exec(what);
  return owners.length === 0 ? null : { statement: what.slice(numbered?.[0].length ?? 0), owners, number: numbered?.[1] ?? null, due, status };
}

/** Completes an action: who (named, or the known name it starts with), when, and how far it is. */
export function addAction(reading: Reading, draft: Draft): void {
  let statement = draft.statement.replace(/^[-–:•\s]+/, "").trim();
  const called = /^@([^:@,]{2,40}?)\s*:\s+(.+)$/s.exec(statement) ?? /^@([\w-]{2,39})[:,]?\s+(.+)$/s.exec(statement);
  if (called?.[2]) statement = called[2];
  let dueAside: string | null = null;
  let number = draft.number ?? null;
  let owners = draft.owners ?? (called?.[1] ? [called[1]] : []);
  const cut = owners.length === 0 ? inColumns(statement, reading) : null;
  if (cut) [statement, owners, number, dueAside] = [cut.statement, cut.owners, number ?? cut.number, cut.due];
  const led = owners.length === 0 ? /^([^:–—·]{2,60}?)\s*(?::|\s[–—·-]\s)\s*(.+)$/su.exec(statement) : null;
  if (led?.[1] && led[2]) {
    const named = ownersIn(led[1], reading.attendance);
    if (named.length > 0 && !led[2].startsWith("@") && !isTopic(led[1], reading)) {
      owners = named;
      statement = led[2].trim();
    }
  }
  // "(Margot) testbestand aanleveren" and "Beheermodel: @Edwin Wisse wil jij …"
  const ahead = owners.length === 0 ? /^\(([^()]{2,40})\)\s+(.+)$/su.exec(statement) : null;
  const inFront = ahead?.[1] ? ownersIn(ahead[1], reading.attendance) : [];
  if (ahead?.[2] && inFront.length > 0) [owners, statement] = [inFront, ahead[2]];
  const mentioned = owners.length === 0 ? /^(?:[^:@]{2,40}:\s*)?@(\p{Lu}[\p{L}'’-]+(?:\s+(?:(?:van|de|der|den|ten|ter)\s+)*\p{Lu}[\p{L}'’-]+)?)/u.exec(statement)?.[1] : undefined;
  if (mentioned !== undefined) owners = [mentioned];
  // "… (Deadline: 25 april 2025)"
  const until = /^(.+?)\s*\((?:deadline|uiterlijk|gereed(?: op)?|v(?:oo|óó)r|due)\b:?\s*([^()]{2,40})\)\.?$/isu.exec(statement);
  if (until?.[1]) statement = until[1];
  const set = until?.[2] !== undefined && !/^(?:niet|onbekend|n\.?v\.?t|nader)/i.test(until[2]) ? until[2].trim() : null;
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
  // "Planning rondsturen Joost 19 juni 2025": the row of a table whose columns were lost.
  const last = owners.length === 0 && draft.form === "list" ? datesIn(statement).at(-1) : undefined;
  const row = last && statement.slice(last.index + last.raw.length).trim() === "" ? /^(?:([A-Z]{0,2}\d{1,3})\s+)?(.{4,}?)\s+(\S+)$/.exec(statement.slice(0, last.index).trim()) : null;
  if (last && row?.[2] && row[3] && isKnown(row[3], reading.attendance)) [statement, owners, dueAside, number] = [row[2], [row[3]], last.raw, number ?? row[1] ?? null];
  // "brief schrijven – 1 juni 2025", "brief schrijven (17-2)"
  const dated = set === null && dueAside === null && draft.dueText == null ? /^(.{4,}?)\s*(?:\s[–-]\s+|\()(?:(?:uiterlijk|voor|vóór|per|op|tegen)\s+)?([^()–]{3,24}?)\)?\.?$/su.exec(statement) : null;
  if (dated?.[1] && dated[2] && /\d/.test(dated[2]) && dated[2].split(/\s+/).length <= 3 && dueDay(dated[2], reading.day) !== null) [statement, dueAside] = [dated[1], dated[2]];
  if (owners.length === 0) owners = ownersIn(OWNER_LINE.exec(draft.note ?? "")?.[1] ?? "", reading.attendance);
  if (owners.length === 0) owners = leadingOwner(statement, reading.attendance);
  const dueText = draft.dueText ?? set ?? dueAside ?? dueIn(statement) ?? DUE_LINE.exec(draft.note ?? "")?.[1]?.trim() ?? null;
  // "Brief aan de leverancier. Afgehandeld."
  const closing = /^(.{6,}?)(?:[.;,]\s+|\s+[(–-]\s*)(afgehandeld|afgerond|gereed|gedaan|klaar|voltooid|uitgevoerd|vervallen|loopt(?: nog)?|lopend|doorlopend)\)?\.?$/isu.exec(statement);
  if (closing?.[1]) statement = closing[1];
  const statusText = cut?.status ?? closing?.[2] ?? /\bstatus:?\s*([^.,;()|]{2,40})/i.exec(statement)?.[1]?.trim() ?? null;
  const status = draft.checked === true || draft.isStruck === true ? "done" : statusText !== null ? statusOf(statusText) : "open";
  if (statement === "" || keyOf(statement) === "") return;
  reading.actions.push({
    number,
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
