import type { Instant } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";

export const MEETING_STATES = ["gepland", "agenda_verstuurd", "gaande", "gehouden", "notulen_concept", "vastgesteld", "gepubliceerd", "geannuleerd"] as const;
export type MeetingState = (typeof MEETING_STATES)[number];

/** From its start on: what was decided can be said to be decided there. */
export const STARTED_STATES = ["gaande", "gehouden", "notulen_concept", "vastgesteld", "gepubliceerd"] as const satisfies readonly MeetingState[];
export const hasStarted = (state: MeetingState): boolean => (STARTED_STATES as readonly MeetingState[]).includes(state);

/** What can be done to a meeting, and in which of its states. One table, so that page and command never disagree. */
const ALLOWED = {
  change: ["gepland", "agenda_verstuurd"],
  cancel: ["gepland", "agenda_verstuurd"],
  "change-agenda": ["gepland", "agenda_verstuurd", "gaande"],
  "send-agenda": ["gepland", "agenda_verstuurd"],
  reply: ["gepland", "agenda_verstuurd"],
  start: ["gepland", "agenda_verstuurd"],
  close: ["gaande"],
  run: ["gaande"],
  note: ["gaande", "gehouden"],
  attend: ["gaande", "gehouden", "notulen_concept"],
  write: ["gaande", "gehouden", "notulen_concept"],
  record: ["gaande", "gehouden", "notulen_concept"],
  share: ["gehouden"],
  suggest: ["notulen_concept"],
  answer: ["notulen_concept"],
  adopt: ["notulen_concept"],
  publish: ["vastgesteld"],
  correct: ["vastgesteld", "gepubliceerd"],
} as const satisfies Record<string, readonly MeetingState[]>;

export type MeetingStep = keyof typeof ALLOWED;

export type StepRefusal = "meeting-wrong-state";

/** Whether this step fits the state the meeting is in. Source: domain, "Meetings". */
export const allows = (state: MeetingState, step: MeetingStep): boolean => (ALLOWED[step] as readonly MeetingState[]).includes(state);

export const admit = (state: MeetingState, step: MeetingStep): Result<MeetingStep, StepRefusal> => (allows(state, step) ? accept(step) : refuse("meeting-wrong-state"));

/** Minutes are frozen from adoption on; what comes later is an erratum. */
export const isFrozen = (state: MeetingState): boolean => state === "vastgesteld" || state === "gepubliceerd";

/** Members read along from the shared concept; the rest of the world from publication. */
export const mayReadMinutes = (state: MeetingState, { isMember, isSecretary }: { isMember: boolean; isSecretary: boolean }): boolean => {
  if (state === "gepubliceerd") return true;
  if (isSecretary) return ["gaande", "gehouden", "notulen_concept", "vastgesteld"].includes(state);
  return isMember && (state === "notulen_concept" || state === "vastgesteld");
};

/** Outside the body the agenda is known once it was sent. */
export const mayReadAgenda = (state: MeetingState, isMember: boolean): boolean => isMember || (state !== "gepland" && state !== "geannuleerd");

export type PlanRefusal = "ends-before-it-starts" | "title-missing";

/** A meeting ends after it starts and on the same or the next day. */
export function checkPlan({ title, startsAt, endsAt }: { title: string; startsAt: Instant; endsAt: Instant }): Result<null, PlanRefusal> {
  if (title.trim() === "") return refuse("title-missing");
  return endsAt <= startsAt ? refuse("ends-before-it-starts") : accept(null);
}

export type AdoptionRefusal = StepRefusal | "corrections-open" | "needs-chair-or-meeting" | "meeting-not-suitable";

/**
 * Minutes are adopted by a later meeting of the same body, or by the voorzitter over what the secretaris wrote; not before every correction
 * has its answer. Refusals: meeting-wrong-state, corrections-open, needs-chair-or-meeting, meeting-not-suitable.
 */
export function adopt(
  meeting: { readonly id: string; readonly state: MeetingState; readonly bodyId: string; readonly startsAt: Instant; readonly openCorrections: number },
  by: { readonly isChair: boolean; readonly meeting: { readonly id: string; readonly bodyId: string; readonly state: MeetingState; readonly startsAt: Instant } | null },
): Result<"vastgesteld", AdoptionRefusal> {
  if (!allows(meeting.state, "adopt")) return refuse("meeting-wrong-state");
  if (meeting.openCorrections > 0) return refuse("corrections-open");
  if (by.meeting === null) return by.isChair ? accept("vastgesteld") : refuse("needs-chair-or-meeting");
  const isLater = by.meeting.id !== meeting.id && by.meeting.bodyId === meeting.bodyId && by.meeting.startsAt > meeting.startsAt;
  return isLater && hasStarted(by.meeting.state) ? accept("vastgesteld") : refuse("meeting-not-suitable");
}
