import { expect, test } from "vitest";
import ICAL from "ical.js";
import { changeMeeting } from "#app/commands/meetings/change-meeting.ts";
import { makeCalendarLink } from "#app/commands/meetings/make-calendar-link.ts";
import { cancelMeeting } from "#app/commands/meetings/cancel-meeting.ts";
import { publishDecision } from "#app/commands/decisions/publish-decision.ts";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import { loader as decisionFeed } from "#app/routes/decisions/decision-feed.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { calendarText } from "#app/platform/feeds/calendar.ts";
import { loader as ownCalendar } from "#app/routes/meetings/own-calendar-feed.ts";
import { loader as calendar } from "#app/routes/meetings/calendar.ts";
import { aMeeting, done } from "#test/support/meeting.ts";
import { aChamber, at, type Chamber } from "#test/support/voting.ts";

const visit = async (chamber: Chamber, who: string, address: string, params: Record<string, string> = {}) => {
  const context = await chamber.as(who);
  return { request: new Request(`http://localhost:3000${address}`), params, context: { visit: async () => context } };
};

const eventsIn = (text: string) => new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));

test("another program reads the calendar: Dutch time, a cancelled meeting with a higher number, odd signs as they are", async () => {
  const chamber = await aChamber();
  const { meetingId } = await aMeeting(chamber, "agenda_verstuurd");
  const other = await aMeeting(chamber, "gepland");
  const title = `Overleg; met, alles \\ erin ${"é".repeat(60)}`;
  done(await changeMeeting(await chamber.as("sam"), { meetingId, title, startsAt: at("13:00"), endsAt: at("14:30"), location: "Utrecht" }));
  done(await cancelMeeting(await chamber.as("vera"), { meetingId: other.meetingId, reason: "Te druk" }));

  const text = await (await calendar(await visit(chamber, "stranger", "/agenda.ics"))).text();
  const root = new ICAL.Component(ICAL.parse(text));
  ICAL.TimezoneService.register(new ICAL.Timezone(root.getFirstSubcomponent("vtimezone") as InstanceType<typeof ICAL.Component>));
  const [called, moved] = ["CANCELLED", "CONFIRMED"].map((status) => eventsIn(text).find((event) => event.component.getFirstPropertyValue("status") === status));

  expect(text.split("\r\n").every((line) => Buffer.byteLength(line) <= 75)).toBe(true);
  expect([moved?.uid, moved?.summary, moved?.location, moved?.sequence]).toEqual([`${meetingId}@localhost`, `Gremium veilig: ${title}`, "Utrecht", 1]);
  expect(moved?.startDate.toString()).toBe("2026-11-05T14:00:00");
  expect(moved?.startDate.toJSDate().toISOString()).toBe(at("13:00"));
  expect(called?.sequence).toBe(1);
});

test("summer and winter time come out as the same moment", () => {
  for (const moment of ["2026-03-29T00:30", "2026-03-29T01:30", "2026-07-01T10:00", "2026-10-25T09:00", "2026-12-24T22:59"].map((time) => `${time}:00.000Z` as Instant)) {
    const event = { id: "x", title: "x", startsAt: moment, endsAt: moment, location: "", address: "http://x/", isCancelled: false, sequence: 0, createdAt: moment, changedAt: null };
    const text = calendarText("x", "x", [event]);
    ICAL.TimezoneService.register(new ICAL.Timezone(new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent("vtimezone") as InstanceType<typeof ICAL.Component>));
    expect(eventsIn(text)[0]?.startDate.toJSDate().toISOString()).toBe(moment);
  }
});

test("a secret address shows what its owner may see now, per body too; a new one ends the old, and the seat that ends takes it along", async () => {
  const chamber = await aChamber();
  const { meetingId } = await aMeeting(chamber, "gepland");
  await chamber.db.updateTable("meeting").set({ tlp: "RED" }).where("id", "=", meetingId).execute();
  done(await makeCalendarLink(await chamber.as("lid1"), "geheim-een"));
  const read = async (token: string, slug?: string) => (await ownCalendar(await visit(chamber, "stranger", "/agenda/x", { token, ...(slug !== undefined && { slug }) }))).text();

  expect(eventsIn(await read("geheim-een")).map(({ uid }) => uid)).toEqual([`${meetingId}@localhost`]);
  expect(eventsIn(await read("geheim-een", "veilig"))).toHaveLength(1);
  await expect(read("geheim-een", "adviesraad")).rejects.toMatchObject({ status: 404 });
  await expect(read("geraden")).rejects.toMatchObject({ status: 404 });
  expect(JSON.stringify(await chamber.db.selectFrom("calendar_link").selectAll().execute())).not.toContain("geheim");

  done(await makeCalendarLink(await chamber.as("lid1"), "geheim-twee"));
  await expect(read("geheim-een")).rejects.toMatchObject({ status: 404 });
  await chamber.db.updateTable("membership").set({ until: at("09:00") }).where("person_id", "=", "lid1").execute();
  expect(eventsIn(await read("geheim-twee"))).toEqual([]);
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
