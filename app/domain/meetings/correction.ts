import { accept, refuse, type Result } from "../shared/result.ts";
import { allows, type MeetingState } from "./meeting.ts";

export const DISPOSITIONS = ["adopted", "partly", "not"] as const;
/** overgenomen, deels overgenomen, niet overgenomen */
export type Disposition = (typeof DISPOSITIONS)[number];

/** What an attendee wants changed: the passage as it reads now, and how it should read. An empty passage says that something is missing. */
export interface Suggested {
  readonly passage: string;
  readonly suggestion: string;
}

export type CorrectionRefusal = "meeting-wrong-state" | "suggestion-missing" | "nothing-changes" | "passage-not-found";

/**
 * Whether somebody may ask for this in the concept of the minutes. The passage is quoted from the text; what stands out of sight of the reader
 * (signs of Markdown, line ends) does not count. Refusals: meeting-wrong-state, suggestion-missing, nothing-changes, passage-not-found.
 */
export function checkSuggestion(state: MeetingState, text: string, { passage, suggestion }: Suggested): Result<null, CorrectionRefusal> {
  if (!allows(state, "suggest")) return refuse("meeting-wrong-state");
  if (passage.trim() === "" && suggestion.trim() === "") return refuse("suggestion-missing");
  if (asRead(passage) === asRead(suggestion)) return refuse("nothing-changes");
  return asRead(text).includes(asRead(passage)) ? accept(null) : refuse("passage-not-found");
}

/** Words as a reader sees them: without the signs of Markdown, and with one space between them. */
export const asRead = (text: string): string =>
  text
    .replace(/!?\[([^[\]]*)\]\([^()]*\)/g, "$1")
    .replace(/^[ \t]*(?:#{1,6}|[-*+>]|\d{1,3}[.)])[ \t]+/gm, "")
    .replace(/[*_`~\\]/g, "")
    .replace(/\s+/g, " ")
    .trim();

/** The text with the passage replaced, or null when it does not stand there exactly once: then a person has to look. An empty passage adds the words as a new paragraph. */
export function withSuggestion(text: string, { passage, suggestion }: Suggested): string | null {
  if (passage.trim() === "") return `${text.trimEnd()}\n\n${suggestion.trim()}`.trim();
  const at = text.indexOf(passage);
  if (at === -1 || text.includes(passage, at + 1)) return null;
  return text.slice(0, at) + suggestion + text.slice(at + passage.length);
}

export type AnswerRefusal = "meeting-wrong-state" | "correction-closed" | "answer-missing" | "passage-not-found";

/** One answer to each: adopted, partly or not; whoever does not get what they asked for is told why. Refusals: meeting-wrong-state, correction-closed, answer-missing. */
export function checkAnswer(state: MeetingState, correction: { readonly isOpen: boolean }, { disposition, answer }: { readonly disposition: Disposition; readonly answer: string }): Result<null, AnswerRefusal> {
  if (!allows(state, "answer")) return refuse("meeting-wrong-state");
  if (!correction.isOpen) return refuse("correction-closed");
  return disposition !== "adopted" && answer.trim() === "" ? refuse("answer-missing") : accept(null);
}
