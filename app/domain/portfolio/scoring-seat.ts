import type { Actor } from "../access/actor.ts";

/** The voting seat for which somebody scores in this body: as member, substitute or chair who votes; null for everybody else. */
export const scoringSeat = (actor: Actor, bodyId: string): string | null =>
  actor.memberships.find((membership) => membership.bodyId === bodyId && membership.isVoting && membership.role !== "observer" && membership.role !== "secretary")?.seatId ?? null;
