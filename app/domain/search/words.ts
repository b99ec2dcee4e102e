/** The most words of a question that are looked at; more only makes it slower. */
const MOST_WORDS = 8;

/** What somebody asked, as words to find: lower case, without accents or signs, each once. */
export function wordsOf(question: string): readonly string[] {
  const words = fold(question)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
  const telling = words.filter((word) => !SILENT.has(word));
  return [...new Set(telling.length > 0 ? telling : words)].slice(0, MOST_WORDS);
}

/** Words that stand in nearly every text; asking for them finds nothing in particular. */
const SILENT = new Set("aan als bij dat de der die dit door een en er het hij ik in is je maar me met na niet nu of om op over te tot uit van voor was wat we wel wij zijn zo".split(" "));

/** Lower case and without accents, letter by letter, so that a place in the one is the same place in the other. */
export const fold = (text: string): string =>
  Array.from(text, (letter) => {
    const plain = letter.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
    return plain.length === letter.length ? plain : letter.toLowerCase().slice(0, letter.length).padEnd(letter.length);
  }).join("");

/** A piece of a text, and whether it is one of the words that were asked for. */
export interface Piece {
  readonly text: string;
  readonly isMatch: boolean;
}

/** The whole text in pieces, with the words that were asked for marked. */
export function markWords(text: string, words: readonly string[]): readonly Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const { 0: found, index } of fold(text).matchAll(/[\p{L}\p{N}]+/gu)) {
    if (!words.some((word) => isSameWord(found, word))) continue;
    if (index > at) pieces.push({ text: text.slice(at, index), isMatch: false });
    pieces.push({ text: text.slice(index, index + found.length), isMatch: true });
    at = index + found.length;
  }
  if (at < text.length) pieces.push({ text: text.slice(at), isMatch: false });
  return pieces;
}

/** The part of a text around the first word that was asked for, marked; from the beginning when none stands in it. */
export function snippet(text: string, words: readonly string[], length = 220): readonly Piece[] {
  const first = [...fold(text).matchAll(/[\p{L}\p{N}]+/gu)].find(({ 0: found }) => words.some((word) => isSameWord(found, word)));
  const start = startOfWord(text, Math.max(0, (first?.index ?? 0) - Math.floor(length / 4)));
  const end = endOfWord(text, start + length);
  return markWords(`${start > 0 ? "… " : ""}${text.slice(start, end)}${end < text.length ? " …" : ""}`, words);
}

/** The search finds the beginning of a word, and in Dutch also its stem: "voorstellen" finds "voorstel". */
function isSameWord(found: string, asked: string): boolean {
  if (found.startsWith(asked)) return true;
  return asked.length > 4 && found.length >= 4 && asked.startsWith(found);
}

const startOfWord = (text: string, from: number): number => (from === 0 ? 0 : text.indexOf(" ", from) + 1 || from);
const endOfWord = (text: string, from: number): number => {
  if (from >= text.length) return text.length;
  const space = text.lastIndexOf(" ", from);
  return space > 0 ? space : from;
};
