import type { Actor } from "../access/actor.ts";
import { may } from "../access/policy.ts";
import { isLooser, type Tlp } from "../access/visibility.ts";
import { accept, refuse, type Result } from "../shared/result.ts";
import { systemTransition, transition, TRANSITIONS, type MoveRefusal, type Standing } from "./lifecycle.ts";
import type { ProposalState } from "./proposal.ts";

export interface Mergeable extends Standing {
  readonly id: string;
  readonly tlp: Tlp;
}

export type MergeMove = "withdraw" | "withdraw-for-author" | "supersede";
export type MergeRefusal = MoveRefusal | "not-found" | "other-unknown" | "other-is-same" | "other-body" | "other-ended" | "other-not-adopted" | "looser-label" | "would-leave-behind";

export const MERGED_LISTS = ["components", "needs", "policyAreas", "controls"] as const;
/** What a version hangs on, by kind: onderdelen, behoeften, beleidsvelden, maatregelen. */
export type MergedLists = Readonly<Record<(typeof MERGED_LISTS)[number], readonly string[]>>;

/** What the duplicate names and the one that stays does not. */
export const missingFrom = (stays: MergedLists, goes: MergedLists): MergedLists => ({
  components: goes.components.filter((one) => !stays.components.includes(one)),
  needs: goes.needs.filter((one) => !stays.needs.includes(one)),
  policyAreas: goes.policyAreas.filter((one) => !stays.policyAreas.includes(one)),
  controls: goes.controls.filter((one) => !stays.controls.includes(one)),
});

export const isNothing = (lists: MergedLists): boolean => MERGED_LISTS.every((list) => lists[list].length === 0);

/**
 * How a duplicate ends when it goes up in another proposal: before the vote it is withdrawn, by who may withdraw it; after its
 * adoption it is superseded, but only by what is adopted as well. Nothing ends that the lifecycle does not let end.
 */
export function mergeMove(duplicate: Mergeable, other: Mergeable, actor: Actor, details: { readonly reason: string; readonly askedBy?: string | undefined }): Result<{ readonly move: MergeMove; readonly to: ProposalState }, MergeRefusal> {
  if (!may(actor, "proposal.merge", duplicate)) return refuse("not-allowed");
  if (other.id === duplicate.id) return refuse("other-is-same");
  if (other.bodyId !== duplicate.bodyId) return refuse("other-body");
  if (other.kind !== duplicate.kind) return refuse("wrong-kind");
  if (ENDED.includes(other.state)) return refuse("other-ended");
  if (isLooser(other.tlp, duplicate.tlp)) return refuse("looser-label");
  if (!details.reason.trim()) return refuse("reason-missing");
  if (ADOPTED.includes(duplicate.state)) {
    if (!ADOPTED.includes(other.state)) return refuse("other-not-adopted");
    const moved = systemTransition(duplicate, "supersede", details);
    return moved.ok ? accept({ move: "supersede" as const, to: moved.value }) : moved;
  }
  const move = duplicate.state === "under_discussion" ? ("withdraw-for-author" as const) : ("withdraw" as const);
  const moved = transition(duplicate, move, actor, details);
  return moved.ok ? accept({ move, to: moved.value }) : moved;
}

const ADOPTED: readonly ProposalState[] = TRANSITIONS.supersede.from;
const ENDED: readonly ProposalState[] = ["rejected", "withdrawn", "declined", "superseded"];
