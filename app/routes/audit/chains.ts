import type { Actor } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { auditText } from "#app/text/audit.ts";
import { PORTAL_CHAIN } from "#db/queries/audit.ts";

export interface ReadableChain {
  /** as it is kept */
  readonly chain: string;
  /** as it stands in an address */
  readonly slug: string;
  readonly name: string;
}

/** The chains of the log that this reader may read: of the own bodies, or of the portal itself. */
export function chainsOf(actor: Actor): ReadableChain[] {
  const bodies = new Map(actor.memberships.map(({ bodyId, bodySlug, bodyName }) => [bodyId, { chain: bodyId, slug: bodySlug, name: bodyName }]));
  return [
    ...(may(actor, "log.read", { bodyId: null }) ? [{ chain: PORTAL_CHAIN, slug: PORTAL_CHAIN, name: auditText.portal }] : []),
    ...[...bodies.values()].filter(({ chain }) => may(actor, "log.read", { bodyId: chain })),
  ];
}
