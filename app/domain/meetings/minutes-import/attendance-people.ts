import { couldBeWithoutCapital, isNobody } from "./names.ts";
import { peopleIn, peopleInText, roleOf, type Person } from "./people.ts";
import { plainText } from "./plain.ts";
import type { Reading } from "./reading.ts";
import type { Place, Presence } from "./types.ts";

const NOTICE = /^(?:met|zonder) (?:afmelding|bericht|kennisgeving)\b/i;

/** "A, B en C (allen m.k.)" */
const OF_ALL = /\s*[,(]\s*(?:allen|beiden|allemaal|alle \w+)\s+((?:met|zonder) (?:kennisgeving|bericht\w*|afmelding)|[mz]\.? ?[kb]\.?)\s*\)?[\s.]*$/i;

/** Whether word was sent, from the words above a list or behind a name. */
export const absence = (label: string): Presence => (/zonder/i.test(label) ? "afwezig" : /afgemeld|afmelding|bericht|kennisgeving|\bm\.? ?[kb]\b|verhinder|verontschuldigd|xcuseerd|apolog|regret|excused/i.test(label) ? "afwezig_met_bericht" : "afwezig");

/** Adds the people of one entry of a list; answers what it could not read. */
export function addEntry(reading: Reading, entry: string, state: Presence, group: string | null, place: Place): string[] {
  if (isNobody(entry)) return [];
  // "Fractievoorzitters:" announces who follows.
  if (/:\s*$/.test(plainText(entry))) return [entry];
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

/** Adds the people of a running list; answers what it could not read. */
export function addText(reading: Reading, text: string, usual: Presence, group: string | null, place: Place): string[] {
  if (isNobody(text)) return [];
  // "Namens Duindorp: A. Beuk, B. Els; namens Bosrijk: C. Kers"
  const parts = text.split(/\s*;\s*/).map((part) => /^\s*(?:[Nn]amens\s+(?:de\s+|het\s+)?)?([^:,;()]{2,40}?)\s*:\s*(.+)$/su.exec(part));
  if (parts.length > 1 && parts.every((part) => part !== null && roleOf(part[1] ?? "") === null)) return parts.flatMap((part) => addOf(reading, part?.[1] ?? "", part?.[2] ?? "", usual, group, place));
  const all = usual === "aanwezig" ? null : OF_ALL.exec(text);
  if (all?.[1]) return addText(reading, text.slice(0, all.index), absence(all[1]), group, place);
  const found = peopleInText(text);
  const { people } = found;
  // "Afwezig: Naam, met afmelding"
  const notice = usual === "aanwezig" ? undefined : found.left.find((part) => NOTICE.test(part));
  const others = notice === undefined ? found.left : found.left.filter((part) => part !== notice);
  // Among names, "Maxime coppens" is one too.
  const small = people.length > 2 ? others.filter(couldBeWithoutCapital) : [];
  const left = others.filter((part) => !small.includes(part));
  const state = notice === undefined ? usual : absence(notice);
  if (people.length < left.length || (people.length === left.length && left.some((part) => part.split(/\s+/).length > 6))) return [text];
  add(reading, [...people, ...small.map((name) => ({ name, organisation: null, role: null, initials: null, note: null }))], state, group, place);
  return left;
}

/** People of one organisation, or with one duty in small letters: "ambtelijk". */
function addOf(reading: Reading, of: string, names: string, usual: Presence, group: string | null, place: Place): string[] {
  const { people, left } = peopleInText(names.replace(/\s+en\s+(?=\p{Lu})/gu, ", "));
  if (people.length === 0 || left.length > 0) return [names];
  const isGroup = /^\p{Ll}+$/u.test(of);
  add(reading, isGroup ? people : people.map((person) => ({ ...person, organisation: of, note: [person.organisation, person.note].filter((part) => part !== null).join(", ") || null })), usual, isGroup ? of : group, place);
  return [];
}

export function add(reading: Reading, people: readonly Person[], state: Presence, group: string | null, place: Place): void {
  for (const person of people) {
    const isAbsent = /^afwezig(?:\s+(?:met|zonder)\b.*)?$/i.test(person.note ?? "");
    const known = reading.attendance.findIndex((other) => other.name === person.name && other.state === state);
    const entry = { ...person, group, state: isAbsent ? ("afwezig" as const) : state === "aanwezig" ? state : withNotice(person.note, state), place: { from: place.from, until: place.until } };
    const other = reading.attendance[known];
    if (!other) reading.attendance.push(entry);
    else reading.attendance[known] = { ...other, organisation: other.organisation ?? entry.organisation, role: other.role ?? entry.role, initials: other.initials ?? entry.initials, note: other.note ?? entry.note, group: other.group ?? entry.group };
  }
}

/** On a list of who was not there, a remark behind the name may say whether word was sent. */
const withNotice = (note: string | null, state: Presence): Presence =>
  /\b(?:zonder|geen) (?:kennisgeving|bericht)/i.test(note ?? "") ? "afwezig" : /\bmet (?:kennisgeving|bericht)/i.test(note ?? "") ? "afwezig_met_bericht" : state;

/** "Voorzitter: Naam" tells the role of somebody on the list, or adds somebody who is not. */
export function addOffice(reading: Reading, person: Person, role: string, place: Place): void {
  const known = reading.attendance.findIndex((other) => other.name === person.name || other.name.startsWith(`${person.name} `) || other.name.endsWith(` ${person.name}`));
  const there = reading.attendance[known];
  // "Nils" on the list and "Nils Kers" as its secretaris are one, as long as there is one Nils.
  const short = reading.attendance.filter((other) => person.name.startsWith(`${other.name} `));
  const [first] = short;
  if (there) reading.attendance[known] = { ...there, role: there.role ?? role };
  else if (first && short.length === 1) reading.attendance[reading.attendance.indexOf(first)] = { ...first, name: person.name, role: first.role ?? role };
  else reading.attendance.push({ ...person, role, group: null, state: "aanwezig", place: { from: place.from, until: place.until } });
}
