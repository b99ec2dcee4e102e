import { expect, test } from "vitest";
import { newsSince } from "#app/domain/following/following.ts";

const items = [{ at: "2026-03-01" }, { at: "2026-05-01" }, { at: "2026-04-01" }];

test("news is what happened after the last visit, newest first", () => {
  expect(newsSince(items, "2026-03-01")).toEqual([{ at: "2026-05-01" }, { at: "2026-04-01" }]);
});

test("after a visit to the newest there is no news", () => {
  expect(newsSince(items, "2026-05-01")).toEqual([]);
});
