import { bareName, couldBeName, isNobody, looksLikeAbbreviation, looksLikeLastName, looksLikeName, turnedRound } from "./names.ts";
import { plainText } from "./plain.ts";

/** One person with everything that stands behind the name, and a list of four hundred of them: what is longer is a text. */
const LONGEST_ENTRY = 600;
const LONGEST_LIST = 40_000;

export interface Person {
  readonly name: string;
  readonly organisation: string | null;
  readonly role: string | null;
  readonly initials: string | null;
  readonly note: string | null;
}

const ROLE =
  /^(?:(?:plv|plaatsvervangend|waarnemend|wnd|technisch|onafhankelijk|duo)[.\s-]+)*(voorzitter|vz|vzt|voorz|secretaris|secr|notulist|not|notuleert|notulen|verslag|verslaglegger|verslaglegging|verslaggever|verslaggeving|minutes|(?:minute|note)[- ]?taker|penvoerder|gastheer|gastvrouw|host|spreker|presentator|trekker|agendalid|lid|(?:loco-?)?burgemeester|wethouder|gemeentesecretaris|(?:raads)?griffier|raadslid|commissielid|penningmeester|(?:secretaris-)?directeur|directeur-secretaris|(?:ambtelijk|bestuurs)[ -]?secretaris|dijkgraaf|(?:hoog)?heemraad|gedeputeerde|portefeuillehouder|toehoorder|adviseur|plaatsvervanger|moderator|facilitator|projectleider|product owner|scrum master|(?:(?:co-?|vice-?)?chair(?:man|woman|person)?)|secretary|scribe)\.?$/i;
/** What somebody does, beside the organisation they do it for. */
const FUNCTION = /\b(?:architect|chair|lead|manager|officer|owner|maintainer|adviseur|co[oö]rdinator|controller|analist|projectleider|ciso|cio)$/i;
const REMARK = /^(?:(?:bij |voor |t\.?b\.?v\.? )?agendapunt(?:en)?\s.+|(?:bij )?punt(?:en)?\s.+|en (?:nog )?\d+ (?:ander|overig)\w*.*|vervangen door\s.+|online|digitaal|fysiek|via\s.+|op afstand|deels|gedeeltelijk|later|laatste\s.+|eerste\s.+|(?:vanaf|tot|t\/m|tot en met|van)\s.*\d.*|afwezig(?: .+)?|i\.?p\.?v\.?\s.+|in plaats van\s.+|namens\s.+|ter vervanging\s.+|vervangt\s.+|vervanger\s.+|met bericht|zonder bericht|nieuw|gast|extern|vrij|verlof|met verlof|teams|webex|zoom|vakantie|ziek|verhinderd|(?:i\.?v\.?m\.?|wegens|vanwege|in verband met)\s.+|.*\buur)$/i;

/** "voorzitter", "secretaris" or "notulist" when the words say so; other roles as written; null when it is no role. */
export function roleOf(text: string): string | null {
  const word = ROLE.exec(text.trim().replace(/\s+(?:van (?:het |de )?)?(?:overleg|vergadering|werkgroep|bijeenkomst|verslag)$/i, ""))?.[1]?.toLowerCase();
  if (!word) return null;
  if (/^(?:vz|vzt|voorz|voorzitter|chair(?:man|woman|person)?)$/.test(word)) return /^(?:plv|plaatsvervangend|waarnemend|wnd)/i.test(text.trim()) ? "plaatsvervangend voorzitter" : "voorzitter";
  if (/^(?:secr|secretaris|secretary|penvoerder)$/.test(word)) return "secretaris";
  if (/^(?:notulist|not|notuleert|notulen|verslag|verslaglegger|verslaglegging|verslaggever|verslaggeving|minutes|(?:minute|note)[- ]?taker|scribe)$/.test(word)) return "notulist";
  return word;
}

/** What stands in parentheses behind a name: organisation, role, initials or a remark, in any order. */
function apartFrom(name: string, inside: readonly string[]): Omit<Person, "name"> {
  let organisation: string | null = null;
  let role: string | null = null;
  let initials: string | null = null;
  let note: string | null = null;
  const parts = inside.flatMap((text) => text.split(/\s*[,;]\s*|\s+[-–|]\s+/)).map((part) => part.trim()).filter((part) => part !== "");
  for (const part of parts) {
    const told = NOTICE.find(([mark]) => mark.test(part))?.[1];
    if (told !== undefined) {
      note = note ? `${note}, ${told}` : told;
      continue;
    }
    const asRole = roleOf(part);
    if (asRole) role = role ?? asRole;
    else if (role === null && ((parts.length > 1 && FUNCTION.test(part)) || isDuty(part))) role = part;
    else if (initials === null && isInitialsOf(part, name)) initials = part;
    else if (/^namens\s/i.test(part) && organisation === null) organisation = part.replace(/^namens\s+(?:de|het)?\s*/i, "");
    else if (REMARK.test(part) || isPhrase(part)) note = note ? `${note}, ${part}` : part;
    else organisation = organisation ? `${organisation}, ${part}` : part;
  }
  return { organisation, role, initials, note };
}

/** "functioneel beheer", "beleidsadviseur", "namens de leden": small letters only, and none of the words that organisations begin with. */
const isDuty = (part: string): boolean => isPlain(part) && part.split(" ").length <= 4 && !REMARK.test(part) && (part.includes(" ") || DOER.test(part));
/** One small word is what somebody does when it ends like a profession; "enable-u" is a firm. */
const DOER = /(?:er|or|eur|aar|ist|ant|ent|lid|beheer|advies|back-up)$/;
/** "verzoek tot afhalen van de lijst": too long for what somebody does. */
const isPhrase = (part: string): boolean => isPlain(part) && part.split(" ").length > 4;
const isPlain = (part: string): boolean => /^\p{Ll}[\p{Ll} -]{4,}$/u.test(part) && !/^namens\b/.test(part) && !ORGANISATION.test(part);
const ORGANISATION = /^(?:de |het )?(?:gemeente|provincie|ministerie|waterschap|stichting|vereniging|bureau|bestuur|griffie|college|raad|regio|dienst|afdeling|team|werkgroep|stuurgroep|expertgroep|universiteit|hogeschool|school|politie|brandweer|bibliotheek|museum|fractie|partij|zelfstandig|particulier|inwoner|bewoner)/;

/** Small letters behind a name on a list of who was not there. */
const NOTICE: readonly [RegExp, string][] = [
  [/^m\.? ?[kb]\.?$/, "met kennisgeving"],
  [/^z\.? ?[kb]\.?$/, "zonder kennisgeving"],
];

const isInitialsOf = (part: string, name: string): boolean => {
  if (!/^\p{Lu}[\p{L}]{1,4}$/u.test(part) || !looksLikeAbbreviation(part)) return false;
  const letters = name.split(/[\s-]+/).map((word) => word[0]?.toLowerCase() ?? "");
  return part.toLowerCase()[0] === letters[0] && letters.includes(part.toLowerCase().at(-1) ?? "");
};

/**
 * One entry of an attendance list: "Naam (Organisatie)", "Naam, Organisatie (vz)", "Achternaam, Voornaam", "Naam - Organisatie",
 * "A en B (Organisatie)". Empty when it reads as something else, so that the caller can keep it as text.
 */
export function peopleIn(entry: string): Person[] {
  if (entry.length > LONGEST_ENTRY) return [];
  let text = plainText(entry).replace(/^\(?\d+\s*(?:personen|deelnemers|aanwezigen|leden)\)?[:\s]*/i, "").replace(/[;,.\s]+$/, (tail) => (/\.$/.test(tail) && /\p{Lu}\.$/u.test(entry.trim()) ? "." : "")).trim();
  if (text === "" || isNobody(text)) return [];
  const handle = /^(?:@([\w-]{2,39})|\[~([\w.-]{2,39})\])(?:\s*\(([^()]{2,60})\))?$/.exec(text);
  if (handle) return [{ name: handle[1] ?? handle[2] ?? "", organisation: handle[3] ?? null, role: null, initials: null, note: null }];

  const inside: string[] = [];
  text = text.replace(/\s*[([]([^()[\]]*(?:\([^()]*\)[^()[\]]*)?)[)\]]/g, (_, content: string) => {
    inside.push(content);
    return "\u0001";
  });
  const [head = "", ...tail] = text.split("\u0001");
  const after = tail.join(" ").replace(/^[\s,–-]+|[\s,–-]+$/g, "").trim();
  // "Naam (Organisatie) en Naam hebben aangegeven …" is a sentence about people, not a list of them.
  if (/^(?:en\s+)?\p{Ll}/u.test(after) && after.split(/\s+/).length > 4 && !REMARK.test(after)) return [];
  if (after !== "") inside.push(after);

  let name = head.trim();
  const front = /^(.+?)\s*:\s*(.+)$/.exec(name);
  if (front?.[1] && front[2] && roleOf(front[1])) {
    inside.push(front[1]);
    name = front[2];
  }
  const led = /^((?:plaatsvervangend |plv\.? )?(?:voorzitter|secretaris|notulist|vz|(?:loco-?)?burgemeester|wethouder|gemeentesecretaris|(?:raads)?griffier|raadslid|penningmeester))\s+((?:\p{Lu}|dhr|mevr|mw).*)$/iu.exec(name);
  if (led?.[1] && led[2]) {
    inside.push(led[1]);
    name = led[2];
  }
  const bar = /^(.+?)\s*(?:\s[-–—|/]\s|\s*\|\s*|\t)\s*(.+)$/.exec(name);
  // "T. Beuk - van Els (partij)": two last names, for the organisation stands in parentheses.
  if (bar?.[1] && bar[2] && inside.length > 0 && /\s[-–]\s/.test(name) && /^(?:van|de|den|der|ten|ter|te|in|op)\b.*\p{Lu}/u.test(bar[2])) name = `${bar[1]}-${bar[2]}`;
  else if (bar?.[1] && bar[2]) {
    inside.unshift(bar[2]);
    name = bar[1];
  }
  const titled = organisationAfterVan(name);
  if (titled !== null) {
    inside.unshift(titled.organisation);
    name = titled.name;
  }
  const of = /^((?:dhr|mevr|mw|de heer|mevrouw)\b.*?)\s+van\s+((?:de |het )?\p{Lu}.*)$/iu.exec(name);
  if (of?.[1] && of[2] && inside.length > 0 && /\s|\./.test(of[1]) && looksLikeAbbreviation(of[2].split(" ")[0] ?? "")) {
    inside.unshift(of[2]);
    name = of[1];
  }

  const commas = name.split(/\s*,\s*/);
  if (commas.length > 1) {
    const [first = "", second = "", ...more] = commas;
    const isTurned = looksLikeLastName(first) && !looksLikeAbbreviation(second) && roleOf(second) === null && /^\p{Lu}[\p{L}.'’-]*(?:[\s-]+[\p{L}.'’-]+)*$/u.test(second) && second.split(/\s+/).length <= 4 && !/^(?:gemeente|provincie|ministerie|waterschap|stichting)\b/i.test(second);
    inside.unshift(...(isTurned ? more : commas.slice(1)));
    name = isTurned ? turnedRound(`${first}, ${second}`) : first;
  }
  const shared = name.split(/\s+(?:en|&|and)\s+/).map(bareName);
  // "Naam & lid van de vereniging": whoever is not named is not on the list.
  const [first = ""] = shared;
  if (shared.length === 2 && looksLikeName(first) && /^(?:lid|leden|gast|gasten|collega|twee|een)\b/.test(shared[1] ?? "")) return [{ name: first, ...apartFrom(first, []) }];
  if (!shared.every((one) => looksLikeName(one) || (inside.length > 0 && couldBeName(one)))) return [];
  return shared.map((one) => ({ name: one, ...apartFrom(one, inside) }));
}

const TITLED = /^(?:dhr|mevr|mw|hr|de heer|mevrouw)\b/i;

/** "Dhr. H. Jansen van SKB", "mevrouw De Vries van de Provincie Fryslân": who says dhr. or mevrouw names the organisation with "van". */
function organisationAfterVan(entry: string): { name: string; organisation: string } | null {
  if (!TITLED.test(entry)) return null;
  for (const match of entry.matchAll(/\s+van\s+(?:de\s+|het\s+)?(?=\p{Lu})/gu)) {
    const name = bareName(entry.slice(0, match.index));
    const organisation = entry.slice(match.index + match[0].length).replace(/^["“]|["”]$/g, "").trim();
    if (looksLikeName(name) && /(?:^|\s)\p{Lu}[\p{L}'’-]+$/u.test(name)) return { name, organisation };
  }
  return null;
}

const WITH_ORGANISATION = /^(.+)\s(\p{Lu}[\p{L}’'.-]+(?:\s(?:van|de|der|den|ten|ter|te|het|in|op|’t|'t|von|el|al))*\s\p{Lu}[\p{L}’'-]+)$/u;

/** "Naam | Organisatie Naam | Organisatie …": lines of a table that were pasted together; a name is a first name with what follows it. */
export function peopleBetweenPipes(text: string): Person[] {
  const [first = "", ...rest] = text.split(/\s*\|\s*/).filter((part) => part !== "");
  if (rest.length < 1 || !looksLikeName(first)) return [];
  const people: Person[] = [];
  let name = first;
  rest.forEach((part, index) => {
    const cut = index === rest.length - 1 ? null : WITH_ORGANISATION.exec(part);
    people.push({ name, organisation: cut?.[1] ?? part, role: null, initials: null, note: null });
    name = cut?.[2] ?? "";
  });
  return people.every((person) => looksLikeName(person.name)) ? people : [];
}

/** Everybody in a row of names of which the last stands behind "en": "Bert, Jan en Ilse". */
export const peopleInRow = (text: string): { people: Person[]; left: string[] } => peopleInText(text.replace(/\s+en\s+(?=\p{Lu})/gu, ", "));

/** Everybody in a running text: "Naam (Organisatie), Naam en Naam (Organisatie)", also where a comma was forgotten. */
export function peopleInText(text: string): { people: Person[]; left: string[] } {
  if (text.length > LONGEST_LIST) return { people: [], left: [text] };
  const people: Person[] = [];
  const left: string[] = [];
  for (const entry of withNamesFirst(entriesOf(text.replace(/;\s*(?:verder|tevens|ook)(?: aanwezig)?\s*:\s*/gi, ", ")))) {
    const found = peopleIn(entry);
    if (found.length > 0) people.push(...found);
    else if (!isNobody(entry) && !/^\(?\d+\s*(?:personen|deelnemers|aanwezigen|leden)\)?:?$/i.test(entry.trim())) left.push(entry);
  }
  return { people, left };
}

/** "((RVIG)" and "(RVIG, Naam (UWV)": an organisation whose parenthesis was opened twice or never closed. */
function closed(text: string): string {
  const amountOf = (mark: string): number => text.split(mark).length;
  return amountOf("(") <= amountOf(")") ? text : text.replace(/\(\s*\((?=[^()]*\)(?!\)))/g, "(").replace(/\(([^(),]{2,40}),(?=[^()]*\()/g, "($1),");
}

const DASHED = /^([^()]{2,40}?)\s+[-–—]\s+([^()]{3,60}?)(\s*\(.*)?$/su;

/**
 * "Duindorp - Wim Beuk (vz)" with the organisation in front, as everybody in the list stands: turned into "Wim Beuk (Duindorp)(vz)".
 * It is so when each has one word or letters before the dash and a first and last name behind it.
 */
export function withNamesFirst(entries: readonly string[]): readonly string[] {
  const cut = entries.map((entry) => DASHED.exec(plainText(entry)));
  const isTurned = entries.length > 1 && cut.every((parts) => parts !== null && !/\s/.test((parts[1] ?? "").replace(/\s*\/\s*/g, "/")) && roleOf(parts[1] ?? "") === null && /\s/.test(parts[2] ?? "") && looksLikeName(bareName(parts[2] ?? "")));
  return isTurned ? cut.map((parts) => `${parts?.[2] ?? ""} (${parts?.[1] ?? ""})${parts?.[3] ?? ""}`) : entries;
}

/** Cuts a running list of people at commas and semicolons outside parentheses, and after a parenthesis followed by a capital. */
function entriesOf(text: string): string[] {
  const plain = closed(plainText(text));
  // "(BIZOB; online)" separates nothing but what is told of one person.
  const separator = plain.replace(/[([][^()[\]]*[)\]]/g, "").includes(";") ? ";" : ",";
  const entries: string[] = [];
  let entry = "";
  let depth = 0;
  for (let index = 0; index < plain.length; index++) {
    const letter = plain[index] ?? "";
    if (letter === "(" || letter === "[") depth++;
    if (letter === ")" || letter === "]") depth = Math.max(0, depth - 1);
    const isForgottenComma = letter === " " && depth === 0 && /[)\]]\s*$/.test(entry) && /^\p{Lu}/u.test(plain.slice(index + 1)) && separator === ",";
    const isAnd = depth === 0 && /[)\]]\s*$/.test(entry) && /^\s*en\s+(?:\p{Lu}|de heer\s|de heren\s|de dames\s|mevrouw\s|dhr\b|mevr\b|mw\b|drs\b|(?:dr|mr|ir|ing|prof)\.)/u.test(plain.slice(index));
    const isEnd = letter === "." && depth === 0 && /[)\]\p{Ll}]$/u.test(entry) && /^\.\s+\p{Lu}/u.test(plain.slice(index)) && !/\b(?:dhr|mevr|mw|drs|dr|ir|ing|mr|v\.?d|v)$/i.test(entry) && !/(?:^|[\s.])\p{Lu}\p{Ll}$/u.test(entry);
    if ((letter === separator && depth === 0) || isForgottenComma || isAnd || isEnd) {
      entries.push(entry);
      entry = "";
      if (isAnd) index += /^\s*en\s/.exec(plain.slice(index))?.[0].length ?? 1;
      if (isAnd) index--;
      continue;
    }
    entry += letter;
  }
  entries.push(entry);
  return entries.map((part) => part.trim()).filter((part) => part !== "");
}
