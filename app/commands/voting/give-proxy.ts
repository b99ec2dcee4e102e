import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { give, type ProxyRefusal, type ProxyScope } from "#app/domain/voting/proxy.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertProxy, listProxies, listProxyOccasions, listVotingSeats, lockProxies } from "#db/queries/voting-proxies.ts";
import { tellSeats } from "./tell-seats.ts";

export interface ProxyGift {
  readonly bodyId: string;
  readonly fromSeatId: string;
  readonly toSeatId: string;
  readonly scope: ProxyScope;
  /** the round or the meeting that it is for */
  readonly subjectId?: string | undefined;
  /** for a period */
  readonly from?: Instant | undefined;
  readonly until?: Instant | undefined;
}

export type ProxyGiftRefusal = "not-allowed" | "proxy-subject-missing" | ProxyRefusal;

/** A seat asks another seat of its body to vote for it; it counts from when the other accepts. Answers the id. */
export function giveProxy(context: CommandContext, gift: ProxyGift): Promise<Result<{ id: string }, ProxyGiftRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const { bodyId, fromSeatId, toSeatId, scope } = gift;
    if (!may(context.actor, "proxy.give", { bodyId, seatId: fromSeatId })) return refuse("not-allowed");
    await lockProxies(trx, bodyId);
    const now = context.now();
    const seats = await listVotingSeats(trx, bodyId, now);
    if (![fromSeatId, toSeatId].every((seatId) => seats.some(({ id }) => id === seatId))) return refuse("proxy-other-body");
    const occasions = await listProxyOccasions(trx, bodyId, now);
    const subject = (scope === "ronde" ? occasions.rounds : occasions.meetings).find(({ id }) => id === gift.subjectId);
    const from = scope === "periode" ? gift.from : now;
    const until = scope === "periode" ? gift.until : subject?.until;
    if (from === undefined || until === undefined) return refuse("proxy-subject-missing");
    const given = give({ fromSeatId, toSeatId, from, until }, await listProxies(trx, bodyId, now), now);
    if (!given.ok) return given;

    const id = context.newId();
    const subjectIds = { roundId: scope === "ronde" ? (subject?.id ?? null) : null, meetingId: scope === "vergadering" ? (subject?.id ?? null) : null };
    await insertProxy(trx, { ...{ id, bodyId, fromSeatId, toSeatId, scope, from, until }, ...subjectIds, givenBy: personOf(context), givenAt: now });
    await tellSeats(trx, context, { kind: "proxy-asked", subjectId: id, seatIds: [fromSeatId, toSeatId] });
    await record(trx, context, { act: "proxy.give", bodyId, subject: { kind: "proxy", id }, payload: { from: fromSeatId, to: toSeatId, scope, ...subjectIds, begins: from, ends: until } });
    return accept({ id });
  });
}
