import type { Instant } from "../shared/instant.ts";
import { accept, refuse, type Result } from "../shared/result.ts";

/** For what a seat gives its vote away: one round, the rounds on the agenda of one meeting, or a period. */
export const PROXY_SCOPES = ["ronde", "vergadering", "periode"] as const;
export type ProxyScope = (typeof PROXY_SCOPES)[number];

/** A volmacht: one seat lets another seat of the same body vote for it. */
export interface Proxy {
  readonly id: string;
  readonly bodyId: string;
  readonly fromSeatId: string;
  readonly toSeatId: string;
  readonly scope: ProxyScope;
  readonly roundId: string | null;
  readonly meetingId: string | null;
  /** from when until when it can be used; for one round or meeting: its moments */
  readonly from: Instant;
  readonly until: Instant;
  readonly givenAt: Instant;
  readonly acceptedAt: Instant | null;
  readonly revokedAt: Instant | null;
}

/** How many a seat may hold at the same time. Source: voting, "Proxy". */
export const MOST_PROXIES = 2;

export type ProxyRefusal =
  | "proxy-same-seat"
  | "proxy-other-body"
  | "proxy-period-invalid"
  | "proxy-period-past"
  | "proxy-already-given"
  | "proxy-chain"
  | "proxies-full"
  | "proxy-already-accepted"
  | "proxy-revoked"
  | "proxy-over"
  | "proxy-used";

const isLive = ({ revokedAt }: Pick<Proxy, "revokedAt">): boolean => revokedAt === null;

type Span = Pick<Proxy, "from" | "until">;
const meets = (one: Span, other: Span): boolean => one.from < other.until && other.from < one.until;

/**
 * Whether a seat may give its vote away. Nobody gives it twice at the same time, and a chain cannot form: who gave does not
 * hold, and who holds does not give. `others` are the proxies of the body. Source: voting, "Proxy": one hop.
 */
export function give(proxy: Pick<Proxy, "fromSeatId" | "toSeatId"> & Span, others: readonly Proxy[], now: Instant): Result<null, ProxyRefusal> {
  if (proxy.fromSeatId === proxy.toSeatId) return refuse("proxy-same-seat");
  if (proxy.until <= proxy.from) return refuse("proxy-period-invalid");
  if (proxy.until <= now) return refuse("proxy-period-past");
  const beside = others.filter((other) => isLive(other) && meets(proxy, other));
  if (beside.some(({ fromSeatId }) => fromSeatId === proxy.fromSeatId)) return refuse("proxy-already-given");
  return isChain(proxy, beside) ? refuse("proxy-chain") : accept(null);
}

/** Whether the other seat may take it: in time, not revoked, and with room. */
export function acceptProxy(proxy: Proxy, others: readonly Proxy[], now: Instant): Result<null, ProxyRefusal> {
  if (!isLive(proxy)) return refuse("proxy-revoked");
  if (proxy.acceptedAt !== null) return refuse("proxy-already-accepted");
  if (proxy.until <= now) return refuse("proxy-over");
  const beside = others.filter((other) => other.id !== proxy.id && isLive(other) && meets(proxy, other));
  if (isChain(proxy, beside)) return refuse("proxy-chain");
  const held = beside.filter(({ toSeatId, acceptedAt }) => toSeatId === proxy.toSeatId && acceptedAt !== null);
  return held.length >= MOST_PROXIES ? refuse("proxies-full") : accept(null);
}

/** A proxy can be taken back until it was used in a round that still runs, or in the one round that it was for. */
export function revoke(proxy: Proxy, isUsed: boolean): Result<null, ProxyRefusal> {
  if (!isLive(proxy)) return refuse("proxy-revoked");
  return isUsed ? refuse("proxy-used") : accept(null);
}

const isChain = ({ fromSeatId, toSeatId }: Pick<Proxy, "fromSeatId" | "toSeatId">, beside: readonly Proxy[]): boolean =>
  beside.some((other) => other.fromSeatId === toSeatId || other.toSeatId === fromSeatId);

/** What a proxy is held against: the round in which somebody wants to use it. */
export interface Occasion {
  readonly roundId: string;
  readonly bodyId: string;
  /** the meetings that have this round on their agenda */
  readonly meetingIds: readonly string[];
  readonly now: Instant;
}

const covers = (proxy: Proxy, { roundId, bodyId, meetingIds, now }: Occasion): boolean => {
  if (proxy.bodyId !== bodyId || !isLive(proxy) || proxy.acceptedAt === null || proxy.acceptedAt > now) return false;
  if (proxy.scope === "ronde") return proxy.roundId === roundId;
  if (proxy.scope === "vergadering") return proxy.meetingId !== null && meetingIds.includes(proxy.meetingId);
  return proxy.from <= now && now < proxy.until;
};

/** The proxies that a seat may use in a round now, the first accepted first; never more than two, whatever was accepted. */
export const usableProxies = (toSeatId: string, proxies: readonly Proxy[], occasion: Occasion): Proxy[] =>
  proxies
    .filter((proxy) => proxy.toSeatId === toSeatId && covers(proxy, occasion))
    .sort((one, other) => ((one.acceptedAt ?? "") < (other.acceptedAt ?? "") ? -1 : 1))
    .slice(0, MOST_PROXIES);
