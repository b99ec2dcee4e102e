import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Instant } from "#app/domain/shared/instant.ts";
import { acceptProxy, give, MOST_PROXIES, revoke, usableProxies, type Proxy } from "#app/domain/voting/proxy.ts";

const at = (time: string) => `2026-03-05T${time}:00.000Z` as Instant;
const proxy = (changes: Partial<Proxy> = {}): Proxy => ({
  ...{ id: "p", bodyId: "veilig", fromSeatId: "a", toSeatId: "b", scope: "periode", roundId: null, meetingId: null },
  ...{ from: at("09:00"), until: at("17:00"), givenAt: at("08:00"), acceptedAt: at("08:30"), revokedAt: null, ...changes },
});
const occasion = { roundId: "r1", bodyId: "veilig", meetingIds: ["m1"], now: at("10:00") };

test.each([
  [{ toSeatId: "a" }, [], "proxy-same-seat"],
  [{ until: at("09:00") }, [], "proxy-period-invalid"],
  [{ from: at("06:00"), until: at("07:00") }, [], "proxy-period-past"],
  [{}, [proxy({ id: "q", toSeatId: "c" })], "proxy-already-given"],
  [{}, [proxy({ id: "q", fromSeatId: "b", toSeatId: "c" })], "proxy-chain"],
  [{}, [proxy({ id: "q", fromSeatId: "c", toSeatId: "a" })], "proxy-chain"],
  [{}, [proxy({ id: "q", toSeatId: "c", revokedAt: at("08:45") })], "given"],
  [{}, [proxy({ id: "q", toSeatId: "c", from: at("17:00"), until: at("18:00") })], "given"],
] as const)("giving %j beside %j: %s", (changes, others, expected) => {
  const given = give(proxy(changes), others, at("08:00"));
  expect(given.ok ? "given" : given.refusal).toBe(expected);
});

describe("accepting", () => {
  const asked = proxy({ acceptedAt: null });
  const answer = (one: Proxy, others: readonly Proxy[] = [], now = at("09:00")) => {
    const accepted = acceptProxy(one, [one, ...others], now);
    return accepted.ok ? "accepted" : accepted.refusal;
  };
  test("goes once, in time, and not after it was taken back", () => {
    expect(answer(asked)).toBe("accepted");
    expect(answer(proxy())).toBe("proxy-already-accepted");
    expect(answer({ ...asked, revokedAt: at("08:50") })).toBe("proxy-revoked");
    expect(answer(asked, [], at("17:00"))).toBe("proxy-over");
  });
  test("is for two at the same time, not three", () => {
    const held = ["c", "d"].map((fromSeatId) => proxy({ id: fromSeatId, fromSeatId }));
    expect(answer(asked, held.slice(0, 1))).toBe("accepted");
    expect(answer(asked, held)).toBe("proxies-full");
  });
});

test("a used volmacht is not taken back", () => {
  expect(revoke(proxy(), true)).toEqual({ ok: false, refusal: "proxy-used" });
  expect(revoke(proxy(), false).ok).toBe(true);
});

test.each([
  [{}, 1],
  [{ acceptedAt: null }, 0],
  [{ revokedAt: at("09:30") }, 0],
  [{ bodyId: "netwerk" }, 0],
  [{ until: at("10:00") }, 0],
  [{ scope: "ronde", roundId: "r1" }, 1],
  [{ scope: "ronde", roundId: "r2" }, 0],
  [{ scope: "vergadering", meetingId: "m1" }, 1],
  [{ scope: "vergadering", meetingId: "m2" }, 0],
] as const)("in this round, %j can be used %i times", (changes, times) => {
  expect(usableProxies("b", [proxy(changes)], occasion)).toHaveLength(times);
});

test("whatever seats give and accept, no chain forms and nobody holds more than two", () => {
  const step = fc.record({ from: fc.integer({ min: 0, max: 4 }), to: fc.integer({ min: 0, max: 4 }), starts: fc.integer({ min: 0, max: 3 }) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const made: Proxy[] = [];
      for (const [index, { from, to, starts }] of steps.entries()) {
        const one = proxy({ id: `p${index}`, fromSeatId: `s${from}`, toSeatId: `s${to}`, from: at(`1${starts}:00`), until: at(`1${starts + 2}:00`), acceptedAt: null });
        if (!give(one, made, at("08:00")).ok) continue;
        made.push(one);
        if (acceptProxy(one, made, at("08:10")).ok) made[made.length - 1] = { ...one, acceptedAt: at("08:10") };
      }
      const live = made.filter(({ acceptedAt }) => acceptedAt !== null);
      for (const hour of ["10:30", "11:30", "12:30", "13:30", "14:30"].map(at)) {
        const now = live.filter((one) => one.from <= hour && hour < one.until);
        const [givers, holders] = [now.map(({ fromSeatId }) => fromSeatId), now.map(({ toSeatId }) => toSeatId)];
        expect(new Set(givers).size).toBe(givers.length);
        expect(givers.filter((seat) => holders.includes(seat))).toEqual([]);
        for (const holder of holders) expect(holders.filter((one) => one === holder).length).toBeLessThanOrEqual(MOST_PROXIES);
      }
    }),
  );
});
