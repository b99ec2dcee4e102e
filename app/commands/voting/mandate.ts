import type { CommandContext } from "#app/commands/context.ts";
import { may, type Act } from "#app/domain/access/policy.ts";
import { castingRole, type CasterRole } from "#app/domain/voting/ballot.ts";
import { usableProxies } from "#app/domain/voting/proxy.ts";
import type { Trx } from "#db/client.ts";
import { listMeetingsOfRound, listProxiesTo, lockProxies } from "#db/queries/voting-proxies.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";

/** As what somebody votes for a seat, and through which other seat when it is with a volmacht. */
export interface Mandate {
  readonly role: CasterRole | null;
  readonly proxySeatId: string | null;
}

/**
 * How this person may vote for a seat in a round, or null when not at all. Whoever holds the seat needs no volmacht. With one, the
 * volmachten of the body are held until the commit, so that none is taken back while somebody votes with it.
 */
export async function mandateFor(trx: Trx, { actor, now }: CommandContext, round: StoredRound, seatId: string, act: Extract<Act, "ballot.cast" | "ballot.withdraw">): Promise<Mandate | null> {
  if (may(actor, act, { bodyId: round.bodyId, seatId })) {
    return { role: castingRole(actor.memberships.flatMap((membership) => (membership.seatId === seatId ? [membership.role] : []))), proxySeatId: null };
  }
  const own = actor.memberships.flatMap((membership) => (membership.bodyId === round.bodyId && may(actor, act, { bodyId: round.bodyId, seatId: membership.seatId }) ? [membership.seatId] : []));
  if (own.length === 0) return null;
  await lockProxies(trx, round.bodyId);
  const proxies = await listProxiesTo(trx, round.bodyId, own);
  if (proxies.length === 0) return null;
  const occasion = { roundId: round.id, bodyId: round.bodyId, meetingIds: await listMeetingsOfRound(trx, round.id), now: now() };
  const through = own.find((toSeatId) => usableProxies(toSeatId, proxies, occasion).some(({ fromSeatId }) => fromSeatId === seatId));
  return through === undefined ? null : { role: "proxy", proxySeatId: through };
}
