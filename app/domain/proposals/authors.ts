import { accept, refuse, type Result } from "../shared/result.ts";
import { isEnded, type ProposalState } from "./proposal.ts";

export type AuthorRefusal = "not-found" | "not-allowed" | "authors-closed" | "author-unknown" | "already-author" | "last-author";

interface Authorship {
  readonly state: ProposalState;
  readonly authorIds: readonly string[];
}

/** Somebody who writes for the body joins the authors. Refuses once the proposal has ended, and who does not write for the body. */
export function joinAuthors({ state, authorIds }: Authorship, personId: string, drafterIds: readonly string[]): Result<string, AuthorRefusal> {
  if (isEnded(state)) return refuse("authors-closed");
  if (!drafterIds.includes(personId)) return refuse("author-unknown");
  return authorIds.includes(personId) ? refuse("already-author") : accept(personId);
}

/** Somebody leaves the authors. The last one stays: a proposal always has somebody who answers for it. */
export function leaveAuthors({ state, authorIds }: Authorship, personId: string): Result<string, AuthorRefusal> {
  if (isEnded(state)) return refuse("authors-closed");
  if (!authorIds.includes(personId)) return refuse("author-unknown");
  return authorIds.length === 1 ? refuse("last-author") : accept(personId);
}
