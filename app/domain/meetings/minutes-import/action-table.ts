import type { Block } from "./blocks.ts";
import type { Day } from "../../shared/instant.ts";
import { dueDay } from "./dates.ts";
import { bareName } from "./names.ts";
import { keyOf, plainText } from "./plain.ts";
import { mark, type Reading } from "./reading.ts";
import { statusOf } from "./status.ts";
import type { ImportedDecision } from "./types.ts";

type Column = "kind" | "number" | "action" | "owner" | "due" | "status" | "note" | "decision" | "topic" | null;

/** "Actie / besluit": which of the two a row is, its own words or another column must say. */
const BOTH = /^(?:acties?|actiepunt(?:en)?|besluit(?:en)?|afspraak|afspraken)\s?(?:\/|&|\+|-|en|of)\s?(?:acties?|actiepunt(?:en)?|besluit(?:en)?|afspraak|afspraken)$/;
const KIND = /^(?:type|soort|a\s?\/\s?b(?:\s?\/\s?i)?)$/;

const COLUMNS: readonly [RegExp, Column][] = [
  [KIND, "kind"],
  [BOTH, "action"],
  [/^(?:nr|nummer|no|#|id|actienr|actienummer|nr actie|volgnr|volgnummer|ap|a)$/, "number"],
  [/^(?:besluit(?:en)?|beslissing(?:en)?)\b/, "decision"],
  [/^(?:actie\s?(?:houder|eigenaar)s?|wie|verantwoordelijken?|verantwoordelijke ?\(n\)|verantw.*|door|door wie|eigenaar|trekker|houder|toegewezen aan|uitvoerder|wie doet|portefeuillehouders?|pfh|owners?|assignee|assigned to|responsible|who|naam|actie door|actiehouder\(s\)|wie\?)$/, "owner"],
  [/^(?:wanneer|deadline|due date|by when|when|target date|datum gereed|datum|data|gereed|gereed op|due|uiterlijk|einddatum|planning|streefdatum|termijn|voor|tegen|tegen wanneer|voor wanneer|wanneer gereed|datum afgerond|wanneer\?|datum klaar|afhandeling|uiterste datum)$/, "due"],
  [/^(?:status|o ?\/ ?g|stand(?: van zaken)?|voortgang|afgerond|gedaan|klaar|stavaza|done)$/, "status"],
  [/^(?:opmerking(?:en)?|toelichting|notitie(?:s)?|bijzonderheden|resultaat|opm|reactie|update|terugkoppeling|remarks?)$/, "note"],
  [/^(?:actie(?:s|punt|punten)?|omschrijving(?: actie)?|taak|wat|afspraak|afspraken|actie\s?omschrijving|action(?: item| point)?s?|task|what|description|beschrijving|to-? ?do|wat\?|activiteit)$/, "action"],
  [/^(?:onderwerp|agendapunt|thema|punt|vergadering|overleg|herkomst|datum overleg|aangemaakt|ontstaan)$/, "topic"],
];

const columnOf = (cell: string): Column => {
  const key = keyOf(cell).replace(/\(n\)|\(s\)|\(en\)/g, "").replace(/\?$/, "").trim();
  return COLUMNS.find(([pattern]) => pattern.test(key))?.[1] ?? (/^acti/.test(key) ? "action" : null);
};

/** A table whose columns say action and who, when or how far; in an action section the word for the action may be missing. */
export function readActionTable(reading: Reading, block: Extract<Block, { kind: "table" }>, isExpected: boolean): void {
  const [header, ...rows] = block.rows;
  if (!header) return;
  const columns = header.cells.map((cell, index) => (BOTH.test(keyOf(cell)) && rows.every((row) => /^(?:a|b|i|actie|besluit|info\w*)?$/i.test(plainText(row.cells[index] ?? ""))) ? "kind" : columnOf(cell)));
  if (columns.includes("decision") && !columns.includes("owner") && !columns.includes("action")) return;
  // "Datum | Actie | Wie | Gereed": the first says when it was agreed.
  if (columns.filter((column) => column === "due").length > 1) header.cells.forEach((cell, index) => (columns[index] = /^datum$/.test(keyOf(cell)) ? "topic" : (columns[index] ?? null)));
  // A single "Datum" that never lies behind the meeting is when it was agreed.
  const agreed = columns.indexOf("due");
  if (columns.filter((column) => column === "due").length === 1 && /^datum$/.test(keyOf(header.cells[agreed] ?? "")) && isHistory(rows.map((row) => plainText(row.cells[agreed] ?? "")), reading.day)) columns[agreed] = "topic";
  // "Data | Actie | Voor": the last says for whom.
  if (columns.filter((column) => column === "due").length > 1 && !columns.includes("owner")) header.cells.forEach((cell, index) => (columns[index] = keyOf(cell) === "voor" ? "owner" : (columns[index] ?? null)));
  const actions = columns.flatMap((column, index) => (column === "action" ? [index] : []));
  // "Actie | Omschrijving": the first then holds a number or a short name.
  const [first, second] = actions;
  if (first !== undefined && second !== undefined) {
    const isNumber = rows.every((row) => plainText(row.cells[first] ?? "").length <= 12);
    columns[isNumber ? first : second] = isNumber ? "number" : "note";
  }
  let statementAt = columns.indexOf("action");
  const hasCompany = columns.includes("owner") || columns.includes("due") || columns.includes("status");
  const saysAction = header.cells.some((cell) => /\bacti|to-?do|taak/i.test(plainText(cell)));
  if (statementAt === -1 && (isExpected || (saysAction && columns.includes("owner")))) statementAt = columns.indexOf("topic") !== -1 ? columns.indexOf("topic") : columns.indexOf(null);
  if (statementAt === -1 || !(isExpected || (hasCompany && (saysAction || columns.includes("owner"))))) return;
  if (!isExpected && !saysAction && !(columns.includes("owner") && columns.includes("due"))) return;

  mark(reading, { from: block.from, until: Math.max(block.from, (rows[0]?.line ?? header.line + 2) - 1) }, "action");
  const isBoth = header.cells.some((cell) => BOTH.test(keyOf(cell)));
  for (const row of rows) {
    const at = (column: Column): string => columns.flatMap((kind, index) => (kind === column && index !== statementAt ? [plainText(row.cells[index] ?? "")] : [])).filter((text) => text !== "").join("; ");
    const statement = plainText(row.cells[statementAt] ?? "");
    const place = { from: row.line, until: row.line };
    if (/^i(?:nfo\w*)?$/i.test(at("kind"))) continue;
    const decided = decisionIn(statement, at("kind"), isBoth && at("owner") === "" && at("due") === "" && at("status") === "");
    if (decided?.certainty !== "candidate") mark(reading, place, decided ? "decision" : "action");
    if (statement === "" || /^(?:geen|n\.?v\.?t\.?|-+|\.+)\.?$/i.test(statement)) continue;
    if (decided !== null) {
      reading.decisions.push({ number: at("number") || null, ...decided, place });
      continue;
    }
    const status = at("status");
    // "Afgerond: nee, vóór 15 januari"
    const due = at("due") || (/^(?:nee|neen|nog niet)\s*[,;(–-]\s*(.+?)\)?$/i.exec(status)?.[1] ?? "");
    const note = [at("topic"), at("note"), at("decision"), ...columns.flatMap((kind, index) => (kind === null && index !== statementAt ? [plainText(row.cells[index] ?? "")] : []))].filter((text) => text !== "").join("; ");
    // A tick is no word, so it is not in the text of a cell.
    const isTicked = columns.some((kind, index) => (kind === "due" || kind === "status") && /[✓✔✅☑]/u.test(row.cells[index] ?? ""));
    const isStruck = /^~~.*~~$/.test((row.cells[statementAt] ?? "").trim());
    const state = isStruck || isTicked || /^\[x\]/i.test(statement) ? "done" : statusOf(status === "" && /^(?:(?:done|gereed|afgerond|doorlopend|vervallen|klaar|ja|ok|x)\b)/i.test(due) ? due : status);
    reading.actions.push({
      number: at("number") || null,
      statement: statement.replace(/^\[[ x]\]\s*/i, ""),
      owners: splitOwners(at("owner")),
      dueText: due === "" ? null : due,
      dueOn: due === "" ? null : dueDay(due, reading.day),
      statusText: status === "" ? null : status,
      status: state,
      note: note === "" ? null : note,
      form: "table",
      place,
    });
  }
}

/** Whether these days are all there, none behind this one, and one this one. */
function isHistory(texts: readonly string[], meeting: Day | null): boolean {
  const days = texts.map((text) => dueDay(text, meeting));
  return meeting !== null && days.includes(meeting) && days.every((day) => day !== null && day <= meeting);
}

/** What a row of a table with actions and decisions decides; null for an action. A row that names nobody and no day is offered as one. */
function decisionIn(statement: string, kind: string, isBare: boolean): Pick<ImportedDecision, "statement" | "certainty"> | null {
  const said = /^(?:besluit|b)\s*(?:\d[\d.-]*)?\s*[:–-]\s*(.+)$/i.exec(statement)?.[1];
  if (said !== undefined || /^b(?:esluit)?$/i.test(kind)) return { statement: said ?? statement, certainty: "marked" };
  return isBare && kind === "" && !/^(?:actie|a)\s*:/i.test(statement) && statement.length > 3 ? { statement, certainty: "candidate" } : null;
}

/** In a column of owners everything is an owner, whatever it looks like. */
const splitOwners = (text: string): string[] =>
  text
    .split(/\s*(?:\/|,|;|&|\+|\s+en\s+)\s*/)
    .map((part) => bareName(part.replace(/^@/, "")))
    .filter((part) => part !== "" && !/^[-–?.]+$/.test(part));
