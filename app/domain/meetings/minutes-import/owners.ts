import { bareName, looksLikeAbbreviation, looksLikeName } from "./names.ts";
import type { ImportedAttendee } from "./types.ts";

const EVERYONE = /^(?:iedereen|allen|alle (?:leden|deelnemers|aanwezigen|partijen)|leden|de leden|deelnemers|werkgroep(?:leden)?|klankbordleden|secretariaat|voorzitter|secretaris|notulist|vz|bureau|beheer|projectteam|team|n\.?t\.?b\.?|nader te bepalen|\?+)$/i;
const COMMON = /^(?:de|het|een|dit|deze|die|dat|er|in|op|voor|na|bij|met|van|we|wij|nog|alle|graag|zie|voorstel|vraag|document|overleg|check|uitzoeken|terugkoppeling|volgende|status|nieuw|besluit|concept|review|issue|update|oproep|let|navragen|opstellen|bespreken)$/i;

/** Splits "Stas/Dennis", "TK en EK", "Jan, Piet & Klaas" into the people or parties it names; empty when it names none. */
export function ownersIn(text: string, attendance: readonly ImportedAttendee[]): string[] {
  const cleaned = text.replace(/^(?:door|voor|aan|:|-|–)\s+/i, "").replace(/[().[\]]+$/g, "").trim();
  if (cleaned === "" || cleaned.length > 80) return [];
  const parts = cleaned.split(/\s*(?:\/|,|&|\+|;|\s+en\s+|\s+i\.?s\.?m\.?\s+|\s+met\s+)\s*/).map((part) => bareName(part.replace(/^@/, ""))).filter((part) => part !== "");
  if (parts.length === 0 || parts.length > 8) return [];
  return parts.every((part) => isParty(part, attendance)) ? parts : [];
}

const isParty = (part: string, attendance: readonly ImportedAttendee[]): boolean =>
  EVERYONE.test(part) || isKnown(part, attendance) || (!COMMON.test(part.split(" ")[0] ?? "") && (looksLikeAbbreviation(part) || (looksLikeName(part) && part.split(/\s+/).length <= 4)));

/** Whether somebody or some organisation on the attendance list goes by these words. */
export function isKnown(part: string, attendance: readonly ImportedAttendee[]): boolean {
  const key = part.toLowerCase();
  return attendance.some(
    ({ name, initials, organisation }) =>
      name.toLowerCase() === key || name.toLowerCase().split(" ")[0] === key || name.toLowerCase().endsWith(` ${key}`) || initials?.toLowerCase() === key || organisation?.toLowerCase() === key,
  );
}

/** The whole name of the one person on the attendance list who goes by this name, or null: two Jannen are nobody. */
export function wholeNameOf(owner: string, attendance: readonly ImportedAttendee[]): string | null {
  const key = owner.toLowerCase();
  const names = attendance.map(({ name }) => name).filter((name) => name.toLowerCase() === key || name.toLowerCase().split(" ")[0] === key || name.toLowerCase().endsWith(` ${key}`));
  return new Set(names).size === 1 ? (names[0] ?? null) : null;
}

/** What people do in an action; whoever stands before it does it. */
const DOES = "(?:agendeer|bekijk|bel|bereid|bespreek|bezoek|check|controleer|deel|doe|gaa?|haal|houd|inform(?:eer)?|inventariseer|kijk|kom|koppel|leg|lever|licht|maak|mail|meld|neem|nodig|onderzoek|organiseer|overleg|pak|pas|plaats|plan|probeer|publiceer|regel|reserveer|schrijf|spreek|stel|stem|stuur|test|update|verstuur|verwerk|verzamel|voeg|vraag|vul|werk|zal|zet|zie|zoek|zorg)";
const DOER = new RegExp(`^((?:\\p{Lu}[\\p{L}.'-]*\\s+){0,2}\\p{Lu}[\\p{L}.'-]*(?:\\s*(?:/|,|&|\\sen)\\s*\\p{Lu}[\\p{L}.'-]*)*)\\s+(?:${DOES}t?|(?:gaan|maken|nemen|sturen|pakken|zoeken|werken|kijken|leveren|delen|plannen|zullen|vragen|stellen|bespreken|overleggen|to))\\b`, "u");

/** "Frank en Martin zetten …": what two people do together. */
const DOERS = /^(\p{Lu}[\p{L}.'-]*(?:\s*(?:\/|,|&|\sen)\s*\p{Lu}[\p{L}.'-]*)+)\s+(?:zetten|doen|regelen|schrijven|bekijken|checken|controleren|organiseren|onderzoeken|leggen|bellen|mailen|komen|brengen|houden|halen|verzamelen|verwerken|versturen|publiceren|inventariseren|agenderen|voeren|passen|testen|zorgen)\b/u;
/** "Marc informeren over …": somebody else does it. */
const DONE_TO = /^\S+(?:\s+\S+){0,3}?\s+(?:informeren|uitnodigen|benaderen|bedanken|betrekken|contacteren|aanhaken)\b/;

/** The known person or organisation with whose name a sentence starts: "Pieter agendeert …", "Logius werkt …". */
export function leadingOwner(sentence: string, attendance: readonly ImportedAttendee[]): string[] {
  const group = /^(?:de )?(leden|deelnemers|aanwezigen|werkgroepleden|iedereen|allen|alle (?:leden|deelnemers|aanwezigen))\b(?! van\b)/i.exec(sentence)?.[1];
  if (group !== undefined) return [group.toLowerCase()];
  const statement = sentence.replace(/^(?:dhr\.?|mevr\.?|mw\.?|de heer|mevrouw)\s+(?=\S)/i, "");
  const pair = /^(\p{Lu}[\p{L}.'-]*)(?:\s*(?:\/|,|&|\sen)\s*(\p{Lu}[\p{L}.'-]*))?/u.exec(statement);
  if (!pair?.[1]) return [];
  if (DONE_TO.test(statement)) return [];
  const words = statement.split(/\s+/);
  for (const length of [4, 3, 2]) {
    const full = words.slice(0, length).join(" ").replace(/[:,]$/, "");
    if (length < words.length && attendance.some(({ name, organisation }) => name === full || organisation === full)) return [full];
  }
  const owners = [pair[1], pair[2]].filter((part): part is string => part !== undefined);
  if (owners.every((owner) => isKnown(owner, attendance))) return owners;
  if (owners[0] !== undefined && isKnown(owners[0], attendance)) return [owners[0]];
  const doer = (DOER.exec(statement) ?? DOERS.exec(statement))?.[1];
  return doer === undefined ? [] : ownersIn(doer, attendance);
}
