import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { revoke, type ProxyRefusal } from "#app/domain/voting/proxy.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findProxy, isProxyUsed, lockProxies, setProxyRevoked } from "#db/queries/voting-proxies.ts";
import { tellSeats } from "./tell-seats.ts";

/** The seat that gave a volmacht takes it back, or the other seat returns it, as long as nobody voted with it. */
export function revokeProxy(context: CommandContext, { bodyId, proxyId }: { bodyId: string; proxyId: string }): Promise<Result<null, "not-found" | "not-allowed" | ProxyRefusal>> {
  return inTransaction(context.db, async (trx) => {
    await lockProxies(trx, bodyId);
    const proxy = await findProxy(trx, bodyId, proxyId);
    if (!proxy) return refuse("not-found");
    const mayRevoke = [proxy.fromSeatId, proxy.toSeatId].some((seatId) => may(context.actor, "proxy.revoke", { bodyId, seatId }));
    if (!mayRevoke) return refuse("not-allowed");
    const now = context.now();
    const revoked = revoke(proxy, await isProxyUsed(trx, proxy, now));
    if (!revoked.ok) return revoked;

    await setProxyRevoked(trx, proxyId, personOf(context), now);
    await tellSeats(trx, context, { kind: "proxy-withdrawn", subjectId: proxyId, seatIds: [proxy.fromSeatId, proxy.toSeatId] });
    await record(trx, context, { act: "proxy.revoke", bodyId, subject: { kind: "proxy", id: proxyId }, payload: { from: proxy.fromSeatId, to: proxy.toSeatId } });
    return accept(null);
  });
}
