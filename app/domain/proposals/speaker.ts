import type { Actor } from "../access/actor.ts";

/** The organisation for which a person speaks about a proposal of this body: that of the seat there, otherwise of another seat, otherwise the own one. */
export const organisationOf = (actor: Actor, bodyId: string): string =>
  (actor.memberships.find((membership) => membership.bodyId === bodyId) ?? actor.memberships[0])?.organisationName ?? actor.organisation?.name ?? "";
