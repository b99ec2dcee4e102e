import type { Role } from "../access/actor.ts";
import type { Instant } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";
import { isChoiceOf, WITHDRAWN } from "./choice.ts";
import { parseRanking } from "./ranked-choice.ts";
import { isOpen, type Round } from "./round.ts";

/**
 * In which role somebody casts for a seat: as one of its holders, with a volmacht, or (the secretaris) writing down what the seat
 * said by phone or letter.
 */
export type CasterRole = Extract<Role, "chair" | "member" | "substitute" | "secretary"> | "proxy";

/** Who overrules whom: nobody overrules a ballot of a higher rank that still counts. Source: voting, "Units" and "Proxy". */
const RANK: Record<CasterRole, number> = { proxy: 0, secretary: 1, substitute: 2, member: 3, chair: 3 };

export interface Casting {
  readonly round: Pick<Round, "kind" | "state" | "opensAt" | "closesAt" | "rule">;
  readonly now: Instant;
  /** whether the seat stands in the frozen electorate */
  readonly isSeatInRound: boolean;
  readonly isRecused: boolean;
  readonly isPulled: boolean;
  /** the caster's current role for this seat, or null */
  readonly role: CasterRole | null;
  /** the last ballot of this seat on this item, if any */
  readonly latest: { readonly choice: string; readonly casterRole: string } | null;
  readonly frozenHash: string;
  readonly textHash: string;
  readonly choice: string;
  readonly motivation: string;
  readonly condition: string;
  /** in a prioritering: what can be ranked; none for an item that the ranking does not hang on */
  readonly options?: readonly string[];
}

export type BallotRefusal =
  | "not-holder"
  | "seat-not-in-round"
  | "round-not-open"
  | "item-pulled"
  | "seat-recused"
  | "member-has-voted"
  | "principal-has-voted"
  | "text-changed"
  | "unknown-choice"
  | "motivation-required"
  | "condition-required"
  | "condition-quote-unknown"
  | "nothing-to-withdraw"
  | "ranking-unclear"
  | "nonce-reused";

/**
 * Whether this ballot may go in. Standing comes first, so that an outsider learns nothing of the round; the text comes
 * before the words, so that nobody is asked to motivate a vote on another text. Source: voting, "Casting".
 */
export function admitBallot(casting: Casting): Result<null, BallotRefusal> {
  const refusal = problemOfStanding(casting) ?? problemOfWords(casting);
  return refusal ? refuse(refusal) : accept(null);
}

/** Whether a seat may take its ballot back: the same standing, and there must be something to take back. */
export function admitWithdrawal(casting: Omit<Casting, "choice" | "motivation" | "condition" | "textHash">): Result<null, BallotRefusal> {
  const refusal = problemOfStanding(casting);
  if (refusal) return refuse(refusal);
  return casting.latest && casting.latest.choice !== WITHDRAWN ? accept(null) : refuse("nothing-to-withdraw");
}

function problemOfStanding(casting: Omit<Casting, "choice" | "motivation" | "condition" | "textHash">): BallotRefusal | null {
  const { round, now, role, latest } = casting;
  if (role === null) return "not-holder";
  if (!casting.isSeatInRound) return "seat-not-in-round";
  if (!isOpen(round, now)) return "round-not-open";
  if (casting.isPulled) return "item-pulled";
  if (casting.isRecused) return "seat-recused";
  const isOverruling = latest !== null && latest.choice !== WITHDRAWN && RANK[role] < rankOf(latest.casterRole);
  if (!isOverruling) return null;
  return role === "substitute" ? "member-has-voted" : "principal-has-voted";
}

/** Whether confirming the same choice would change nothing: it was already cast by somebody whom this role does not overrule. Source: voting, "Units" and "Proxy". */
export const isCastAtLeastBy = (casterRole: string, role: CasterRole): boolean => rankOf(casterRole) >= RANK[role];

/**
 * Whether who votes with a volmacht may see what was cast for the seat: only the own vote, for the seat itself and the secretaris
 * cast in confidence too. Source: voting, "Secrecy".
 */
export const isSeenWith = (proxySeatId: string | null, ballot: { readonly proxySeatId: string | null }): boolean => proxySeatId === null || ballot.proxySeatId === proxySeatId;

/** A role that the house no longer knows was a holder's. */
const rankOf = (role: string): number => (Object.hasOwn(RANK, role) ? RANK[role as CasterRole] : RANK.member);

function problemOfWords({ round, choice, motivation, condition, textHash, frozenHash, options = [] }: Casting): BallotRefusal | null {
  if (textHash !== frozenHash) return "text-changed";
  if (round.kind === "prioritering") return parseRanking(choice, options) === null ? "ranking-unclear" : null;
  if (!isChoiceOf(round.kind, choice)) return "unknown-choice";
  if (choice === "akkoord_mits" && condition === "") return "condition-required";
  return round.rule.motivation.includes(choice) && motivation === "" && choice !== "akkoord_mits" ? "motivation-required" : null;
}

/** The role that casts when somebody holds the seat in more than one way: a lid goes before a plaatsvervanger. */
export const castingRole = (roles: readonly Role[]): CasterRole | null =>
  (["member", "chair", "substitute"] as const).find((role) => roles.includes(role)) ?? null;

/** A receipt that somebody can read out: the first sixteen base32 characters of the record's hash. Source: security §2.3. */
export function receiptOf(hash: string): string {
  const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = BigInt(`0x${hash}`) >> BigInt(hash.length * 4 - 80);
  const letters = Array.from({ length: 16 }, (_, place) => ALPHABET[Number((bits >> BigInt(75 - 5 * place)) & 31n)] ?? "");
  return letters.join("").replace(/(.{4})(?=.)/g, "$1-");
}
