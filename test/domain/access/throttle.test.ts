import { expect, test } from "vitest";
import { networkOf, stillToWait, waitAfter, withTry, type Misses } from "#app/domain/access/throttle.ts";
import { HOUR, instant, later } from "#app/domain/shared/instant.ts";

const NOW = instant(new Date("2026-03-05T12:00:00Z"));

test("the first five misses cost nothing, then waiting doubles up to a quarter of an hour", () => {
  expect([1, 5, 6, 7, 8, 13, 14, 40].map((points) => waitAfter(points, 5) / 1000)).toEqual([0, 0, 5, 10, 20, 640, 900, 900]);
});

test("misses add up, and after an hour of rest the count starts again", () => {
  let misses: Misses | null = null;
  for (let miss = 0; miss < 6; miss++) misses = withTry(misses, NOW, 5);
  expect(stillToWait(misses, NOW)).toBe(5_000);
  expect(stillToWait(misses, later(NOW, 5_000))).toBe(0);
  expect(withTry(misses, later(NOW, HOUR + 5_000), 5).points).toBe(1);
});

test("addresses of one range count together", () => {
  expect(networkOf("192.0.2.17")).toBe(networkOf("::ffff:192.0.2.200"));
  expect(networkOf("192.0.2.17")).not.toBe(networkOf("192.0.3.17"));
  expect(networkOf("2001:db8:1:2::1")).toBe(networkOf("2001:0db8:0001:0002:ffff:0:0:9"));
  expect(networkOf("2001:db8:1:2::1")).not.toBe(networkOf("2001:db8:1:3::1"));
  expect(networkOf("::1")).toBe("0:0:0:0");
});
