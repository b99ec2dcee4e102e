import { maySee, strictest, type Tlp } from "../access/visibility.ts";
import type { Actor } from "../access/actor.ts";
import { accept, refuse, type Result } from "../shared/result.ts";

export const ITEM_KINDS = ["informatie", "bespreking", "besluit"] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** What an agenda item quotes; it may be stricter than the item itself. */
export interface Quoted {
  readonly tlp: Tlp;
  readonly bodyId: string;
  readonly isShared: boolean;
}

export interface ItemGuard {
  readonly bodyId: string;
  readonly isClosed: boolean;
  readonly tlp: Tlp;
  readonly quoted: readonly Quoted[];
}

/** whole: everything; public: only the public wording; hidden: not even that it exists */
export type ItemSight = "whole" | "public" | "hidden";

/**
 * How much of an item somebody may know. A closed (besloten) item is for the own body only and leaves no trace elsewhere.
 * An open item is as strict as the strictest record it quotes; a public wording may stand in its place.
 */
export function sightOf(actor: Actor, item: ItemGuard, hasPublicWording: boolean): ItemSight {
  const isMember = actor.memberships.some(({ bodyId }) => bodyId === item.bodyId);
  if (item.isClosed && !isMember) return "hidden";
  if (maySee(actor, { tlp: item.tlp, bodyId: item.bodyId, isShared: true }) && item.quoted.every((quote) => maySee(actor, quote))) return "whole";
  return hasPublicWording ? "public" : "hidden";
}

/** The label an item gets when it is made: that of the meeting, or of what it quotes when that is stricter. */
export const labelOfItem = (meeting: Tlp, quoted: readonly Tlp[]): Tlp => strictest([meeting, ...quoted]);

export type MoveRefusal = "already-at-the-edge";

/** The order of items after moving one up or down. Refuses a move past the first or last place. */
export function moved(order: readonly string[], itemId: string, direction: "up" | "down"): Result<string[], MoveRefusal> {
  const at = order.indexOf(itemId);
  const to = direction === "up" ? at - 1 : at + 1;
  if (at === -1 || to < 0 || to >= order.length) return refuse("already-at-the-edge");
  const next = [...order];
  [next[at], next[to]] = [next[to] ?? "", next[at] ?? ""];
  return accept(next);
}
