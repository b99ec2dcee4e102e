import { plainText } from "./plain.ts";

const ABBREVIATION = /(?:\b(?:bijv|nr|nrs|dhr|mevr|mw|drs|ir|ing|mr|dr|prof|ca|incl|excl|evt|resp|jl|blz|art|max|min|div|etc|vgl|aug|sept?|okt|nov|dec|jan|febr?|mrt|apr)|\b\p{L}(?:\.\p{L})+|\b\p{L})\.$/iu;

/** No abbreviation is longer, so that a long text is not searched again for each of its points. */
const LONGEST = 30;

export interface Sentence {
  readonly text: string;
  /** lines counted from the start of the text, from 0 */
  readonly from: number;
  readonly until: number;
}

/** Cuts a text in sentences and keeps the lines each one came from. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const lineAt = lineCounter(text);
  const close = (end: number) => {
    const part = text.slice(start, end);
    if (part.trim() !== "") {
      const lead = /^\s*/.exec(part)?.[0].length ?? 0;
      sentences.push({ text: part.trim().replace(/\s+/g, " "), from: lineAt(start + lead), until: lineAt(start + part.trimEnd().length) });
    }
    start = end;
  };
  for (const match of text.matchAll(/[.!?]["'”’)*_\]]*(?=\s+["'“‘(*_[]*\p{Lu})|<br\s*\/?>|\n(?=\s*[-*•→⇒]\s)|(?<=[.!?:])\n|\n(?=\s*\p{Lu})/giu)) {
    const end = match.index + match[0].length;
    // A line is cut off before a capital only when it is too short to have been wrapped.
    if (match[0] === "\n" && !".!?:".includes(text[match.index - 1] ?? " ") && !/^\s*[-*•→⇒]\s/.test(text.slice(end)) && (match.index - (text.lastIndexOf("\n", match.index - 1) + 1) > 60 || !/^\s*\p{Lu}/u.test(text.slice(end)))) continue;
    if (match[0].startsWith(".") && ABBREVIATION.test(text.slice(Math.max(start, match.index - LONGEST), match.index + 1))) continue;
    close(end);
  }
  close(text.length);
  return sentences;
}

/** Line ends before a place in the text; asked for places that only go forward. */
function lineCounter(text: string): (place: number) => number {
  let [line, at] = [0, text.indexOf("\n")];
  return (place) => {
    for (; at !== -1 && at < place; at = text.indexOf("\n", at + 1)) line++;
    return line;
  };
}

/** Whether a line was wrapped: it stops in the middle, and what follows is no label of its own. */
export const isContinued = (line: string, following: string): boolean =>
  !/(?:[.!?:;]["'”’*_]*|[)\]])\s*$/.test(line.trim()) && (/^\s*[\p{Ll}(]/u.test(following) || (/^\s*[\p{Lu}\d]/u.test(following) && plainText(line).length >= 40 && !/^[^.]{0,40}:/.test(plainText(following)) && !/^\s*\d+[.)]\s/.test(following)));
