import type { Day } from "../../shared/instant.ts";

/** Where something stood in the source: first and last line, counted from 1. */
export interface Place {
  readonly from: number;
  readonly until: number;
}

export type Presence = "aanwezig" | "afwezig_met_bericht" | "afwezig";

export interface ImportedAttendee {
  readonly name: string;
  readonly organisation: string | null;
  readonly role: string | null;
  readonly initials: string | null;
  /** the sector or other group under which the source lists this person */
  readonly group: string | null;
  /** whatever else the source says: "online", "vanaf 10.30 uur" */
  readonly note: string | null;
  readonly state: Presence;
  readonly place: Place;
}

export type ActionStatus = "open" | "in_progress" | "ongoing" | "optional" | "done" | "dropped" | "unknown";

export interface ImportedAction {
  readonly number: string | null;
  readonly statement: string;
  readonly owners: readonly string[];
  readonly dueText: string | null;
  /** only where the text leaves no doubt */
  readonly dueOn: Day | null;
  readonly statusText: string | null;
  readonly status: ActionStatus;
  readonly note: string | null;
  readonly form: "table" | "list" | "inline" | "checkbox" | "heading";
  readonly place: Place;
}

export interface ImportedDecision {
  readonly number: string | null;
  readonly statement: string;
  /** marked: the source calls it a decision; candidate: ordinary prose that reads like one */
  readonly certainty: "marked" | "candidate";
  readonly place: Place;
}

export interface ImportedQuestion {
  readonly question: string;
  readonly answers: readonly { readonly by: string; readonly answer: string }[];
  readonly place: Place;
}

export interface ImportedItem {
  readonly number: string | null;
  /** null for what stands before the first heading */
  readonly title: string | null;
  /** Markdown, word for word from the source */
  readonly text: string;
  readonly place: Place;
  /** the lines of the source that `text` holds */
  readonly lines: readonly number[];
}

export interface DateSighting {
  readonly day: Day;
  readonly raw: string;
  readonly where: "label" | "heading" | "line" | "file" | "folder" | "text";
  readonly line: number | null;
}

export type Warning =
  | { readonly code: "no-date" | "no-attendance" | "no-headings" }
  | { readonly code: "dates-differ"; readonly days: readonly Day[] }
  | { readonly code: "impossible-date"; readonly raw: string }
  | { readonly code: "email"; readonly line: number }
  | { readonly code: "invited-not-present"; readonly line: number };

export interface ImportedMinutes {
  readonly title: string | null;
  readonly day: Day | null;
  readonly dates: readonly DateSighting[];
  readonly time: string | null;
  readonly location: string | null;
  readonly status: string | null;
  readonly attendance: readonly ImportedAttendee[];
  readonly items: readonly ImportedItem[];
  readonly decisions: readonly ImportedDecision[];
  readonly actions: readonly ImportedAction[];
  readonly questions: readonly ImportedQuestion[];
  readonly agenda: readonly { readonly time: string | null; readonly title: string; readonly place: Place }[];
  readonly warnings: readonly Warning[];
  /** what the reader understood of each line; blank lines are left out */
  readonly lines: ReadonlyMap<number, LineRole>;
  readonly leftAsText: readonly (Place & { readonly text: string })[];
}

export const LINE_ROLES = ["title", "meta", "heading", "attendance", "agenda", "action", "decision", "question", "markup", "text"] as const;
export type LineRole = (typeof LINE_ROLES)[number];
