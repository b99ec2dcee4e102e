import type { Day } from "../../shared/instant.ts";
import type { Block } from "./blocks.ts";
import { datesIn, datesInName } from "./dates.ts";
import { keyOf, plainText } from "./plain.ts";
import { mark, type Reading } from "./reading.ts";
import type { Section } from "./sections.ts";
import type { DateSighting, ImportedMinutes } from "./types.ts";

export interface HeadingFacts extends Pick<ImportedMinutes, "title" | "day" | "dates" | "time" | "location" | "status"> {
  readonly titleSection: number | null;
}

type Label = "date" | "moment" | "place" | "status" | "time" | "end" | "subject" | "other";

/** Takes a fact; `line` is null when the line says more than that. */
type Take = (label: Label, value: string, line: number | null) => void;

const LABELS: readonly [RegExp, Label][] = [
  [/^(?:vergader|bijeenkomst|overleg)?(?:datum)(?: (?:en|&|\/|\+) ?-?tijd(?:stip)?)?(?: (?:vergadering|overleg|bijeenkomst))?$|^(?:wanneer|d\.?d|datum vergadering|datum overleg|datum bijeenkomst|date|datum ?\/ ?tijd|datum, tijd.*)$/, "date"],
  [/^(?:(?:datum ?(?:\/|,|en) ?)?(?:vergader)?(?:tijd(?:stip)?) ?(?:\/|,|en|&) ?(?:plaats|locatie))$/, "moment"],
  [/^(?:tijd(?:stip)?|tijden|aanvang|begin|begintijd|starttijd|start|time|vergadertijd)$/, "time"],
  [/^(?:einde?|eindtijd|end|sluiting)$/, "end"],
  [/^(?:plaats|locatie|vergaderplaats|vergaderlocatie|waar|location|lokatie|ruimte|venue|place)$/, "place"],
  [/^(?:status|versie)$/, "status"],
  [/^(?:betreft|onderwerp|overleg|vergadering|titel|title|naam overleg|bijeenkomst|type overleg)$/, "subject"],
  [/^(?:blad|kopie aan|bijlagen?|kenmerk|opgesteld door|auteur|verspreiding|verzendlijst|e-?mail|volgend(?:e)? (?:overleg|vergadering|bijeenkomst)|opname|tijdsduur|duur)$/, "other"],
];
const PAIR = /^\s*(?:[-*+>]\s+)?[*_]{0,3}([\p{L}][\p{L} .&/,+-]{1,38}?)[*_]{0,3}\s*(?::\s*[*_]{0,3}|[*_]{2,3}\s*:?)\s*(.*)$/u;
const BOLD_PAIR = /^\s*\*\*([\p{L} ]{4,40})\*\*\s*:?\s+(.+)$/u;
const TIME = /\b(\d{1,2}[.:]\d{2})(?:\s*(?:uur|u\.?))?(?:\s*(?:-{1,2}|–|tot|t\/m|\/)\s*(\d{1,2}[.:]\d{2}))?/i;

const labelOf = (text: string): Label | null => LABELS.find(([pattern]) => pattern.test(keyOf(text)))?.[1] ?? null;

/** Title, date, time and place: from the head of the text, from tables of labels, and from the name of the file. */
export function readHeadingFacts(reading: Reading, sections: readonly Section[], path: string | null): HeadingFacts {
  const titleSection = sections.findIndex((section) => section.heading !== null && section.heading.style !== "label" && section.kind === "other" && (!/^\W*(?:agendapunt\s*)?\d+\W/i.test(plainText(section.heading.text)) || isDatedTitle(section)));
  const firstHeading = sections.findIndex((section) => section.heading !== null);
  const front = /^\s*title:\s*(.+)$/m.exec(reading.source[0]?.trim() === "---" ? reading.source.slice(0, 30).join("\n").split(/\n---/)[0] ?? "" : "")?.[1] ?? null;
  // "# Agenda vergadering 12", with its points as headings of the same weight.
  const foremost = sections[firstHeading];
  const isLate = titleSection > firstHeading && foremost?.level === 1 && ["agenda", "container", "decisions"].includes(foremost.kind) && (titleSection > firstHeading + 1 || /\b(?:vergadering|overleg|bijeenkomst|sessie)\b|\d/i.test(foremost.heading?.text ?? ""));
  const isTitle = front === null && titleSection !== -1 && !isLate && (sections[titleSection]?.level === 1 || (titleSection === firstHeading && speaksOfAll(sections, titleSection)));
  const at = front !== null ? -1 : isTitle ? titleSection : sections.findIndex((section) => section.heading !== null && (section.kind === "container" || section.kind === "agenda" || section.kind === "decisions") && section.level === 1);
  let title = at === -1 ? null : plainText(sections[at]?.heading?.text ?? "").replace(/[\s:–-]+$/, "");
  if (front !== null) title = front.replace(/^["']|["']$/g, "");
  const dates: DateSighting[] = [];
  const facts = { time: null as string | null, location: null as string | null, status: null as string | null, end: null as string | null };

  const see = (text: string, where: DateSighting["where"], line: number) => {
    for (const { day, raw } of datesIn(text)) dates.push({ day, raw, where, line });
  };
  const take: Take = (label, value, line) => {
    const text = plainText(value);
    if (label === "date") {
      see(text, "label", line ?? 1);
      facts.time ??= timeIn(text);
    } else if (label === "moment") {
      see(text, "label", line ?? 1);
      facts.time ??= timeIn(text);
      const rest = withoutDates(text).replace(RANGE, " ").replace(TIME, " ").replace(/^[\s,;–-]+|[\s,;–-]+$/g, "").trim();
      facts.location ??= rest === "" ? null : rest;
    } else if (label === "time") facts.time ??= timeIn(text) ?? (text === "" ? null : text);
    else if (label === "end") facts.end ??= timeIn(text);
    else if (label === "place") facts.location ??= text === "" ? null : text;
    else if (label === "status") facts.status ??= text === "" ? null : text;
    if (label === "subject") see(text, "heading", line ?? 1);
    if (label === "subject" && (title === null || /^(?:verslag|notulen|agenda)|^vergader(?:verslag|notulen)$/i.test(title))) title = text === "" ? title : text;
    if (line !== null) mark(reading, { from: line, until: line }, "meta");
  };

  if (at !== -1) {
    const heading = sections[at]?.heading;
    if (heading) {
      see(plainText(heading.text), "heading", heading.from);
      mark(reading, heading, "title");
    }
  }
  const subtitle = at === -1 ? -1 : subtitleOf(sections, at);
  const second = sections[subtitle]?.heading;
  if (second) {
    title = `${title ?? ""} – ${plainText(second.text)}`;
    see(plainText(second.text), "heading", second.from);
    mark(reading, second, "title");
  }
  const below = at === -1 ? undefined : sections[at]?.blocks[0];
  if (title !== null && /^(?:concept)?(?:verslag|notulen|besluitenlijst|agenda(?: en verslag)?)$/i.test(title) && below?.kind === "paragraph" && below.lines.length === 1 && /^\s*\*\*[^*]+\*\*\s*$/.test(below.lines[0] ?? "")) {
    title = `${title} ${plainText(below.lines[0] ?? "")}`;
    see(plainText(below.lines[0] ?? ""), "heading", below.from);
    mark(reading, below, "title");
  }
  // "# Verslag" says too little; the sentence below it often says of which meeting.
  const opening = below?.kind === "paragraph" ? /^((?:agenda|verslag|notulen)\b[^.:;>]{5,140})/i.exec(plainText(below.lines[0] ?? ""))?.[1] : undefined;
  if (title !== null && opening !== undefined && /^(?:concept)?(?:verslag|notulen|agenda)(?: ?(?:en|&|\/|\+) ?(?:verslag|agenda|notulen))?$/i.test(title)) title = wordsBeforeDate(opening);
  // The head runs to the first heading with a number or an ordinary title below it.
  sections.forEach((section, index) => {
    const isHead = index === 0 || index === at || index === subtitle || section.kind === "meta" || (index <= 2 && (section.kind === "container" || section.kind === "agenda") && section.level === 1);
    for (const block of section.blocks) {
      if (block.kind === "table" && (isHead || index <= 2)) readPairs(block, take, see, reading, isHead);
      else if (isHead && (block.kind === "paragraph" || block.kind === "quote")) withWholeLinks(block.lines).forEach((line, offset) => line.split(LABELS_ON).forEach((piece) => readLine(piece.replace(/^\s*(?:<\/?(?:p|div|span|b|strong)\b[^>]*>\s*)+/i, ""), block.from + offset, take, see, reading)));
      else if (isHead && block.kind === "list" && section.kind !== "agenda") for (const item of block.items) if (!item.text.includes("\n")) readLine(item.text, item.from, take, see, reading);
    }
    // "## Datum" as a heading, with the date below it.
    const [fact] = section.blocks;
    const named = section.heading && section.kind === "other" && section.blocks.length === 1 && fact?.kind === "paragraph" && fact.lines.length === 1 ? labelOf(section.heading.text) : null;
    if (section.heading && fact?.kind === "paragraph" && (named === "date" || named === "time" || named === "place")) {
      take(named, fact.lines[0] ?? "", fact.from);
      mark(reading, section.heading, "meta");
    }
    if (section.kind === "meta" && section.heading) mark(reading, section.heading, "meta");
    // A second line of the head that is only a date may carry marks of a heading.
    const { heading } = section;
    if (heading && index <= 3 && section.kind === "other" && index !== at && isOnlyDate(plainText(heading.text))) {
      see(plainText(heading.text), "line", heading.from);
      takeMoment(plainText(heading.text), take);
      mark(reading, heading, "meta");
    }
  });

  // A text without a date in its head may carry it in the first heading that speaks of a meeting.
  if (dates.length === 0) {
    const telling = sections.find(({ heading, level }) => heading !== null && level <= 3 && !/^\W*\d{1,2}[.)\s]/.test(plainText(heading.text)) && /\b(?:verslag|bijeenkomst|overleg|meeting|vergadering|notulen|sessie)\b/i.test(plainText(heading.text)) && !/\b(?:vorige?|vorig|recap|terugblik|previous|last)\b/i.test(plainText(heading.text)) && datesIn(plainText(heading.text)).length > 0);
    if (telling?.heading) see(plainText(telling.heading.text), "text", telling.heading.from);
  }
  const names = fromPath(path, reading);
  const all = [...dates, ...names];
  return { title, titleSection: at === -1 ? null : at, day: chosen(all), dates: all, time: fromUntil(facts.time, facts.end), location: facts.location, status: facts.status };
}

/** "# Notulen" and right below it "## Coöperatie – 28 november", with the items a level deeper: the two are one title. -1 when it is not so. */
function subtitleOf(sections: readonly Section[], at: number): number {
  const [above, section] = [sections[at], sections[at + 1]];
  if (!above?.heading || !section?.heading || above.blocks.length > 0 || section.kind !== "other" || section.level <= above.level || section.level > 6) return -1;
  if (/^\W*\d{1,2}[.)\s]/.test(plainText(section.heading.text)) || datesIn(plainText(section.heading.text)).length === 0) return -1;
  const others = sections.filter((other, index) => other.heading !== null && index !== at && index !== at + 1);
  return others.length > 1 && others.every(({ level }) => level > section.level) ? at + 1 : -1;
}

/** "# 2025-02-11 Architectuuroverleg" is no item with a number. */
const isDatedTitle = ({ heading, level }: Section): boolean => heading !== null && level === 1 && datesIn(plainText(heading.text))[0]?.index === 0;

/** A first heading is the title of the whole when it stands alone on its level, or names the meeting. */
function speaksOfAll(sections: readonly Section[], at: number): boolean {
  const section = sections[at];
  if (!section?.heading) return false;
  const text = plainText(section.heading.text);
  return sections.every((other, index) => index === at || other.heading === null || other.level !== section.level) || datesIn(text).length > 0 || /\b(?:verslag|notulen|overleg|bijeenkomst|vergadering|sessie|werkgroep|stuurgroep|klankbord\w*|resultaten)\b/i.test(text);
}

function readLine(line: string, number: number, take: Take, see: (text: string, where: DateSighting["where"], line: number) => void, reading: Reading): void {
  const pair = PAIR.exec(line) ?? BOLD_PAIR.exec(line);
  const label = pair?.[1] ? labelOf(pair[1]) : null;
  if (pair && label) return take(label, pair[2] ?? "", number);
  const text = plainText(line.replace(/^\s*>\s?/, ""));
  if (/^(?:d\.?d\.?|datum)\s+\d/i.test(text) || (isOnlyDate(text) && !ABOUT_THE_PAPER.test(text))) {
    see(text, "line", number);
    takeMoment(text, take);
    return mark(reading, { from: number, until: number }, "meta");
  }
  // "… 5 september 2023 - Online overleg via MS-Teams 14:00 - 15:30 uur": day, place and time in one sentence.
  if (text.length <= 250 && datesIn(text).length > 0) {
    const time = RANGE.exec(text)?.[0] ?? /\bom\s+(\d{1,2}[.:]\d{2})\s*uur/i.exec(text)?.[1];
    const place = PLACE.exec(text)?.[0];
    if (time !== undefined) take("time", time, null);
    if (place !== undefined) take("place", place, null);
  }
  if (text.length <= 250) see(text, !ABOUT_THE_PAPER.test(text) && /(?:verslag|notulen|bijeenkomst|overleg|vergadering|gehouden|op|van)\b/i.test(text) ? "line" : "text", number);
}

/** "Vastgesteld op 7 mei" is a date of the minutes, not of the meeting. */
const ABOUT_THE_PAPER = /^\W*(?:vastgesteld|goedgekeurd|gepubliceerd|bijgewerkt|gewijzigd|laatst (?:gewijzigd|bijgewerkt)|aangemaakt|verzonden|gedrukt|volgende)\b/i;
const RANGE = /\b\d{1,2}[.:]\d{2}\s*(?:uur|u\.?)?\s*(?:-{1,2}|–|tot|t\/m)\s*\d{1,2}[.:]\d{2}/i;
const PLACE = /\b(?:online|digitaal|fysiek|hybride)(?:e? (?:overleg|vergadering|bijeenkomst|sessie))? (?:via|in|bij|op|te) (?:[A-Z][\w-]*|het \w+)(?: [A-Z][\w-]*)?/i;

/** The words of a sentence before its first date, without the mark that leads to it. */
const wordsBeforeDate = (sentence: string): string => {
  const date = datesIn(sentence)[0];
  const words = date ? sentence.slice(0, date.index) : sentence;
  return (words.length > 90 ? (words.split(" (")[0] ?? words) : words).replace(/\s*(?:\(|\b(?:op|van|d\.?d\.?)\b|[-–,])?\s*$/i, "").trim();
};

const withoutDates = (text: string): string => datesIn(text).reduce((left, { raw }) => left.replace(raw, " "), text);

/** The time and the place beside a date: "12 december 2024, 09.30 uur, Assen". */
function takeMoment(text: string, take: Take): void {
  const beside = withoutDates(text);
  const time = timeIn(beside);
  if (time !== null) take("time", time, null);
  const place = beside.replace(RANGE, " ").replace(TIME, " ").replace(WORDS_OF_TIME, " ").replace(/\s+/g, " ").replace(/^[\s.,:;()–/·-]+|[\s.,:;()–/·-]+$/g, "");
  if (/^\p{Lu}[\p{L} '-]{2,}$/u.test(place)) take("place", place, null);
}

const WORDS_OF_TIME = /\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b|\b(?:van|tot|uur|u|d\.?d|datum|om|te|op|in|via)\b/gi;

/** A link that was wrapped is whole on its first line; the line that it ended on keeps what follows it. */
function withWholeLinks(lines: readonly string[]): string[] {
  const whole = [...lines];
  for (let at = 0; at + 1 < whole.length; at++) {
    const end = /^[^[\]]*\]\([^()]*\)/.exec(whole[at + 1] ?? "")?.[0];
    if (end === undefined || !/\[[^\]]*$/.test(whole[at] ?? "")) continue;
    whole[at] = `${whole[at] ?? ""} ${end}`;
    whole[at + 1] = (whole[at + 1] ?? "").slice(end.length);
  }
  return whole;
}

/** Where a line goes on with another label: "Datum: 12 juni 2025 Tijd: 10:00 Locatie: Den Haag". */
const LABELS_ON = /<br\s*\/?>|(?:\s|&nbsp;)+(?=[*_]{0,3}(?:datum|tijd(?:stip)?|aanvang|plaats|locatie|vergaderlocatie)[*_]{0,3}\s*:)/i;

/** "28 september 2023", "donderdag 2 december 2021, 13.30 uur", nothing else. */
const isOnlyDate = (text: string): boolean => {
  const [found] = datesIn(text);
  // "3. Notulen 15 mei 2025" is an item of the agenda.
  if (!found || /^\W*\d{1,2}[.)]?\s+\p{Lu}/u.test(text)) return false;
  const rest = text.replace(found.raw, " ").replace(/\b(?:maan|dins|woens|donder|vrij|zater|zon)dag\b|\b\d{1,2}[.:]\d{2}\s?u?\b|\b(?:van|tot|uur|u|d\.?d|datum|om|te|via|online|teams|webex|op)\b/gi, " ");
  return rest.replace(/[\s.,:;()–/-]+/g, "").length <= 12 && text.length <= 80;
};

function readPairs(block: Extract<Block, { kind: "table" }>, take: Take, see: (text: string, where: DateSighting["where"], line: number) => void, reading: Reading, isHead: boolean): void {
  let known = 0;
  for (const row of block.rows) {
    const [left = "", right = ""] = row.cells;
    const label = row.cells.length <= 3 ? labelOf(left) : null;
    if (label) {
      take(label, right, row.line);
      known++;
      continue;
    }
    // "**vergaderdatum** 22 juni 2017" inside one cell
    for (const cell of row.cells) {
      const inner = BOLD_PAIR.exec(cell) ?? PAIR.exec(cell);
      const innerLabel = inner?.[1] ? labelOf(inner[1]) : null;
      if (inner && innerLabel && row.cells.length <= 4) take(innerLabel, inner[2] ?? "", row.line);
    }
    if (row.cells.every((cell) => plainText(cell) === "")) mark(reading, { from: row.line, until: row.line }, "meta");
    else if (isHead && row.cells.length === 1) see(plainText(left), "text", row.line);
  }
  if (known > 0) mark(reading, { from: block.from, until: block.from + 1 <= block.until ? block.from + 1 : block.from }, "meta");
}

/** "Begin: 17.18" and "Einde: 18.25" are one time. */
const fromUntil = (time: string | null, end: string | null): string | null => (time !== null && end !== null && !time.includes(" - ") ? `${time} - ${end}` : time);

const timeIn = (text: string): string | null => {
  const found = TIME.exec(text);
  return found?.[1] ? [found[1], found[2]].filter((part) => part !== undefined).join(" - ").replace(/\./g, ":") : null;
};

function fromPath(path: string | null, reading: Reading): DateSighting[] {
  if (path === null) return [];
  const parts = path.split(/[\\/]/).filter((part) => part !== "");
  return parts.flatMap((part, index) => {
    const isFile = index === parts.length - 1;
    const { dates, impossible } = datesInName(isFile ? part.replace(/\.[a-z]{1,5}$/i, "") : part);
    for (const raw of impossible) reading.warnings.push({ code: "impossible-date", raw });
    return dates.map(({ day, raw }) => ({ day, raw, where: isFile ? ("file" as const) : ("folder" as const), line: null }));
  });
}

const ORDER: readonly DateSighting["where"][] = ["label", "line", "heading", "file", "folder", "text"];

/** A date with a label tells most, then a line of its own, the heading, the name of the file; loose dates in the text count last. */
function chosen(dates: readonly DateSighting[]): Day | null {
  for (const where of ORDER) {
    const found = dates.find((date) => date.where === where);
    if (found) return found.day;
  }
  return null;
}
