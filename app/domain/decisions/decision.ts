import { strictest, type Tlp } from "../access/visibility.ts";
import { fromDutchLocal } from "../shared/dutch-time.ts";
import type { Day, Instant } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";

export const VALIDITIES = ["geldig", "vervangen", "ingetrokken", "verlopen"] as const;
export type Validity = (typeof VALIDITIES)[number];

/** The number under which the register keeps a decision: `B-2026-014`, counted per calendar year. */
export const decisionNumber = (year: number, sequence: number): string => `B-${year}-${String(sequence).padStart(3, "0")}`;

/** What was voted, as the register shows it beside the dictum. */
export interface Figures {
  readonly for: number;
  readonly against: number;
  readonly abstain: number;
  readonly seatsCast?: number | undefined;
  readonly seats?: number | undefined;
  readonly base?: number | undefined;
  readonly quorumNeeded?: number | undefined;
  readonly needed?: number | null | undefined;
}

/** Whether people outside the body may see it yet: it is published and its embargo has passed. */
export const isPublic = (decision: { readonly publishedAt: Instant | null; readonly embargoUntil: Instant | null }, now: Instant): boolean =>
  decision.publishedAt !== null && (decision.embargoUntil === null || decision.embargoUntil <= now);

/** A decision is as strict as the strictest record that it quotes. Source: domain, "Confidentiality uses TLP 2.0". */
export const labelOfDecision = (own: Tlp, quoted: readonly (Tlp | null | undefined)[]): Tlp => strictest([own, ...quoted.filter((label): label is Tlp => label != null)]);

/** A decision that holds until a day is past it expired; nobody has to write that down. */
export const validityOn = ({ validity, validUntil }: { readonly validity: Validity; readonly validUntil: Day | null }, today: Day): Validity => (validity === "geldig" && validUntil !== null && validUntil < today ? "verlopen" : validity);

/** When the bureau is asked to look at a decision again: at eight in the morning of its review day. */
export const reviewAt = (reviewOn: Day): Instant | null => fromDutchLocal(`${reviewOn}T08:00`);

/** Whether a reminder for that moment is still about the decision as it is. */
export const isReviewDue = (decision: { readonly validity: Validity; readonly reviewOn: Day | null }, at: Instant): boolean => decision.validity === "geldig" && decision.reviewOn !== null && reviewAt(decision.reviewOn) === at;

/** No decision is looked at again, or ends, before the day on which it was taken. Refusals: review-too-early, until-too-early. */
export function checkDays({ decidedOn, reviewOn, validUntil }: { readonly decidedOn: Day; readonly reviewOn: Day | null; readonly validUntil: Day | null }): Result<null, "review-too-early" | "until-too-early"> {
  if (reviewOn !== null && reviewOn < decidedOn) return refuse("review-too-early");
  return validUntil !== null && validUntil < decidedOn ? refuse("until-too-early") : accept(null);
}

/** An embargo hides what nobody outside has seen. What is out stays out: a later moment is refused. Refusal: embargo-too-late. */
export function checkEmbargo(decision: { readonly embargoUntil: Instant | null; readonly isOut: boolean }, wanted: Instant | null, now: Instant): Result<null, "embargo-too-late"> {
  return decision.isOut && wanted !== null && wanted > now && wanted !== decision.embargoUntil ? refuse("embargo-too-late") : accept(null);
}

export type ValidityRefusal = "already-so" | "decision-not-valid" | "replacement-missing" | "replaces-itself";

/**
 * Ends the validity of a decision. Only a valid decision can end, and never twice; a replaced one names its replacement.
 * Refusals: decision-not-valid, replacement-missing, replaces-itself.
 */
export function endValidity(
  decision: { readonly id: string; readonly validity: Validity },
  to: Exclude<Validity, "geldig">,
  replacedBy: string | null,
): Result<{ readonly validity: Validity; readonly replacedBy: string | null }, ValidityRefusal> {
  if (decision.validity === to) return refuse("already-so");
  if (decision.validity !== "geldig") return refuse("decision-not-valid");
  if (to !== "vervangen") return accept({ validity: to, replacedBy: null });
  if (replacedBy === null) return refuse("replacement-missing");
  return replacedBy === decision.id ? refuse("replaces-itself") : accept({ validity: to, replacedBy });
}

/** The year of the register in which a decision of this day stands. */
export const yearOf = (day: Day): number => Number(day.slice(0, 4));
