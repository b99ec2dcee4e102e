import { describe, expect, test } from "vitest";
import { addAgendaItem } from "#app/commands/meetings/add-agenda-item.ts";
import { addErratum } from "#app/commands/meetings/add-erratum.ts";
import { adoptMinutes } from "#app/commands/meetings/adopt-minutes.ts";
import { cancelMeeting } from "#app/commands/meetings/cancel-meeting.ts";
import { moveAgendaItem } from "#app/commands/meetings/move-agenda-item.ts";
import { planMeeting } from "#app/commands/meetings/plan-meeting.ts";
import { publishMinutes } from "#app/commands/meetings/publish-minutes.ts";
import { recordAttendance } from "#app/commands/meetings/record-attendance.ts";
import { removeAgendaItem } from "#app/commands/meetings/remove-agenda-item.ts";
import { replyToInvitation } from "#app/commands/meetings/reply-to-invitation.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { writeMinutes } from "#app/commands/meetings/write-minutes.ts";
import { recordAction } from "#app/commands/meetings/record-action.ts";
import { changeAction } from "#app/commands/meetings/change-action.ts";
import { finishAction } from "#app/commands/meetings/finish-action.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listAttendance } from "#db/queries/attendance.ts";
import { findMeeting } from "#db/queries/meetings.ts";
import { listActions } from "#db/queries/action-items.ts";
import { aMeeting, done } from "#test/support/meeting.ts";
import { aChamber, at, type Chamber } from "#test/support/voting.ts";

const answer = (result: { ok: boolean; refusal?: string }) => (result.ok ? "done" : result.refusal);
const lastAct = async (chamber: Chamber) => (await chamber.db.selectFrom("event").select(["act", "actor_id"]).where("chain", "=", "veilig").orderBy("sequence", "desc").limit(1).executeTakeFirst()) ?? null;

describe("planning", () => {
  test("the secretaris plans, and the log says so", async () => {
    const chamber = await aChamber();
    const { meetingId } = await aMeeting(chamber, "gepland", []);

    expect(await findMeeting(chamber.db, (await chamber.as("stranger")).actor, meetingId)).toMatchObject({ title: "Overleg Veilig", state: "gepland" });
    expect(await lastAct(chamber)).toEqual({ act: "meeting.plan", actor_id: "sam" });
  });

  test.each(["lid1", "vera", "rita", "gemeente", "beheer", "stranger"])("%s does not plan", async (who) => {
    const chamber = await aChamber();
    const planned = await planMeeting(await chamber.as(who), { bodyId: "veilig", title: "x", startsAt: at("10:00"), endsAt: at("12:00"), location: "" });
    expect(answer(planned)).toBe("not-allowed");
  });

  test("a meeting that ends before it starts is refused", async () => {
    const chamber = await aChamber();
    const planned = await planMeeting(await chamber.as("sam"), { bodyId: "veilig", title: "x", startsAt: at("12:00"), endsAt: at("10:00"), location: "" });
    expect(answer(planned)).toBe("ends-before-it-starts");
  });

  test("a cancelled meeting needs a reason and takes nothing more", async () => {
    const chamber = await aChamber();
    const { meetingId } = await aMeeting(chamber);
    const vera = await chamber.as("vera");

    expect(answer(await cancelMeeting(vera, { meetingId, reason: " " }))).toBe("reason-missing");
    expect(answer(await cancelMeeting(vera, { meetingId, reason: "Te weinig aanmeldingen" }))).toBe("done");
    expect(answer(await sendAgenda(await chamber.as("sam"), { meetingId }))).toBe("meeting-wrong-state");
  });
});

describe("the agenda", () => {
  test("an item takes title and label of the proposal it is about", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1, { tlp: "AMBER" });
    const { meetingId } = await aMeeting(chamber, "gepland", [{ title: "", subject: { kind: "proposal", id: "p1" } }]);

    const [item] = await listAgenda(chamber.db, (await chamber.as("lid1")).actor, meetingId);
    expect(item).toMatchObject({ tlp: "AMBER", proposal: { id: "p1" } });
    expect(await listAgenda(chamber.db, (await chamber.as("gemeente")).actor, meetingId)).toEqual([]);
  });

  test("the same subject is not on it twice", async () => {
    const chamber = await aChamber();
    const id = "p1";
    await chamber.proposal(1);
    const { meetingId } = await aMeeting(chamber, "gepland", [{ subject: { kind: "proposal", id } }]);
    const again = await addAgendaItem(await chamber.as("sam"), { meetingId, title: "", kind: "bespreking", isClosed: false, notes: "", subject: { kind: "proposal", id } });
    expect(answer(again)).toBe("already-on-agenda");
  });

  test("items move up and down, not past the edge, and go when nothing was written", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds, agenda } = await aMeeting(chamber);
    const sam = await chamber.as("sam");
    const [first, second = ""] = itemIds;

    expect(answer(await moveAgendaItem(sam, { meetingId, itemId: second, direction: "up" }))).toBe("done");
    expect(answer(await moveAgendaItem(sam, { meetingId, itemId: second, direction: "up" }))).toBe("already-at-the-edge");
    expect((await agenda()).map(({ id }) => id)).toEqual([second, first]);
    expect(answer(await removeAgendaItem(sam, { meetingId, itemId: second }))).toBe("done");
    expect((await agenda()).map(({ id, position }) => [id, position])).toEqual([[first, 1]]);
  });

  test("an empty agenda is not sent", async () => {
    const chamber = await aChamber();
    const { meetingId } = await aMeeting(chamber, "gepland", []);
    expect(answer(await sendAgenda(await chamber.as("sam"), { meetingId }))).toBe("agenda-empty");
  });

  test("a closed item leaves no trace for anybody outside the body", async () => {
    const chamber = await aChamber();
    const { meetingId } = await aMeeting(chamber, "agenda_verstuurd");
    const titles = async (who: string) => (await listAgenda(chamber.db, (await chamber.as(who)).actor, meetingId)).map(({ title }) => title);

    expect(await titles("lid1")).toEqual(["Meldtermijn", "Aanbod van een leverancier"]);
    for (const who of ["stranger", "gemeente", "raad1", "beheer"]) expect(await titles(who)).toEqual(["Meldtermijn"]);
  });
});

describe("attendance", () => {
  test("a reply beforehand becomes attendance, guests come by name", async () => {
    const chamber = await aChamber();
    const { meetingId } = await aMeeting(chamber, "agenda_verstuurd", [{}]);
    done(await replyToInvitation(await chamber.as("lid1"), { meetingId, reply: "aangemeld", note: "" }));
    done(await replyToInvitation(await chamber.as("lid1"), { meetingId, reply: "afwezig_met_bericht", note: "vakantie" }));
    await chamber.db.updateTable("meeting").set({ state: "gaande" }).where("id", "=", meetingId).execute();

    const recorded = await recordAttendance(await chamber.as("sam"), { meetingId, members: [{ personId: "lid1", state: "afwezig_met_bericht" }, { personId: "lid2", state: "aanwezig" }], guests: [{ name: "Gast Voorbeeld", organisationName: "Leverancier" }] });

    expect(done(recorded)).toEqual({ present: 2 });
    expect((await listAttendance(chamber.db, meetingId)).map(({ name, state }) => `${name} ${state}`)).toHaveLength(3);
    expect((await listAttendance(chamber.db, meetingId)).find(({ personId }) => personId === "lid1")).toMatchObject({ state: "afwezig_met_bericht", note: "vakantie" });
  });

  test("an outsider does not reply, a lid does not record", async () => {
    const chamber = await aChamber();
    const { meetingId } = await aMeeting(chamber, "agenda_verstuurd", [{}]);
    expect(answer(await replyToInvitation(await chamber.as("raad1"), { meetingId, reply: "aangemeld", note: "" }))).toBe("not-allowed");
    expect(answer(await recordAttendance(await chamber.as("lid1"), { meetingId, members: [] }))).toBe("not-allowed");
  });
});

describe("minutes", () => {
  test("of two writers who started from the same text, one is told", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds, agenda } = await aMeeting(chamber, "gaande", [{}]);
    const sam = await chamber.as("sam");
    const write = (minutes: string) => writeMinutes(sam, { meetingId, revision: 0, items: [{ id: itemIds[0], minutes }] });

    const answers = await Promise.all([write("De ene tekst"), write("De andere tekst")]);

    expect(answers.map(answer).sort()).toEqual(["done", "lost-update"]);
    expect(["De ene tekst", "De andere tekst"]).toContain((await agenda())[0]?.minutes);
  });

  test("the voorzitter adopts what the secretaris wrote; then nothing changes it, and a correction stands beside it", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds, agenda } = await aMeeting(chamber, "notulen_concept");
    const sam = await chamber.as("sam");
    expect(answer(await adoptMinutes(sam, { meetingId }))).toBe("needs-chair-or-meeting");

    const { hash } = done(await adoptMinutes(await chamber.as("vera"), { meetingId }));

    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(answer(await writeMinutes(sam, { meetingId, revision: 1, items: [{ id: itemIds[0], minutes: "Anders" }] }))).toBe("meeting-wrong-state");
    expect((await agenda())[0]?.minutes).toBe("De termijn blijft **60 minuten**.");
    expect(answer(await addErratum(sam, { meetingId, statement: "Er staat 60, bedoeld is 30." }))).toBe("done");
    expect(answer(await publishMinutes(sam, { meetingId }))).toBe("done");
    expect(answer(await publishMinutes(sam, { meetingId }))).toBe("meeting-wrong-state");
    expect(await lastAct(chamber)).toEqual({ act: "minutes.publish", actor_id: "sam" });
  });

  test("a later meeting of the body adopts, another body's or an earlier one does not", async () => {
    const chamber = await aChamber();
    const { meetingId } = await aMeeting(chamber, "notulen_concept");
    const sam = await chamber.as("sam");
    const next = done(await planMeeting(sam, { bodyId: "veilig", title: "Volgende", startsAt: at("14:00"), endsAt: at("15:00"), location: "" }));
    const other = done(await planMeeting(await chamber.as("rita"), { bodyId: "adviesraad", title: "Raad", startsAt: at("14:00"), endsAt: at("15:00"), location: "" }));
    await chamber.db.updateTable("meeting").set({ state: "gaande" }).where("id", "in", [other.id]).execute();

    expect(answer(await adoptMinutes(sam, { meetingId, inMeetingId: next.id }))).toBe("meeting-not-suitable");
    expect(answer(await adoptMinutes(sam, { meetingId, inMeetingId: other.id }))).toBe("meeting-not-suitable");
    await chamber.db.updateTable("meeting").set({ state: "gaande" }).where("id", "=", next.id).execute();
    expect(answer(await adoptMinutes(sam, { meetingId, inMeetingId: next.id }))).toBe("done");
  });

  test("what cannot be logged is not written", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds, agenda } = await aMeeting(chamber, "gaande", [{}]);
    const sam = await chamber.as("sam");
    await chamber.db.schema.dropTable("event").execute();

    await expect(writeMinutes(sam, { meetingId, revision: 0, items: [{ id: itemIds[0], minutes: "Tekst" }] })).rejects.toThrow();

    expect((await agenda())[0]?.minutes).toBe("");
  });
});

describe("actions", () => {
  test("an action gets a number, is on the list of its owner, and ends once", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await aMeeting(chamber, "gaande", [{}]);
    const { number } = done(await recordAction(await chamber.as("sam"), { meetingId, agendaItemId: itemIds[0], statement: "Zoek de meldtijden op", ownerId: "lid1", ownerName: "", dueOn: "2026-12-01" as Day }));
    const lid1 = await chamber.as("lid1");

    expect(number).toBe("A-2026-001");
    expect((await listActions(chamber.db, lid1.actor, { mine: true, state: "open" }, { after: null, size: 10 })).actions).toMatchObject([{ number, dueOn: "2026-12-01" }]);
    expect(answer(await finishAction(await chamber.as("lid2"), { number }))).toBe("not-allowed");
    expect(answer(await finishAction(await chamber.as("gemeente"), { number }))).toBe("not-found");
    expect(answer(await finishAction(lid1, { number }))).toBe("done");
    expect(answer(await finishAction(lid1, { number }))).toBe("action-not-open");
  });

  test("an action without an owner is refused", async () => {
    const chamber = await aChamber();
    const { meetingId } = await aMeeting(chamber, "gaande", [{}]);
    const sam = await chamber.as("sam");
    expect(answer(await recordAction(sam, { meetingId, statement: "x", ownerId: null, ownerName: " ", dueOn: null }))).toBe("owner-missing");
    expect(answer(await recordAction(sam, { meetingId, statement: "x", ownerId: "raad1", ownerName: "", dueOn: null }))).toBe("owner-missing");
  });

  test("nothing has to be done before the meeting that agreed on it", async () => {
    const chamber = await aChamber();
    const { meetingId } = await aMeeting(chamber, "gaande", [{}]);
    const sam = await chamber.as("sam");
    const due = (dueOn: string) => recordAction(sam, { meetingId, statement: "Zoek op", ownerId: "lid1", ownerName: "", dueOn: dueOn as Day });
    expect(answer(await due("2026-11-04"))).toBe("due-too-early");
    const { number } = done(await due("2026-11-05"));
    const change = (dueOn: string) => changeAction(sam, { number, statement: "Zoek op", owner: { personId: "lid1", name: "" }, dueOn: dueOn as Day, note: "" });
    expect([answer(await change("2026-11-04")), answer(await change("2026-12-01"))]).toEqual(["due-too-early", "done"]);
  });
});
