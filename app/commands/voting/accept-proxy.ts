import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { acceptProxy as admit, type ProxyRefusal } from "#app/domain/voting/proxy.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findProxy, listProxies, lockProxies, setProxyAccepted } from "#db/queries/voting-proxies.ts";
import { tellSeats } from "./tell-seats.ts";

/** Somebody of the seat that was asked accepts the volmacht; from then on it can be used. */
export function acceptProxy(context: CommandContext, { bodyId, proxyId }: { bodyId: string; proxyId: string }): Promise<Result<null, "not-found" | "not-allowed" | ProxyRefusal>> {
  return inTransaction(context.db, async (trx) => {
    await lockProxies(trx, bodyId);
    const proxy = await findProxy(trx, bodyId, proxyId);
    if (!proxy) return refuse("not-found");
    if (!may(context.actor, "proxy.accept", { bodyId, seatId: proxy.toSeatId })) return refuse("not-allowed");
    const now = context.now();
    const admitted = admit(proxy, await listProxies(trx, bodyId, now), now);
    if (!admitted.ok) return admitted;

    await setProxyAccepted(trx, proxyId, personOf(context), now);
    await tellSeats(trx, context, { kind: "proxy-accepted", subjectId: proxyId, seatIds: [proxy.fromSeatId, proxy.toSeatId] });
    await record(trx, context, { act: "proxy.accept", bodyId, subject: { kind: "proxy", id: proxyId }, payload: { from: proxy.fromSeatId, to: proxy.toSeatId } });
    return accept(null);
  });
}
