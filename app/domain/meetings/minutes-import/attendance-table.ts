import type { Block } from "./blocks.ts";
import { absence, add } from "./attendance-people.ts";
import { bareName, fullName, isNobody, looksLikeName, turnedRound } from "./names.ts";
import { peopleIn, roleOf, type Person } from "./people.ts";
import { keyOf, plainText } from "./plain.ts";
import { isFree, mark, type Reading } from "./reading.ts";
import { kindOf } from "./sections.ts";
import type { Presence } from "./types.ts";

type Column = "name" | "first" | "last" | "prefix" | "organisation" | "role" | "presence" | "initials" | "note" | null;

const COLUMNS: readonly [RegExp, Column][] = [
  [/^(?:voornaam|roepnaam|voorletters?)$/, "first"],
  [/^(?:achternaam|familienaam)$/, "last"],
  [/^tussenvoegsel/, "prefix"],
  [/^(?:naam|namen|poc|deelnemers?|attendees?|participants?|members?|wie|persoon|lid|leden|aanwezig(?:en|e)?|afwezig(?:en|e)?|afgemeld|genodigden?|vertegenwoordiger|contactpersoon|name|naam deelnemer|naam en functie)$/, "name"],
  [/^(?:organisaties?|org|gemeente(?: ?\/ ?organisatie)?|bedrijf|instantie|namens|partij|werkgever|organisatie.*|afdeling|organisatieonderdeel|vertegenwoordigt|organi[sz]ations?|affiliation|represents|company|leverancier|instelling)$/, "organisation"],
  [/^(?:afkorting|initialen|init|paraaf)$/, "initials"],
  [/^(?:functie|rol|rol.*|taak|position|role|function)$/, "role"],
  [/^(?:status|aanwezig\??|aan-?\/?afwezig|aanwezigheid|present|aanw)$/, "presence"],
  [/^(?:opmerking(?:en)?|toelichting|notitie|bijzonderheden|telefoon|e-?mail(?:adres)?)$/, "note"],
];

/** A column that says the table is about something else than people. */
const NO_PEOPLE = /^(?:besluit(?:en)?|beslissing(?:en)?|decisions?|acties?|actiepunten|actions?|onderwerp|agendapunt|wanneer|deadline|tijd(?:stip)?)$/;

const columnOf = (cell: string): Column => COLUMNS.find(([pattern]) => pattern.test(keyOf(cell)))?.[1] ?? null;

/** A table of people; without a heading above it only when its columns name both people and organisations. */
export function readTableOfPeople(reading: Reading, block: Extract<Block, { kind: "table" }>, state: Presence, isExpected: boolean): void {
  const [header, ...body] = block.rows;
  if (!header || !isFree(reading, { from: header.line, until: header.line })) return;
  let columns = header.cells.map(columnOf);
  // "Naam | Aanwezig": beside a column of names, this one says who came.
  if (columns.filter((column) => column === "name" || column === "last" || column === "first").length > 1) {
    const first = columns.findIndex((column) => column === "name" || column === "last" || column === "first");
    columns = columns.map((column, at) => (at !== first && /^aan-? ?\/?a?f?wezig(?:heid)?\??$/.test(keyOf(header.cells[at] ?? "")) ? "presence" : column));
  }
  const namesColumn = columns.some((column) => column === "name" || column === "first" || column === "last");
  if (!isExpected && !(namesColumn && (columns.includes("organisation") || (columns.includes("role") && columns.includes("presence"))))) return;
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
  // Where coming is ticked, a cell without a tick is somebody who did not come.
  const saysYes = rows.some((row) => row.cells.some((cell, index) => columns[index] === "presence" && presenceFrom(mentionIn(cell), "afwezig") === "aanwezig"));
  const blank = saysYes && state === "aanwezig" ? "afwezig" : state;
  let found = 0;
  let [usual, empty] = [state, blank];
  for (const row of rows) {
    const place = { from: row.line, until: row.line };
    // A row with only "Afwezig" parts those who came from those who did not.
    const [only = "", ...more] = row.cells.map(plainText).filter((text) => text !== "");
    const parted = more.length === 0 && row.cells.length > 1 ? kindOf(only) : "other";
    if (parted === "present" || parted === "absent") {
      usual = parted === "absent" ? absence(only) : "aanwezig";
      empty = usual;
      mark(reading, place, "attendance");
      continue;
    }
    if (row.cells.every((cell) => plainText(cell) === "" || isNobody(cell))) {
      mark(reading, place, "attendance");
      continue;
    }
    const people = groups.map((group) => personFromRow(row.cells, group, columns, usual, empty));
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

function personFromRow(cells: readonly string[], group: readonly number[], columns: readonly Column[], usual: Presence, blank: Presence): { people: Person[]; state: Presence } | "empty" | null {
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
  const mention = group.filter((index) => columns[index] === "presence").map((index) => mentionIn(cells[index] ?? "")).filter((text) => text !== "").join(", ");
  const role = at("role");
  // "nee, met machtiging aan Enschede" says more than yes or no.
  const beside = /^(?:ja|nee|neen|aanwezig|afwezig)\s*[,;(–-]\s*(.{3,80}?)\)?$/i.exec(mention)?.[1] ?? "";
  const note = [at("note"), beside].filter((part) => part !== "").join(", ").replace(/\S+@\S+/g, "").trim();
  // "secretaris, verslag" as a remark
  const told = note.split(/\s*,\s*/).map(roleOf).find((one) => one !== null) ?? null;
  return {
    state: mention === "" ? (columns.includes("presence") ? blank : usual) : presenceFrom(mention, usual),
    people: known.map((person) => ({
      ...person,
      organisation: organisation !== "" ? organisation : person.organisation,
      initials: person.initials ?? (at("initials") || null),
      role: person.role ?? roleOf(role) ?? (orgRole ? roleOf(orgRole) : null) ?? (role === "" ? told : role),
      note: [person.note, note].filter((part) => part !== null && part !== "" && roleOf(part) === null && !/^[\d\s+()-]+$/.test(part)).join(", ") || null,
    })),
  };
}

/** What a cell says of who came; a mark is no word, so it is not in the text of the cell. */
const mentionIn = (cell: string): string => plainText(cell) || (/[❌✗✘✖]/u.test(cell) ? "nee" : /[✓✔✅☑]/u.test(cell) ? "ja" : "");

const presenceFrom = (text: string, usual: Presence): Presence => {
  if (/zonder/i.test(text)) return "afwezig";
  if (/afgemeld|afmelding|bericht|verhinder|kennisgeving|verontschuldig|xcus|(?:^|[\s(])m\.? ?[kb]\.?(?: ?v\.?)?(?:[)\s]|$)/i.test(text)) return "afwezig_met_bericht";
  if (/^(?:(?:nee|neen|no)\b.*|n|afwezig|a|0|-|niet.*|❌|✗|x afwezig)$/i.test(text)) return "afwezig";
  if (/afwezig|absent/i.test(text)) return "afwezig";
  return /^(?:ja|j|x|v|✓|✔|✅|aanwezig|1|present|online|fysiek)/i.test(text) ? "aanwezig" : usual;
};
