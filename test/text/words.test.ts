import { readFileSync, readdirSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";

const folder = new URL("../../app/text/", import.meta.url);

/** Every text that app/text holds, as a reader meets it: what is filled in later stands there as "…". */
const texts: readonly { readonly file: string; readonly text: string }[] = readdirSync(folder).flatMap((file) => {
  const found: { file: string; text: string }[] = [];
  const look = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node)) found.push({ file, text: node.text });
    if (ts.isTemplateExpression(node)) found.push({ file, text: node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join("") });
    ts.forEachChild(node, look);
  };
  look(ts.createSourceFile(file, readFileSync(new URL(file, folder), "utf8"), ts.ScriptTarget.Latest, true));
  return found;
});

const LONGEST_SENTENCE = 20;

/** Sentences that may be longer, each with why. */
const ALLOWED_LONGER: Readonly<Record<string, string>> = {};

const sentencesOf = (text: string): string[] => text.split(/(?<=[.!?])\s+|\n+/);
const wordsOf = (sentence: string): string[] => sentence.split(/\s+/).filter((word) => /[\p{L}\p{N}…]/u.test(word));

test("a sentence has at most twenty words", () => {
  const long = texts.flatMap(({ file, text }) => sentencesOf(text).filter((sentence) => wordsOf(sentence).length > LONGEST_SENTENCE && !(sentence in ALLOWED_LONGER)).map((sentence) => `${file}: ${sentence}`));
  expect(long).toEqual([]);
});

/** Words of the office that a reader at B1 stumbles over, with what we write instead. */
const AVOIDED: Readonly<Record<string, string>> = {
  middels: "met", teneinde: "om", derhalve: "daarom", conform: "volgens", inzake: "over", betreffende: "over", alsmede: "en", tevens: "ook", "dient te": "moet", "dienen te": "moeten", "ten behoeve van": "voor", "met betrekking tot": "over", "ten aanzien van": "over", "door middel van": "met",
  "in het kader van": "voor", "op grond van": "door", "indien": "als", "reeds": "al", "thans": "nu", "echter": "maar", "hetgeen": "wat", "welke reden": "waarom", "desbetreffende": "dit", "voornoemde": "dit", "omtrent": "over", "aangaande": "over", "dusdanig": "zo", "ingevolge": "volgens", "krachtens": "volgens",
  "nader": "later", "geschieden": "gebeuren", "verstrekken": "geven", "aanvangen": "beginnen", "mits dien": "als", "zulks": "dit", "doch": "maar", "terzake": "hierover", "hiertoe": "hiervoor", "waarnaar": "naar wat",
};

test("no text uses a word of the office", () => {
  const used = texts.flatMap(({ file, text }) => Object.entries(AVOIDED).filter(([word]) => new RegExp(`(?<![\\p{L}-])${word}(?![\\p{L}-])`, "iu").test(text)).map(([word, better]) => `${file}: "${word}" (${better}) in: ${text}`));
  expect(used).toEqual([]);
});

test("the portal says u, never je or jij", () => {
  const familiar = texts.filter(({ text }) => /(?<![\p{L}-])(?:je|jij|jou|jouw|jullie|jezelf)(?![\p{L}-])/iu.test(text));
  expect(familiar).toEqual([]);
});

/** One word for one thing, as the glossary has it. */
const ONE_WORD: readonly { readonly not: RegExp; readonly but: string }[] = [
  // "In stemming" is the name of a state of a proposal.
  { not: /(?<!\bin )(?<![\p{L}])stemming(?:en)?(?![\p{L}])/iu, but: "stemronde, of stem" },
  { not: /(?<![\p{L}])motie|(?<![\p{L}])poll(?![\p{L}])|enquête/iu, but: "voorstel, peiling" },
  { not: /commissie|werkgroep|comité/iu, but: "gremium" },
  { not: /(?<![\p{L}])meeting|bijeenkomst|werksessie/iu, but: "vergadering" },
  { not: /(?<![\p{L}])item(?:s)?(?![\p{L}])/iu, but: "agendapunt, onderdeel" },
  { not: /(?<![\p{L}])beslissing|(?<![\p{L}])resolutie/iu, but: "besluit" },
  { not: /(?<![\p{L}])verslag(?:en)?(?![\p{L}])/iu, but: "notulen" },
  { not: /(?<![\p{L}])todo|actielijst|taken(?:lijst)/iu, but: "actiepunt" },
  { not: /(?<![\p{L}])(?:user|gebruiker|ticket|account(?:je)s?naam)(?![\p{L}])/iu, but: "persoon, account" },
  { not: /(?<![\p{L}])(?:requirement|feature|feedback|deadline|draft|proposal|update|upload|submit|login|log-in)(?![\p{L}])/iu, but: "een Nederlands woord" },
];

/** Not a code, and not a command that is to be typed. */
const isForReaders = (text: string): boolean => /\s|^[A-Z]/.test(text) && !text.startsWith("npm run");

test("one thing has one word", () => {
  const other = texts.flatMap(({ file, text }) => ONE_WORD.filter(({ not }) => isForReaders(text) && not.test(text)).map(({ but, not }) => `${file}: ${text} (${not.exec(text)?.[0]}: ${but})`));
  expect(other).toEqual([]);
});

test("the words are looked at in every file with texts", () => {
  expect(texts.length).toBeGreaterThan(800);
  expect(new Set(texts.map(({ file }) => file)).size).toBeGreaterThan(20);
});
