import ICAL from "ical.js";
import { expect, test } from "vitest";
import { cancelMeeting } from "#app/commands/meetings/cancel-meeting.ts";
import { changeMeeting } from "#app/commands/meetings/change-meeting.ts";
import { changeSeries } from "#app/commands/meetings/change-series.ts";
import { endSeries } from "#app/commands/meetings/end-series.ts";
import { planSeries } from "#app/commands/meetings/plan-series.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import { aMeeting, done } from "#test/support/meeting.ts";
import { anOffice } from "#test/support/post.ts";
import { aChamber, at, type Chamber } from "#test/support/voting.ts";

const answer = (result: { ok: boolean; refusal?: string }) => (result.ok ? "done" : result.refusal);
const mailsOf = async (chamber: Chamber) => (await chamber.db.selectFrom("mail").select("kind").execute()).map(({ kind }) => kind);
const plan = { title: "Overleg Veilig", startsAt: at("10:00"), endsAt: at("12:00"), location: "Online" };

test("who is expected hears of another time or place, with the former one; of another title nobody is told", async () => {
  const chamber = await aChamber();
  const office = await anOffice(chamber.resources);
  const { meetingId } = await aMeeting(chamber, "gepland");
  const sam = await chamber.as("sam");
  done(await changeMeeting(sam, { meetingId, ...plan, title: "Overleg GGI-Veilig" }));
  expect(await mailsOf(chamber)).toEqual([]);

  done(await changeMeeting(sam, { meetingId, ...plan, title: "Overleg GGI-Veilig", startsAt: at("13:00"), endsAt: at("15:00") }));
  // Moved again before the first letter left: only the last goes out, and it names the time that people know.
  done(await changeMeeting(sam, { meetingId, ...plan, title: "Overleg GGI-Veilig", startsAt: at("14:00"), endsAt: at("15:00"), location: "Utrecht" }));
  // A title put right before the letter left takes nothing back: the letter about the time still goes out.
  done(await changeMeeting(sam, { meetingId, ...plan, title: "Overleg Veilig", startsAt: at("14:00"), endsAt: at("15:00"), location: "Utrecht" }));
  await office.turn();

  expect(office.letters).toHaveLength(7);
  const { subject, text = "" } = office.letters[0] ?? {};
  expect(subject).toBe("Andere tijd of plaats: Overleg Veilig, Gremium veilig");
  expect(text).toContain("Eerst: donderdag 5 november, 11.00 uur tot 13.00 uur, Online.");
  expect(text).toContain("Nu: donderdag 5 november, 15.00 uur tot 16.00 uur, Utrecht.");
  expect(await chamber.db.selectFrom("meeting").select("sequence").where("id", "=", meetingId).executeTakeFirstOrThrow()).toEqual({ sequence: 4 });

  // The next move starts from what the letter that left said; put back before anybody heard of it, it is not told at all.
  done(await changeMeeting(sam, { meetingId, ...plan }));
  done(await changeMeeting(sam, { meetingId, ...plan, startsAt: at("14:00"), endsAt: at("15:00"), location: "Utrecht" }));
  await office.turn();
  expect(office.letters).toHaveLength(7);
  done(await changeMeeting(sam, { meetingId, ...plan }));
  await office.turn();
  expect(office.letters).toHaveLength(14);
  expect(office.letters[13]?.text).toContain("Eerst: donderdag 5 november, 15.00 uur tot 16.00 uur, Utrecht.");
});

test("a whole series moves, each meeting on its own day; what was moved alone or called off stays, and everybody gets one letter", async () => {
  const chamber = await aChamber();
  const office = await anOffice(chamber.resources);
  const sam = await chamber.as("sam");
  const { id: seriesId } = done(await planSeries(sam, { bodyId: "veilig", title: "Maandoverleg", frequency: "monthly", every: 1, nth: 1, fromDay: "2026-12-03" as Day, untilDay: "2027-05-31" as Day, starts: "10:00", duration: 90, location: "Online", tlp: "CLEAR", skipsSchoolHolidays: false }));
  const meetings = () => chamber.db.selectFrom("meeting").select(["id", "title", "starts_at", "ends_at", "location", "state", "sequence"]).where("series_id", "=", seriesId).orderBy("starts_at").execute();
  const [first, second, third] = await meetings();
  done(await changeMeeting(sam, { meetingId: first?.id ?? "", title: "Maandoverleg", startsAt: "2026-12-03T12:00:00.000Z" as Instant, endsAt: "2026-12-03T13:30:00.000Z" as Instant, location: "Online" }));
  done(await cancelMeeting(sam, { meetingId: second?.id ?? "", reason: "Vrij" }));
  await office.turn();
  office.letters.length = 0;
  const times = { seriesId, starts: "13:30", duration: 60, location: "Utrecht" };
  for (const who of ["vera", "lid1", "rita", "gemeente", "beheer"]) expect(answer(await changeSeries(await chamber.as(who), times))).toBe("not-allowed");

  expect(done(await changeSeries(sam, times))).toEqual({ moved: 3 });

  expect((await meetings()).map(({ starts_at, ends_at, location, state, sequence }) => [starts_at.slice(0, 16), ends_at.slice(11, 16), location, state, sequence])).toEqual([
    ["2026-12-03T12:00", "13:30", "Online", "gepland", 1],
    ["2027-01-07T09:00", "10:30", "Online", "geannuleerd", 1],
    ["2027-02-04T12:30", "13:30", "Utrecht", "gepland", 1],
    ["2027-03-04T12:30", "13:30", "Utrecht", "gepland", 1],
    ["2027-04-01T11:30", "12:30", "Utrecht", "gepland", 1],
  ]);
  await office.turn();
  expect(office.letters).toHaveLength(7);
  expect(office.letters[0]?.text).toContain("Eerst: 10.00 uur, 90 minuten, Online.");
  expect(office.letters[0]?.text).toContain("- donderdag 4 februari 2027, 13.30 uur tot 14.30 uur, Utrecht\n- donderdag 4 maart 2027, 13.30 uur tot 14.30 uur, Utrecht");
  expect(answer(await changeSeries(sam, times))).toBe("nothing-moves");
  expect(await chamber.db.selectFrom("meeting_series").select(["starts", "duration", "location"]).where("id", "=", seriesId).executeTakeFirstOrThrow()).toEqual({ starts: "13:30", duration: 60, location: "Utrecht" });
  expect(await chamber.db.selectFrom("event").select("subject_id").where("act", "=", "meeting.change").where("subject_id", "=", third?.id ?? "").execute()).toHaveLength(1);
  done(await endSeries(await chamber.as("vera"), { seriesId, reason: "Klaar" }));
  expect(answer(await changeSeries(sam, { ...times, starts: "09:00" }))).toBe("series-ended");
});

test("every letter brings the meeting for a calendar, as another program reads it: moved, called off, and with no more words than the letter", async () => {
  const chamber = await aChamber();
  const office = await anOffice(chamber.resources);
  const { meetingId } = await aMeeting(chamber, "gepland");
  const sam = await chamber.as("sam");
  const brought = () => {
    const [file] = office.letters.at(-1)?.attachments ?? [];
    const [event] = new ICAL.Component(ICAL.parse(file?.content.toString() ?? "")).getAllSubcomponents("vevent").map((part) => new ICAL.Event(part));
    return [file?.contentType, file?.filename, event?.uid, event?.sequence, event?.summary, event?.location, event?.startDate.toString(), event?.component.getFirstPropertyValue("status")];
  };

  done(await changeMeeting(sam, { meetingId, ...plan, startsAt: at("14:00"), endsAt: at("15:00"), location: "Utrecht" }));
  await office.turn();
  expect(brought()).toEqual(["text/calendar", "vergadering.ics", `${meetingId}@portaal.test`, 1, "Gremium veilig: Overleg Veilig", "Utrecht", "2026-11-05T15:00:00", "CONFIRMED"]);

  await chamber.db.updateTable("meeting").set({ tlp: "AMBER" }).where("id", "=", meetingId).execute();
  done(await cancelMeeting(await chamber.as("vera"), { meetingId, reason: "Te druk" }));
  await office.turn();
  expect(brought()).toEqual(["text/calendar", "vergadering.ics", `${meetingId}@portaal.test`, 2, "Gremium veilig: vertrouwelijke vergadering", null, "2026-11-05T15:00:00", "CANCELLED"]);
});
