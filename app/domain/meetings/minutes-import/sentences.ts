import { plainText } from "./plain.ts";

const ABBREVIATION = /(?:\b(?:bijv|nr|nrs|dhr|mevr|mw|drs|ir|ing|mr|dr|prof|ca|incl|excl|evt|resp|jl|blz|art|max|min|div|etc|vgl|aug|sept?|okt|nov|dec|jan|febr?|mrt|apr)|\b\p{L}(?:\.\p{L})+|\b\p{L})\.$/iu;

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
  const close = (end: number) => {
    const part = text.slice(start, end);
    if (part.trim() !== "") {
      const lead = /^\s*/.exec(part)?.[0].length ?? 0;
      sentences.push({ text: part.trim().replace(/\s+/g, " "), from: lines(text.slice(0, start + lead)), until: lines(text.slice(0, start + part.trimEnd().length)) });
    }
    start = end;
  };
  for (const match of text.matchAll(/[.!?]["'”’)*_\]]*(?=\s+["'“‘(*_[]*\p{Lu})|<br\s*\/?>|\n(?=\s*[-*•→⇒]\s)|(?<=[.!?:])\n|\n(?=\s*\p{Lu})/giu)) {
    const end = match.index + match[0].length;
    // A line is cut off before a capital only when it is too short to have been wrapped.
    if (match[0] === "\n" && !/[.!?:]$/.test(text.slice(0, match.index)) && !/^\s*[-*•→⇒]\s/.test(text.slice(end)) && (match.index - (text.lastIndexOf("\n", match.index - 1) + 1) > 60 || !/^\s*\p{Lu}/u.test(text.slice(end)))) continue;
    if (match[0].startsWith(".") && ABBREVIATION.test(text.slice(start, match.index + 1))) continue;
    close(end);
  }
  close(text.length);
  return sentences;
}

const lines = (text: string): number => text.split("\n").length - 1;

/** Whether a line was wrapped: it stops in the middle, and what follows is no label of its own. */
export const isContinued = (line: string, following: string): boolean =>
  !/(?:[.!?:;]["'”’*_]*|[)\]])\s*$/.test(line.trim()) && (/^\s*[\p{Ll}(]/u.test(following) || (/^\s*[\p{Lu}\d]/u.test(following) && plainText(line).length >= 40 && !/^[^.]{0,40}:/.test(plainText(following)) && !/^\s*\d+[.)]\s/.test(following)));
