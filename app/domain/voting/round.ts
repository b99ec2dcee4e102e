import type { Instant } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";
import type { RoundKind } from "./choice.ts";
import type { RuleSet } from "./rule.ts";

export const ROUND_STATES = ["concept", "aangekondigd", "open", "gesloten", "vastgesteld", "gepubliceerd", "ingetrokken", "ongeldig"] as const;
/** What is stored. Whether a round takes ballots, or has closed by the clock, is never stored: see `isOpen` and `phaseOf`. */
export type RoundState = (typeof ROUND_STATES)[number];

/** What decides about a round: its state, its two moments, and who signed the result so far. */
export interface Round {
  readonly id: string;
  readonly bodyId: string;
  readonly kind: RoundKind;
  readonly state: RoundState;
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly rule: RuleSet;
  readonly chairId: string | null;
  readonly secretaryId: string | null;
}

/** Open is a predicate: the state and two moments say it, half-open, so a vote at closing time is too late. */
export const isOpen = ({ state, opensAt, closesAt }: Pick<Round, "state" | "opensAt" | "closesAt">, now: Instant): boolean =>
  state === "open" && opensAt <= now && now < closesAt;

/** A round that ran to its end: the clock passed closing time, whether or not anybody noted it. */
export const hasClosed = ({ state, closesAt }: Pick<Round, "state" | "closesAt">, now: Instant): boolean =>
  ["gesloten", "vastgesteld", "gepubliceerd", "ongeldig"].includes(state) || (state === "open" && closesAt <= now);

export const PHASES = ["concept", "aangekondigd", "wacht", "open", "gesloten", "vastgesteld", "gepubliceerd", "ingetrokken", "ongeldig"] as const;
/** The state as people see it now; `wacht` is opened but not begun. */
export type Phase = (typeof PHASES)[number];

export function phaseOf(round: Pick<Round, "state" | "opensAt" | "closesAt">, now: Instant): Phase {
  if (round.state !== "open") return round.state;
  if (now < round.opensAt) return "wacht";
  return now < round.closesAt ? "open" : "gesloten";
}

export type RoundRefusal =
  | "round-not-concept"
  | "round-changed"
  | "items-stand-fixed"
  | "round-already-opened"
  | "round-not-running"
  | "round-not-closed"
  | "round-not-established"
  | "round-not-ended"
  | "closes-before-it-opens"
  | "closes-in-the-past"
  | "deadline-not-later"
  | "reason-missing"
  | "already-signed"
  | "second-person-needed"
  | "not-everybody-voted"
  | "early-close-not-allowed"
  | "later-step-relies-on-it";

/** Two moments that make a round: closing after opening and in the future. */
export function checkDates(opensAt: Instant, closesAt: Instant, now: Instant): Result<null, RoundRefusal> {
  if (closesAt <= opensAt) return refuse("closes-before-it-opens");
  return closesAt <= now ? refuse("closes-in-the-past") : accept(null);
}

export const announce = (round: Round): Result<"aangekondigd", RoundRefusal> =>
  round.state === "concept" ? accept("aangekondigd") : refuse("round-not-concept");

/** Opening freezes everything; a moment that has passed becomes now, so that the record tells when it really began. */
export function open(round: Round, now: Instant): Result<Instant, RoundRefusal> {
  if (round.state !== "concept" && round.state !== "aangekondigd") return refuse("round-already-opened");
  const opensAt = round.opensAt < now ? now : round.opensAt;
  return round.closesAt <= opensAt ? refuse("closes-in-the-past") : accept(opensAt);
}

/** A deadline only moves away, while the round runs, and with a reason. */
export function extend(round: Round, closesAt: Instant, reason: string, now: Instant): Result<Instant, RoundRefusal> {
  if (round.state !== "open" || hasClosed(round, now)) return refuse("round-not-running");
  if (reason === "") return refuse("reason-missing");
  return closesAt <= round.closesAt ? refuse("deadline-not-later") : accept(closesAt);
}

/** Before closing a round may be withdrawn; its ballots stay. */
export function withdraw(round: Round, reason: string, now: Instant): Result<"ingetrokken", RoundRefusal> {
  const mayStill = round.state === "concept" || round.state === "aangekondigd" || (round.state === "open" && !hasClosed(round, now));
  if (!mayStill) return refuse("round-not-running");
  return reason === "" ? refuse("reason-missing") : accept("ingetrokken");
}

/** After closing a round may be declared invalid, until a later step builds on it. */
export function invalidate(round: Round, reason: string, now: Instant, isReliedOn: boolean): Result<"ongeldig", RoundRefusal> {
  if (round.state === "ongeldig" || round.state === "ingetrokken" || !hasClosed(round, now)) return refuse("round-not-ended");
  if (reason === "") return refuse("reason-missing");
  return isReliedOn ? refuse("later-step-relies-on-it") : accept("ongeldig");
}

/** A round may end early only when its rule set allows it and nobody can still vote for the first time. */
export function closeEarly(round: Round, isComplete: boolean, now: Instant): Result<Instant, RoundRefusal> {
  if (!isOpen(round, now)) return refuse("round-not-running");
  if (!round.rule.earlyClose) return refuse("early-close-not-allowed");
  return isComplete ? accept(now) : refuse("not-everybody-voted");
}

export type SigningRole = "chair" | "secretary";

/**
 * Puts one of the two signatures under the result. `isComplete` is true when the other one was there already:
 * voorzitter and secretaris, two different people.
 */
export function sign(
  round: Round,
  personId: string,
  roles: readonly SigningRole[],
  now: Instant,
): Result<{ readonly role: SigningRole; readonly isComplete: boolean }, RoundRefusal> {
  if ((round.state !== "open" && round.state !== "gesloten") || !hasClosed(round, now)) return refuse("round-not-closed");
  const signed = { chair: round.chairId, secretary: round.secretaryId };
  const role = roles.find((candidate) => signed[candidate] === null);
  if (!role) return refuse("already-signed");
  const other = role === "chair" ? signed.secretary : signed.chair;
  return other === personId ? refuse("second-person-needed") : accept({ role, isComplete: other !== null });
}

export const publish = (round: Round): Result<"gepubliceerd", RoundRefusal> =>
  round.state === "vastgesteld" ? accept("gepubliceerd") : refuse("round-not-established");

/** Who may see the figures of a round: nobody before it closes, its members from then on, everybody once published. */
export const maySeeResult = (round: Pick<Round, "state" | "closesAt">, isMember: boolean, now: Instant): boolean =>
  round.state === "gepubliceerd" || (isMember && hasClosed(round, now));

/** On how many items a seat can vote: not on what was pulled out or where it stepped back; a ranking is one act for all items. */
export function itemsToVoteOn(kind: RoundKind, items: readonly { readonly id: string; readonly pulledAt: Instant | null }[], recusedFrom: readonly string[]): number {
  const open = items.filter(({ id, pulledAt }, index) => pulledAt === null && !recusedFrom.includes(id) && (kind !== "prioritering" || index === 0));
  return open.length;
}
