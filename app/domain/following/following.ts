import type { ProposalState } from "../proposals/proposal.ts";

export const FOLLOWED_KINDS = ["proposal", "body", "component", "need", "initiative", "roadmap_item", "organisation", "round", "meeting", "requirement_set"] as const;
export type FollowedKind = (typeof FOLLOWED_KINDS)[number];

/** What people write in an address for this subject: a number, a slug, a code or an id. */
export interface FollowedSubject {
  readonly kind: FollowedKind;
  readonly reference: string;
}

export const NEWS_KINDS = ["state", "version", "comment", "amendment", "amendment-handled", "comment-answered", "decision", "initiative", "roadmap", "milestone", "progress", "round", "meeting", "requirement-set"] as const;
/** What may be new about a followed subject since somebody last looked. */
export type NewsKind = (typeof NEWS_KINDS)[number];

export interface NewsEntry {
  readonly kind: NewsKind;
  readonly at: string;
  /** number of the proposal, decision, initiative or roadmap item; id of the round or meeting; slug of the programma van eisen */
  readonly number: string;
  readonly title: string;
  /** with a state: which one; with a version: why; with a comment or an amendment: from whom; with an amendment that was handled: its volgnummer; with a roadmap item, a milestone or progress: the reason; with a round or meeting: what happened; with a programma van eisen: which version was frozen */
  readonly detail: string;
  readonly state: ProposalState | null;
}

export type FollowRefusal = "not-found" | "not-allowed";

/** What happened after the last visit, newest first. */
export const newsSince = <Item extends { readonly at: string }>(items: readonly Item[], seenAt: string): Item[] =>
  items.filter(({ at }) => at > seenAt).sort((a, b) => b.at.localeCompare(a.at));
