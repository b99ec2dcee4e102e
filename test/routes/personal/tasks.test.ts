import { expect, test } from "vitest";
import { withdrawBallot } from "#app/commands/voting/withdraw-ballot.ts";
import { anApp } from "#test/support/app.ts";
import { aPortal } from "#test/support/portal.ts";
import { aChamber, aRound, vote } from "#test/support/voting.ts";
import { readable } from "#test/support/walk.ts";

test("a stranger is asked to sign in; somebody without tasks reads that there are none", async () => {
  const portal = await aPortal();
  expect((await anApp(portal).as("stranger").get("/mijn")).headers.get("Location")).toBe("/inloggen?naar=%2Fmijn");
  expect(readable(await anApp(portal).as("gemeente1").page("/mijn"))).toMatch(/U hoeft nu niet te stemmen.*U hebt geen open actiepunten.*U volgt 0 onderwerpen/);
});

test("an open round stands among the tasks of a seat until it has voted, and again after it took its vote back", async () => {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const roundId = await aRound(chamber);
  const page = async (who: string) => readable(await anApp({ actingAs: chamber.as }).as(who).page("/mijn"));
  expect(await page("lid1")).toContain("sluit");
  await vote(chamber, roundId, "lid1", "voor");
  expect(await page("lid1")).toContain("U hoeft nu niet te stemmen");
  const item = await chamber.db.selectFrom("round_item").select("id").where("round_id", "=", roundId).executeTakeFirstOrThrow();
  await withdrawBallot(await chamber.as("lid1"), { roundId, itemId: item.id, seatId: "seat-lid1" });
  expect(await page("lid1")).not.toContain("U hoeft nu niet te stemmen");
  expect(await page("lid2")).not.toContain("U hoeft nu niet te stemmen");
  expect(await page("sam")).toContain("U hoeft nu niet te stemmen");
});
