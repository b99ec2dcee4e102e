import { expect, test } from "vitest";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import { recordAttendance } from "#app/commands/meetings/record-attendance.ts";
import { shareConceptMinutes } from "#app/commands/meetings/share-concept-minutes.ts";
import { submitCorrection } from "#app/commands/meetings/submit-correction.ts";
import { withdrawBallot } from "#app/commands/voting/withdraw-ballot.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { DAY, later } from "#app/domain/shared/instant.ts";
import { anApp } from "#test/support/app.ts";
import { aMeeting, done } from "#test/support/meeting.ts";
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

test("concept minutes wait for who was there and, with the corrections, for the secretaris; a review day that is near for the bureau", async () => {
  const chamber = await aChamber();
  const { meetingId, itemIds } = await aMeeting(chamber, "gehouden");
  const sam = await chamber.as("sam");
  done(await recordAttendance(sam, { meetingId, members: [{ personId: "lid1", state: "aanwezig" }, { personId: "lid2", state: "afwezig" }], guests: [] }));
  done(await shareConceptMinutes(sam, { meetingId }));
  done(await submitCorrection(await chamber.as("lid1"), { meetingId, agendaItemId: itemIds[0], passage: "60 minuten", suggestion: "30 minuten" }));
  for (const [days, title] of [[3, "Bekijk mij gauw"], [60, "Nog lang niet"]] as const) {
    const { number } = done(await recordDecision(sam, { meetingId, agendaItemId: itemIds[0], title, dictum: "Ja.", motivation: "", result: "aangenomen", figures: null }));
    await chamber.db.updateTable("decision").set({ review_on: dutchDay(later(sam.now(), days * DAY)) }).where("number", "=", number).execute();
  }
  const page = async (who: string) => readable(await anApp({ actingAs: chamber.as }).as(who).page("/mijn"));

  expect(await page("sam")).toMatch(/Notulen vaststellen · [^·]*· [^·]*· 1 verbetering zonder antwoord/);
  for (const who of ["sam", "vera"]) expect(await page(who)).toContain("Bekijk mij gauw");
  expect(await page("sam")).not.toContain("Nog lang niet");
  expect(await page("lid1")).toMatch(/Concept van notulen: u was erbij/);
  for (const who of ["lid2", "rita", "gemeente"]) expect(await page(who)).not.toMatch(/Concept van notulen|Notulen vaststellen|Bekijk mij gauw/);
  chamber.clockStrikes("2026-12-05T10:00");
  expect(await page("lid1")).not.toContain("Concept van notulen");
  expect(await page("sam")).toContain("Notulen vaststellen");
});
