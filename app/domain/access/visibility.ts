import { isSignedIn, type Actor } from "./actor.ts";

/** TLP 2.0 labels, from loose to strict. */
export const TLP = ["CLEAR", "GREEN", "AMBER", "RED"] as const;
export type Tlp = (typeof TLP)[number];

/** What decides who may see a record: its label, its body, and whether it left the body's own drafting table. */
export interface Guarded {
  readonly tlp: Tlp;
  readonly bodyId: string;
  /** false while a draft: only the own body reads along */
  readonly isShared: boolean;
}

/** How far somebody's eyes reach: which labels everywhere, and in which bodies everything. */
export interface Reach {
  readonly labels: readonly Tlp[];
  readonly bodyIds: readonly string[];
}

/**
 * CLEAR for everybody, GREEN for every signed-in account, AMBER for members of any body, RED for the own body only.
 * A beheerder gets no more than other signed-in people. Source: domain, "Confidentiality uses TLP 2.0".
 */
export function reachOf(actor: Actor): Reach {
  const bodyIds = [...new Set(actor.memberships.map((membership) => membership.bodyId))];
  const labels: Tlp[] = ["CLEAR"];
  if (isSignedIn(actor)) labels.push("GREEN");
  if (bodyIds.length > 0) labels.push("AMBER");
  return { labels, bodyIds };
}

/** Whether this actor may see that record at all. The query layer asks the same of the database (`visibleTo`). */
export function maySee(actor: Actor, record: Guarded): boolean {
  const { labels, bodyIds } = reachOf(actor);
  if (bodyIds.includes(record.bodyId)) return true;
  return record.isShared && labels.includes(record.tlp);
}

/** A record that quotes others is as strict as the strictest of them. */
export const strictest = (labels: readonly Tlp[]): Tlp =>
  labels.reduce<Tlp>((strict, label) => (TLP.indexOf(label) > TLP.indexOf(strict) ? label : strict), "CLEAR");

export const isLooser = (to: Tlp, from: Tlp): boolean => TLP.indexOf(to) < TLP.indexOf(from);
