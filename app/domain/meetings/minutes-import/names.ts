import { plainText } from "./plain.ts";

const PREFIX = "(?:van|de|den|der|ten|ter|te|het|in|op|'t|’t|‘t|v\\.?d\\.?|v\\.?|von|du|la|le|el|al|di|da|dos|bij|uit|aan|tot|zu|zum|mac|ben|bin)";
const LEADING_PREFIXES = new RegExp(`^((?:${PREFIX}\\s+)+)(?=\\S)`, "i");
const ONLY_PREFIXES = new RegExp(`^(?:${PREFIX}\\s*)+$`, "i");
const WORD = "(?:\\p{Lu}[\\p{L}'’.-]*|d['’]\\p{Lu}[\\p{L}-]*)";
const NAME = new RegExp(`^(?:${WORD}|${PREFIX})(?:[\\s-]+(?:${WORD}|${PREFIX}))*$`, "u");
const TITLES = /^(?:de heren|de heer|de dames|mevrouw|meneer|dhr|mevr|mw|hr|drs|dr|mr|ing|ir|prof)\b\.?\s+/i;
const NO_NAME =
  /\b(?:geen|volgt|iedereen|allen|alle|diverse|overige|leden|personen|deelnemers|zie|link|besluit|actie|punt|agenda|notulen|verslag|volgende|overleg|vergadering|stuurgroep|werkgroep|klankbordgroep|projectgroep|regiegroep|presentatie|vraag|vragen|welkom|opening|rondvraag|mededelingen|the|and)\b/i;

/** No one: what a secretary writes when a list is empty. */
export const isNobody = (text: string): boolean => /^(?:[-–—.…?]*|geen|niemand|n\.?v\.?t\.?|nvt|nog invullen|tbd|volgt|onbekend|niet van toepassing|geen afmeldingen|geen afwezigen|-)$/i.test(plainText(text).replace(/[.:]$/, ""));

/** "Bijen, Antoon" and "van der Plas, Martin" the way people say them; anything else unchanged. */
export function turnedRound(name: string): string {
  const [last = "", first = "", ...more] = name.split(",").map((part) => part.trim());
  if (first === "" || more.length > 0) return name;
  return fullName(first, last);
}

/** First name, optional prefix and last name as one: "Plas, van der" and "Van der Plas" both give "van der Plas". */
export function fullName(first: string, last: string, prefix = ""): string {
  let family = last.replace(/^(.*?),\s*(.+)$/, "$2 $1").trim();
  let given = first.trim();
  const tail = new RegExp(`\\s+((?:${PREFIX}\\s*)+)$`, "i").exec(given);
  if (tail?.[1]) {
    given = given.slice(0, tail.index);
    family = `${tail[1].trim()} ${family}`;
  }
  const own = LEADING_PREFIXES.exec(family);
  if (own?.[1] && given !== "") family = own[1].toLowerCase() + family.slice(own[1].length);
  return [given, prefix.trim().toLowerCase(), family].filter((part) => part !== "").join(" ");
}

const LONGEST_NAME = 300;

/** Without "dhr.", e-mail address, a leading @ and closing marks. */
export const bareName = (text: string): string => {
  // Longer than any name with its address: searching it for one would take long, and it is none.
  if (text.length > LONGEST_NAME) return text;
  let name = text.replace(/<?(?:mailto:)?[^\s@<>()]+@[^\s@<>()]+\.[a-z]{2,}>?/gi, " ").replace(/^[@\s]+/, "").replace(/(?<=\p{L})_(?=\p{Lu})/gu, " ").replace(/\s+/g, " ").trim();
  for (let before = ""; before !== name && TITLES.test(name); ) {
    before = name;
    name = name.replace(TITLES, "");
  }
  return name.replace(/(?<=\p{Ll})\s+(?:mpa|mba|msc|bsc|llm|ma|ba|phd|ra|rc)$/u, "").replace(/[\s.,;:–-]+$/, (tail) => (/\.$/.test(tail) && /(?:^|[\s.])\p{Lu}\.$/u.test(name) ? "." : "")).trim();
};

/** Whether this reads as the name of a person rather than a sentence, a group or a number. */
export function looksLikeName(text: string): boolean {
  const name = text.trim();
  if (name.length < 2 || name.length > 60 || /[\d!?:;/|]/.test(name) || NO_NAME.test(name) || ONLY_PREFIXES.test(name)) return false;
  const words = name.split(/\s+/);
  if (words.length > 7) return false;
  return NAME.test(name.replace(/["“”]/g, "")) && /\p{Lu}/u.test(name);
}

/** A name with a slip of the pen or an unknown word before the last name: "Paul dan der Zijden". Only where something else says that it is a person. */
export const couldBeName = (text: string): boolean => /^\p{Lu}[\p{L}.'’-]+(?:\s(?!en\b|of\b|is\b|met\b|als\b|dat\b|om\b)\p{Ll}{2,3}){1,3}\s\p{Lu}[\p{L}'’-]+$/u.test(text.trim()) && !NO_NAME.test(text);

/** "Maxime coppens": a last name that somebody typed without a capital. Only among other names. */
export const couldBeWithoutCapital = (text: string): boolean =>
  /^\p{Lu}\p{Ll}+ \p{Ll}{4,}$/u.test(text) && !NO_NAME.test(text) && !/^(?:gemeente|provincie|ministerie|waterschap|stichting|vereniging|bureau|team|afdeling|dienst|bestuur|college|regio|namens)\b|\b(?:aanwezig|afwezig|verhinderd|online|digitaal|later|vanaf|volgen)$/i.test(text);

/** One bare word that can only be a last name, or prefixes with a last name. */
export const looksLikeLastName = (text: string): boolean => {
  const rest = text.trim().replace(LEADING_PREFIXES, "");
  return /^\p{Lu}[\p{L}'’-]+(?:[ -]\p{Lu}[\p{L}'’-]+)?$/u.test(rest) && (LEADING_PREFIXES.test(text.trim()) || !/\s/.test(rest));
};

/** VNG, RvIG, KvK, minBZK, BKWI: letters that stand for an organisation, not for a first name. */
export const looksLikeAbbreviation = (text: string): boolean => /^(?:min)?(?=.*\p{Lu}.*\p{Lu})[\p{L}\d.&/+-]{2,12}$/u.test(text.trim()) && !/^\p{Lu}\p{Ll}+-\p{Lu}\p{Ll}+$/u.test(text.trim());
