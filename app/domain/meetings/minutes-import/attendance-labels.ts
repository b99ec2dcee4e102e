import { absence, add, addEntry, addOffice, addText } from "./attendance-people.ts";
import type { Block } from "./blocks.ts";
import { isNobody } from "./names.ts";
import { peopleBetweenPipes, peopleIn, peopleInRow, peopleInText, roleOf, withNamesFirst } from "./people.ts";
import { asMarkdown, keyOf, plainText } from "./plain.ts";
import { isFree, mark, type Reading } from "./reading.ts";
import { kindOf } from "./sections.ts";
import { piecesOf } from "./tables.ts";
import type { Place } from "./types.ts";

/** "Aanwezig: …" with whatever stands behind it. */
export const LABEL = /^\s*(?:[-*+>]\s+)?[*_]{0,3}((?:met |zonder |niet[ -])?(?:aan-? ?en ?)?(?:aanwezig\w*|aanw\.?|afw\.?|deelnemers|present|afwezig\w*|afgemeld\w*|afmelding\w*|verhinderd|not present|verontschuldigd\w*|ge[eë]xcuseerd\w*|bericht van verhindering|met (?:kennisgeving|bericht\w*)|genodigden|(?:ook |verder |tevens |mede )aanwezig\w*|gast(?:en)?|toehoorders?|attendees|participants|guests?|absent|apologies|regrets|excused)[^:|*_]{0,40}?)[*_]{0,3}\s*(?::\s*[*_]{0,3}|[*_]{2,3}\s*:?)\s*(.*)$/iu;
/** "Voorzitter: Naam". */
export const OFFICE = /^\s*(?:[-*+>]\s+)?[*_]{0,3}((?:plv\.? |plaatsvervangend )?(?:voorzitter|vz|secretaris|notulist(?:e)?|notulen(?: door)?|verslag(?:legging|gever|geving)?(?: door)?|penvoerder|(?:raads|commissie)?griffier|ambtelijk secretaris))[*_]{0,3}\s*(?::\s*[*_]{0,3}|[*_]{2,3}\s*:?)\s*(.+)$/iu;

/** "Raadsleden: …" and "Wethouders: …", which say who came where "Voorzitter: …" stands beside them. */
const GROUP = /^\s*[*_]{0,3}((?:(?:overige|stemgerechtigde) )?(?:(?:raads|commissie|staten|bestuurs|college|mt-|or-|algemene )?(?:leden|lid)|wethouders?|gedeputeerden?|heemraden|ambtenaren|ambtelijke ondersteuning|ondersteuning|adviseurs|namens (?:de |het )?[\p{L} ]{3,30}))[*_]{0,3}\s*(?::\s*[*_]{0,3}|[*_]{2,3}\s*:?)\s*(.+)$/iu;

/** "Vergadering commissie 14 april, aanwezig: …" */
const BEHIND = /^.{5,140}?[,;.]\s+((?:aanwezig|afwezig|verontschuldigd)\w*\s*:.+)$/i;
/** "… is het voltallige bestuur (A, B en C) bijeengekomen" */
const GATHERED = /\(([^()]{10,400})\)[^.]{0,40}\b(?:bijeen\w*|aanwezig|vergaderd)\b/i;

/** "Iedereen is aanwezig behalve A, B en C, die hadden zich afgemeld." */
const ALL_BUT = /\b(?:iedereen|allen|alle leden)\b[^.]{0,40}\b(?:aanwezig|er)\b[^.]{0,10}\b(?:behalve|uitgezonderd|m\.u\.v\.|met uitzondering van)\s+([^.]+?)(?:,\s+(?:zij|die|deze|want|omdat)\b([^.]*))?\.?$/i;

/** People named in the sentence that opens the minutes; the sentence stays in the text. */
export function readOpening(reading: Reading, block: Place & { readonly lines: readonly string[] }): void {
  block.lines.forEach((line, offset) => {
    const place = { from: block.from + offset, until: block.from + offset };
    if (!isFree(reading, place) && reading.roles.get(place.from) !== "meta") return;
    const but = ALL_BUT.exec(plainText(line));
    if (but?.[1]) {
      const { people, left } = peopleInRow(but[1]);
      if (left.length === 0) add(reading, people, /gemeld|bericht|kennisgeving/i.test(but[2] ?? "") ? "afwezig_met_bericht" : "afwezig", null, place);
      return;
    }
    const behind = BEHIND.exec(plainText(line))?.[1];
    const among = GATHERED.exec(plainText(line))?.[1];
    const names = LABEL.exec(behind ?? "")?.[2] ?? among;
    if (names === undefined) return;
    const { people, left } = peopleInText(names.replace(/\s+en\s+(?=\p{Lu}[^,;]*$)/u, ", "));
    if (people.length > 1 && left.length === 0) add(reading, people, behind !== undefined && kindOf(LABEL.exec(behind)?.[1] ?? "") === "absent" ? "afwezig" : "aanwezig", null, place);
  });
}

/** Lines with a label, each with the lines below it up to the next label. */
export function readLabelled(reading: Reading, block: Place & { readonly lines: readonly string[] }): void {
  let at = 0;
  const isHead = block.lines.some((line) => OFFICE.test(asMarkdown(line)));
  while (at < block.lines.length) {
    const line = asMarkdown((block.lines[at] ?? "").replace(/^\s*>\s?/, ""));
    if (!LABEL.test(line) && !OFFICE.test(line)) {
      const [, group = "", names = ""] = isHead ? (GROUP.exec(line) ?? []) : [];
      if (group !== "") readGroup(reading, group, names, { from: block.from + at, until: block.from + at });
      at++;
      continue;
    }
    let end = at + 1;
    while (end < block.lines.length && !LABEL.test(asMarkdown(block.lines[end] ?? "")) && !OFFICE.test(asMarkdown(block.lines[end] ?? "")) && !/^\s*[*_]{0,2}[\p{L} -]{3,30}[*_]{0,2}:/u.test(block.lines[end] ?? "")) end++;
    const place = { from: block.from + at, until: block.from + end - 1 };
    readLabelledText(reading, [line, ...block.lines.slice(at + 1, end)], place);
    at = end;
  }
}

function readGroup(reading: Reading, group: string, names: string, place: Place): void {
  const left = addText(reading, names, "aanwezig", plainText(group), place);
  if (left.length === 0) mark(reading, place, "attendance");
}

/** True when the lines say who was there, who was not, or who held an office. */
export function readLabelledText(reading: Reading, lines: readonly string[], place: Place): boolean {
  const [head = "", ...more] = lines.map(asMarkdown);
  const office = OFFICE.exec(head);
  if (office?.[1] && office[2] && more.length === 0) {
    const people = peopleInText(office[2]);
    if (people.people.length === 0 || people.left.length > 0) return false;
    for (const person of people.people) addOffice(reading, person, roleOf(office[1].replace(/e?(?: door)?$/i, (tail) => (/door/i.test(tail) ? "" : tail))) ?? office[1].toLowerCase(), place);
    mark(reading, place, "attendance");
    return true;
  }
  const labelled = LABEL.exec(head);
  if (!labelled?.[1]) return false;
  const kind = kindOf(labelled[1]);
  if (kind !== "present" && kind !== "absent" && kind !== "invited") return false;
  const state = kind === "absent" ? absence(labelled[1]) : "aanwezig";
  const rest = withNamesFirst([labelled[2] ?? "", ...more].filter((line) => plainText(line) !== ""));
  const but = kind === "present" ? /^(?:allen|iedereen|alle leden|voltallig)\b[^,]{0,20}?\b(?:behalve|uitgezonderd|m\.u\.v\.|met uitzondering van)\s+(.+)$/i.exec(plainText(rest.join(" "))) : null;
  if (but?.[1]) {
    const { people, left } = peopleInRow(but[1]);
    add(reading, people, "afwezig", null, place);
    mark(reading, place, left.length === 0 && people.length > 0 ? "attendance" : "text");
    return true;
  }
  // "Afwezig: met kennisgeving de heer …; zonder kennisgeving mevrouw …"
  const kinds = kind === "absent" ? rest.join(" ").split(/[;,.]?\s*(?=\b(?:met|zonder) (?:kennisgeving|bericht|afmelding)\b)/i) : [];
  if (/^(?:met|zonder) /i.test(kinds[0] ?? "")) {
    const left = kinds.flatMap((part) => addText(reading, part.replace(/^\w+ \w+:?\s*/, ""), absence(part), null, place));
    mark(reading, place, left.length === 0 ? "attendance" : "text");
    return true;
  }
  const before = reading.attendance.length;
  // Names right behind the label, with commas, are one list, also where a line ends in the middle of a name.
  const isWrapped = plainText(labelled[2] ?? "") !== "" && rest.some((line) => plainText(line).replace(/[([][^()[\]]*[)\]]/g, "").includes(","));
  const everyLine = rest.length > 1 && !isWrapped && !rest.some(isRunning) && rest.every((line) => peopleIn(line).length > 0 && !/[,;]\s*$/.test(line.trim()));
  const pieces = everyLine ? rest : [rest.join(" ")];
  const left = pieces.flatMap((piece) => (everyLine ? (add(reading, peopleIn(piece), state, null, place), []) : addText(reading, piece, state, null, place)));
  if (reading.attendance.length === before && !rest.every((line) => isNobody(line))) return false;
  if (left.length === 0 || reading.attendance.length > before) mark(reading, place, left.length === 0 ? "attendance" : "text");
  return true;
}

/** "A de Vries, B Jansen, C Smit": a line with three names or more is part of a running list that was wrapped. */
const isRunning = (line: string): boolean => {
  const parts = plainText(line).split(/\s*,\s*/);
  return parts.length > 2 && parts.slice(0, -1).every((part) => peopleIn(part).length > 0);
};

/** A table of labels and values: "Aanwezig | Naam, Organisatie (vz)<br>…". */
export function readPairs(reading: Reading, block: Extract<Block, { kind: "table" }>): void {
  if (readColumns(reading, block) || (block.rows[0]?.cells.length ?? 0) > 2 && block.rows[0]?.cells.some((cell) => /^(?:naam|namen|name)$/.test(keyOf(cell))) === true) return;
  for (const row of block.rows) {
    const [label = "", value = "", ...more] = row.cells;
    for (const cell of row.cells) readLabelledCell(reading, cell, { from: row.line, until: row.line });
    if (row.cells.length > 3 || more.some((cell) => plainText(cell) !== "")) continue;
    const place = { from: row.line, until: row.line };
    const kind = kindOf(label);
    const office = roleOf(plainText(label).replace(/:$/, ""));
    if (kind === "present" || kind === "absent" || kind === "invited") {
      const state = kind === "absent" ? absence(label) : "aanwezig";
      const pieces = piecesOf(value);
      const left = pieces.length > 1 ? pieces.flatMap((piece) => addEntry(reading, piece, state, null, place)) : addText(reading, value, state, null, place);
      mark(reading, place, left.length === 0 ? "attendance" : "text");
    } else if (office) {
      const found = peopleInText(value);
      if (found.people.length > 0 && found.left.length === 0) {
        for (const person of found.people) addOffice(reading, person, office, place);
        mark(reading, place, "attendance");
      }
    }
  }
}

/** A table with a column for who was there and a column for who was not, the names below each other or in one cell. */
function readColumns(reading: Reading, block: Extract<Block, { kind: "table" }>): boolean {
  const [header, ...rows] = block.rows;
  const cells = header?.cells ?? [];
  const kinds = cells.map((cell) => (plainText(cell) === "" ? null : kindOf(cell)));
  const offices = cells.map((cell) => roleOf(plainText(cell).replace(/\s*:$/, "")));
  const known = cells.filter((_, index) => kinds[index] === "present" || kinds[index] === "absent" || offices[index] !== null).length;
  if (known < 2 || !kinds.includes("present") || cells.some((cell) => /^(?:naam|namen|deelnemers?|wie|organisatie|gemeente|leden|lid|name)$/.test(keyOf(cell)))) return false;
  const isWhole = known === cells.length;
  mark(reading, { from: block.from, until: Math.max(block.from, (rows[0]?.line ?? block.from + 2) - 1) }, isWhole ? "attendance" : "text");
  for (const row of rows) {
    const place = { from: row.line, until: row.line };
    const left = row.cells.flatMap((cell, index) => {
      const office = offices[index] ?? null;
      if (office !== null) {
        const { people, left: rest } = peopleInText(cell);
        for (const person of people) addOffice(reading, person, office, place);
        return rest;
      }
      if (kinds[index] !== "present" && kinds[index] !== "absent") return [cell];
      const state = kinds[index] === "absent" ? absence(header?.cells[index] ?? "") : "aanwezig";
      const pieces = piecesOf(cell);
      return pieces.length > 1 ? pieces.flatMap((piece) => addEntry(reading, piece, state, null, place)) : addText(reading, cell, state, null, place);
    });
    mark(reading, place, left.every((one) => plainText(one) === "") ? "attendance" : "text");
  }
  return true;
}

/** "**aanwezig** Naam | Organisatie Naam | Organisatie …" inside one cell. */
function readLabelledCell(reading: Reading, cell: string, place: Place): void {
  const [, label = "", value = ""] = LABEL.exec(cell) ?? [];
  const kind = kindOf(label);
  if (plainText(value) === "" || (kind !== "present" && kind !== "absent")) return;
  const state = kind === "absent" ? absence(label) : "aanwezig";
  const piped = peopleBetweenPipes(plainText(value));
  if (piped.length === 0 && addText(reading, value, state, null, place).length > 0) return;
  add(reading, piped, state, null, place);
  mark(reading, place, "attendance");
}
