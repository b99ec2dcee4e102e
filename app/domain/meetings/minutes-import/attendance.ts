import type { Block } from "./blocks.ts";
import { bareName, fullName, isNobody, looksLikeName, turnedRound } from "./names.ts";
import { peopleBetweenPipes, peopleIn, peopleInText, roleOf, type Person } from "./people.ts";
import { asMarkdown, keyOf, plainText } from "./plain.ts";
import { isFree, mark, type Reading } from "./reading.ts";
import { kindOf, type Section } from "./sections.ts";
import { piecesOf } from "./tables.ts";
import type { Place, Presence } from "./types.ts";

const LABEL = /^\s*(?:[-*+>]\s+)?[*_]{0,3}((?:met |zonder )?(?:aan-? ?en ?)?(?:aanwezig\w*|deelnemers|present|afwezig\w*|afgemeld\w*|afmelding\w*|verhinderd|verontschuldigd\w*|ge[eë]xcuseerd\w*|bericht van verhindering|met (?:kennisgeving|bericht\w*)|genodigden|(?:ook |verder |tevens |mede )aanwezig\w*|gasten?|toehoorders?|attendees|participants|guests?|absent|apologies|regrets|excused)[^:|*_]{0,40}?)[*_]{0,3}\s*(?::\s*[*_]{0,3}|[*_]{2,3}\s*:?)\s*(.*)$/iu;
const OFFICE = /^\s*(?:[-*+>]\s+)?[*_]{0,3}((?:plv\.? |plaatsvervangend )?(?:voorzitter|vz|secretaris|notulist(?:e)?|notulen(?: door)?|verslag(?:legging)?(?: door)?|penvoerder))[*_]{0,3}\s*(?::\s*[*_]{0,3}|[*_]{2,3}\s*:?)\s*(.+)$/iu;

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

const absence = (label: string): Presence => (/zonder/i.test(label) ? "afwezig" : /afgemeld|afmelding|bericht|kennisgeving|\bm\.? ?[kb]\b|verhinder|verontschuldigd|xcuseerd|apolog|regret|excused/i.test(label) ? "afwezig_met_bericht" : "afwezig");

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

/** Outside an attendance section: "Aanwezig: …" on a line, a table with a name and an organisation, a row "Aanwezig | …". */
function readLoose(reading: Reading, section: Section, index: number): void {
  for (const block of section.blocks) {
    if (block.kind === "table") {
      readPairs(reading, block);
      if (index <= 4) readTableOfPeople(reading, block, "aanwezig", false);
    } else if (block.kind === "paragraph" || block.kind === "quote") {
      readLabelled(reading, block);
    } else if (block.kind === "list") {
      for (const item of block.items) if (isFree(reading, item)) readLabelledText(reading, item.text.split("\n"), item);
    }
  }
}

function readLabelled(reading: Reading, block: Place & { readonly lines: readonly string[] }): void {
  let at = 0;
  while (at < block.lines.length) {
    const line = asMarkdown((block.lines[at] ?? "").replace(/^\s*>\s?/, ""));
    if (!LABEL.test(line) && !OFFICE.test(line)) {
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

function readLabelledText(reading: Reading, lines: readonly string[], place: Place): boolean {
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
  const rest = [labelled[2] ?? "", ...more].filter((line) => plainText(line) !== "");
  // "Afwezig: met kennisgeving de heer …; zonder kennisgeving mevrouw …"
  const kinds = kind === "absent" ? rest.join(" ").split(/[;,.]?\s*(?=\b(?:met|zonder) (?:kennisgeving|bericht|afmelding)\b)/i) : [];
  if (/^(?:met|zonder) /i.test(kinds[0] ?? "")) {
    const left = kinds.flatMap((part) => addText(reading, part.replace(/^\w+ \w+:?\s*/, ""), absence(part), null, place));
    mark(reading, place, left.length === 0 ? "attendance" : "text");
    return true;
  }
  const before = reading.attendance.length;
  const everyLine = rest.length > 1 && rest.every((line) => peopleIn(line).length > 0 && !/[,;]\s*$/.test(line.trim()));
  const pieces = everyLine ? rest : [rest.join(" ")];
  const left = pieces.flatMap((piece) => (everyLine ? (add(reading, peopleIn(piece), state, null, place), []) : addText(reading, piece, state, null, place)));
  if (reading.attendance.length === before && !rest.every((line) => isNobody(line))) return false;
  if (left.length === 0 || reading.attendance.length > before) mark(reading, place, left.length === 0 ? "attendance" : "text");
  return true;
}

/** A table of labels and values: "Aanwezig | Naam, Organisatie (vz)<br>…". */
function readPairs(reading: Reading, block: Extract<Block, { kind: "table" }>): void {
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

type Column = "name" | "first" | "last" | "prefix" | "organisation" | "role" | "presence" | "note" | null;

const COLUMNS: readonly [RegExp, Column][] = [
  [/^(?:voornaam|roepnaam|voorletters?)$/, "first"],
  [/^(?:achternaam|familienaam)$/, "last"],
  [/^tussenvoegsel/, "prefix"],
  [/^(?:naam|namen|poc|deelnemers?|attendees?|participants?|members?|wie|persoon|lid|leden|aanwezig(?:en|e)?|afwezig(?:en|e)?|afgemeld|genodigden?|vertegenwoordiger|contactpersoon|name|naam deelnemer|naam en functie)$/, "name"],
  [/^(?:organisaties?|org|gemeente|bedrijf|instantie|namens|partij|werkgever|organisatie.*|afdeling|organisatieonderdeel|vertegenwoordigt|organi[sz]ations?|affiliation|represents|company|leverancier|instelling)$/, "organisation"],
  [/^(?:functie|rol|rol.*|taak|position|role|function)$/, "role"],
  [/^(?:status|aanwezig\??|aan-?\/?afwezig|aanwezigheid|present|aanw)$/, "presence"],
  [/^(?:opmerking(?:en)?|toelichting|notitie|bijzonderheden|telefoon|e-?mail(?:adres)?)$/, "note"],
];

/** A column that says the table is about something else than people. */
const NO_PEOPLE = /^(?:besluit(?:en)?|beslissing(?:en)?|decisions?|acties?|actiepunten|actions?|onderwerp|agendapunt|wanneer|deadline|tijd(?:stip)?)$/;

const columnOf = (cell: string): Column => COLUMNS.find(([pattern]) => pattern.test(keyOf(cell)))?.[1] ?? null;

/** A table of people; without a heading above it only when its columns name both people and organisations. */
function readTableOfPeople(reading: Reading, block: Extract<Block, { kind: "table" }>, state: Presence, isExpected: boolean): void {
  const [header, ...body] = block.rows;
  if (!header || !isFree(reading, { from: header.line, until: header.line })) return;
  let columns = header.cells.map(columnOf);
  // "Naam | Aanwezig": beside a column of names, this one says who came.
  if (columns.filter((column) => column === "name" || column === "last" || column === "first").length > 1) {
    const first = columns.findIndex((column) => column === "name" || column === "last" || column === "first");
    columns = columns.map((column, at) => (at !== first && /^aan-? ?\/?a?f?wezig(?:heid)?\??$/.test(keyOf(header.cells[at] ?? "")) ? "presence" : column));
  }
  const namesColumn = columns.some((column) => column === "name" || column === "first" || column === "last");
  if (!isExpected && !(namesColumn && columns.includes("organisation"))) return;
  if (isExpected && columns.includes("presence") && !namesColumn) columns = ["name", ...columns.slice(1)];
  const isHeaderless = !namesColumn && !columns.includes("presence");
  if (isHeaderless && header.cells.some((cell) => NO_PEOPLE.test(keyOf(cell)))) return;
  if (isHeaderless) columns = header.cells.map((_, index) => (index === 0 ? "name" : index === 1 ? "organisation" : "note"));
  const rows = isHeaderless && header.cells.some((cell) => peopleIn(cell).length > 0) ? block.rows : body;
  const groups = columns.reduce<number[][]>((sets, column, index) => {
    const current = sets.at(-1);
    if (!current || (column !== null && current.some((at) => columns[at] === column))) sets.push([index]);
    else current.push(index);
    return sets;
  }, []);
  let found = 0;
  for (const row of rows) {
    const place = { from: row.line, until: row.line };
    if (row.cells.every((cell) => plainText(cell) === "" || isNobody(cell))) {
      mark(reading, place, "attendance");
      continue;
    }
    const people = groups.map((group) => personFromRow(row.cells, group, columns, state));
    if (people.every((person) => person === "empty" || person === null) && !people.includes(null)) continue;
    let isWhole = true;
    for (const entry of people) {
      if (entry === "empty") continue;
      if (entry === null) isWhole = false;
      else {
        for (const person of entry.people) add(reading, [person], entry.state, null, place);
        found += entry.people.length;
      }
    }
    if (isWhole) mark(reading, place, "attendance");
  }
  if (found > 0 || rows.length === 0 || rows.every((row) => row.cells.every((cell) => plainText(cell) === ""))) {
    const first = rows[0]?.line ?? header.line + 2;
    mark(reading, { from: block.from, until: Math.max(block.from, first - 1) }, "attendance");
  }
}

function personFromRow(cells: readonly string[], group: readonly number[], columns: readonly Column[], usual: Presence): { people: Person[]; state: Presence } | "empty" | null {
  const at = (wanted: Column): string => group.filter((index) => columns[index] === wanted).map((index) => plainText(cells[index] ?? "")).filter((text) => text !== "").join(", ");
  const first = at("first");
  const last = at("last");
  let raw = at("name") || fullName(bareName(first), bareName(last), at("prefix"));
  if (raw === "") return "empty";
  const organisation = at("organisation").replace(/\s*\((?:[^()]*)\)\s*$/, (tail) => (roleOf(tail.replace(/[()\s]/g, "")) ? "" : tail));
  const orgRole = /\(([^()]+)\)\s*$/.exec(at("organisation"))?.[1];
  const isSplit = first !== "" || last !== "";
  if (!isSplit && /^[^,()]+,[^,()]+$/.test(raw) && roleOf(raw.split(",")[1] ?? "") === null && organisation !== "") raw = turnedRound(raw);
  const people = peopleIn(raw);
  const known = people.length > 0 ? people : looksLikeName(bareName(raw)) || (isSplit && /\p{L}/u.test(raw)) ? [{ name: bareName(raw), organisation: null, role: null, initials: null, note: null }] : [];
  if (known.length === 0) return null;
  const mention = at("presence");
  const role = at("role");
  const note = at("note").replace(/\S+@\S+/g, "").trim();
  return {
    state: mention === "" ? usual : presenceFrom(mention, usual),
    people: known.map((person) => ({
      ...person,
      organisation: organisation !== "" ? organisation : person.organisation,
      role: person.role ?? roleOf(role) ?? (orgRole ? roleOf(orgRole) : null) ?? (role === "" ? null : role),
      note: [person.note, note].filter((part) => part !== null && part !== "" && !/^[\d\s+()-]+$/.test(part)).join(", ") || null,
    })),
  };
}

const presenceFrom = (text: string, usual: Presence): Presence => {
  if (/zonder/i.test(text)) return "afwezig";
  if (/afgemeld|afmelding|bericht|verhinder|kennisgeving/i.test(text)) return "afwezig_met_bericht";
  if (/^(?:nee|n|afwezig|a|0|-|niet.*|❌|✗|x afwezig)$/i.test(text)) return "afwezig";
  if (/afwezig|absent/i.test(text)) return "afwezig";
  return /^(?:ja|j|x|v|✓|✔|✅|aanwezig|1|present|online|fysiek)/i.test(text) ? "aanwezig" : usual;
};

function readList(reading: Reading, block: Extract<Block, { kind: "list" }>, state: Presence, group: string | null): void {
  let current = group;
  let groupDepth = -1;
  block.items.forEach((item, index) => {
    if (item.depth <= groupDepth) {
      current = group;
      groupDepth = -1;
    }
    if (readLabelledText(reading, item.text.split("\n"), item)) return;
    const next = block.items[index + 1];
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

function readParagraph(reading: Reading, block: Place & { readonly lines: readonly string[] }, state: Presence, group: string | null): { state: Presence; group: string | null } {
  const lines = block.lines.flatMap((line, index) => line.split(/<br\s*\/?>/i).map((text) => ({ text: text.replace(/^\s*>\s?/, ""), line: block.from + index })));
  const filled = lines.filter(({ text }) => plainText(text) !== "");
  const hasLabels = filled.some(({ text }) => LABEL.test(asMarkdown(text)) || OFFICE.test(asMarkdown(text)));
  if (hasLabels) {
    readLabelled(reading, block);
    for (const { text, line } of filled) {
      const place = { from: line, until: line };
      if (!isFree(reading, place)) continue;
      // "Leden: Naam (Organisatie), …" beside "Voorzitter: Naam".
      const [, label = null, rest = ""] = /^[*_\s]*([^():,]{3,40}?)[*_]*\s*:[*_]*\s+(.+)$/u.exec(text) ?? [];
      const named = label !== null && roleOf(plainText(label)) === null ? peopleInText(rest) : null;
      if (named !== null && named.people.length > 0) mark(reading, place, addText(reading, rest, state, plainText(label ?? ""), place).length === 0 ? "attendance" : "text");
      else if (peopleIn(text).length > 0) {
        addEntry(reading, text, state, group, place);
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

function addEntry(reading: Reading, entry: string, state: Presence, group: string | null, place: Place): string[] {
  if (isNobody(entry)) return [];
  const people = peopleIn(entry.replace(/\n/g, " "));
  const isMany = plainText(entry).split(/[,;]/).length > 2 && !/,\s*[^,()]*\)/.test(entry);
  if (people.length > 0 && !isMany) {
    add(reading, people, state, group, place);
    return [];
  }
  const listed = peopleInText(entry.replace(/\n/g, " "));
  if (listed.people.length > 0 && listed.left.length === 0) {
    add(reading, listed.people, state, group, place);
    return [];
  }
  if (people.length > 0) {
    add(reading, people, state, group, place);
    return [];
  }
  return [entry];
}

function addText(reading: Reading, text: string, state: Presence, group: string | null, place: Place): string[] {
  if (isNobody(text)) return [];
  const { people, left } = peopleInText(text);
  if (people.length < left.length || (people.length === left.length && left.some((part) => part.split(/\s+/).length > 6))) return [text];
  add(reading, people, state, group, place);
  return left;
}

function add(reading: Reading, people: readonly Person[], state: Presence, group: string | null, place: Place): void {
  for (const person of people) {
    const isAbsent = /^afwezig/i.test(person.note ?? "");
    const known = reading.attendance.findIndex((other) => other.name === person.name && other.state === state);
    const entry = { ...person, group, state: isAbsent ? ("afwezig" as const) : state, place: { from: place.from, until: place.until } };
    if (known === -1) reading.attendance.push(entry);
  }
}

/** "Voorzitter: Naam" tells the role of somebody on the list, or adds somebody who is not. */
function addOffice(reading: Reading, person: Person, role: string, place: Place): void {
  const known = reading.attendance.findIndex((other) => other.name === person.name || other.name.startsWith(`${person.name} `) || other.name.endsWith(` ${person.name}`));
  const there = reading.attendance[known];
  if (there) reading.attendance[known] = { ...there, role: there.role ?? role };
  else reading.attendance.push({ ...person, role, group: null, state: "aanwezig", place: { from: place.from, until: place.until } });
}
