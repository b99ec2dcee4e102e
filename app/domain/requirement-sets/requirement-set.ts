import type { ProposalKind, ProposalState } from "../proposals/proposal.ts";
import { accept, refuse, type Result } from "../shared/result.ts";

/** A requirement is mandatory (eis) or scored (wens); an advies is neither. */
export type RequirementKind = Exclude<ProposalKind, "advies">;

export const SET_LIMITS = { title: 150, lot: 100, intro: 5_000, chapterTitle: 150, note: 1_000, chapters: 200, requirements: 5_000 } as const;

/** From adoption on, whatever became of it since; what was superseded or declined is no requirement any more. Source: domain, Programma van eisen: "adopted versions". */
export const ENDORSED_STATES = ["adopted", "in_advice", "advised", "in_portfolio", "on_hold", "planned", "realised", "in_use"] as const satisfies readonly ProposalState[];

export const isEndorsed = (state: ProposalState): boolean => (ENDORSED_STATES as readonly ProposalState[]).includes(state);

/** A version counts as adopted when a round adopted it, or when it is the text of a proposal that stands adopted now. */
export const isAdoptedVersion = ({ version, currentVersion, state, adoptedVersions }: { version: number; currentVersion: number; state: ProposalState; adoptedVersions: readonly number[] }): boolean =>
  adoptedVersions.includes(version) || (isEndorsed(state) && version === currentVersion);

/** The word in the address: "GGI-Veilig: monitoring en respons" makes `ggi-veilig-monitoring-en-respons`. */
export const slugFor = (title: string): string =>
  title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")
    .slice(0, 60)
    .replace(/-+$/, "") || "programma";

/** Words that stand in the address of another page. */
export const TAKEN_SLUGS: readonly string[] = ["nieuw"];

/**
 * Whose a programma of this component is: of the expert group that drafts for it. A component without one (GGI-Afspraken) is the
 * Adviesraad's. Source: domain, "GGI-Afspraken has no expert group".
 */
export function ownerOf<Body extends { readonly kind: string; readonly componentId: string | null }>(componentId: string, bodies: readonly Body[]): Body | null {
  return bodies.find((body) => body.kind === "expertgroep" && body.componentId === componentId) ?? bodies.find(({ kind }) => kind === "adviesraad") ?? null;
}

export type SetRefusal =
  | "not-found"
  | "not-allowed"
  | "frozen"
  | "concept-exists"
  | "component-unknown"
  | "looser-than-frozen"
  | "chapter-not-found"
  | "too-deep"
  | "chapter-not-empty"
  | "too-many"
  | "requirement-not-found"
  | "proposal-not-ready"
  | "no-proposals"
  | "no-newer-version"
  | "not-a-wens"
  | "already-at-the-edge"
  | "incomplete"
  | "note-missing"
  | "changed-meanwhile";


/** The same order with one of them a place higher or lower. */
export function movedInOrder(ids: readonly string[], id: string, direction: "up" | "down"): Result<string[], "already-at-the-edge"> {
  const from = ids.indexOf(id);
  const to = direction === "up" ? from - 1 : from + 1;
  const other = ids[to];
  if (from === -1 || other === undefined) return refuse("already-at-the-edge");
  const order = [...ids];
  order[from] = other;
  order[to] = id;
  return accept(order);
}
