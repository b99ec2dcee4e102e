import { expect, test } from "vitest";
import { cancelMeeting } from "#app/commands/meetings/cancel-meeting.ts";
import { publishDecision } from "#app/commands/decisions/publish-decision.ts";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import { loader as decisionFeed } from "#app/routes/decisions/decision-feed.ts";
import { loader as calendar } from "#app/routes/meetings/calendar.ts";
import { aMeeting, done } from "#test/support/meeting.ts";
import { aChamber, type Chamber } from "#test/support/voting.ts";

const visit = async (chamber: Chamber, who: string, address: string, params: Record<string, string> = {}) => {
  const context = await chamber.as(who);
  return { request: new Request(`http://localhost:3000${address}`), params, context: { visit: async () => context } };
};

test("the calendar holds meetings in UTC and tells which were cancelled", async () => {
  const chamber = await aChamber();
  const { meetingId } = await aMeeting(chamber, "agenda_verstuurd");
  const other = await aMeeting(chamber, "gepland");
  done(await cancelMeeting(await chamber.as("vera"), { meetingId: other.meetingId, reason: "Te druk" }));

  const text = await (await calendar(await visit(chamber, "stranger", "/agenda.ics"))).text();

  expect(text).toMatch(/^BEGIN:VCALENDAR\r\n/);
  expect(text).toContain("DTSTART:20261105T100000Z");
  expect(text).not.toContain("TZID");
  expect(text).toContain(`UID:${meetingId}@localhost`);
  expect(text).toContain("STATUS:CANCELLED");
  expect(text.split("BEGIN:VEVENT")).toHaveLength(3);
});

test("a calendar of one body leaves the others out, an unknown body is not there", async () => {
  const chamber = await aChamber();
  await aMeeting(chamber, "agenda_verstuurd");
  const text = await (await calendar(await visit(chamber, "stranger", "/gremia/adviesraad/agenda.ics", { slug: "adviesraad" }))).text();
  expect(text).not.toContain("BEGIN:VEVENT");
  await expect(calendar(await visit(chamber, "stranger", "/gremia/x/agenda.ics", { slug: "x" }))).rejects.toMatchObject({ status: 404 });
});

test("calendar and feed say nothing of a closed item or an AMBER meeting, also to a member: caches keep them", async () => {
  const chamber = await aChamber();
  const { meetingId, itemIds } = await aMeeting(chamber, "gaande");
  const decide = async (agendaItemId: string, title: string) => {
    const { number } = done(await recordDecision(await chamber.as("sam"), { meetingId, agendaItemId, title, dictum: `${title}.`, motivation: "", result: "aangenomen" }));
    done(await publishDecision(await chamber.as("sam"), { number }));
  };
  await decide(itemIds[0], "Openbaar besluit & meer");
  await decide(itemIds[1] ?? "", "Besloten kanarie");
  await chamber.db.updateTable("meeting").set({ tlp: "AMBER" }).where("id", "=", meetingId).execute();

  for (const who of ["stranger", "lid1"]) {
    const feed = await (await decisionFeed(await visit(chamber, who, "/feeds/besluiten.atom"))).text();
    expect(feed).toContain("Openbaar besluit &#38; meer");
    expect(feed).not.toContain("kanarie");
    const agenda = await (await calendar(await visit(chamber, who, "/agenda.ics"))).text();
    expect(agenda).not.toContain("BEGIN:VEVENT");
  }
});
