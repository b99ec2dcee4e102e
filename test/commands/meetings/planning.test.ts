import { describe, expect, test } from "vitest";
import { attachAnnex } from "#app/commands/meetings/attach-annex.ts";
import { cancelMeeting } from "#app/commands/meetings/cancel-meeting.ts";
import { changeAction } from "#app/commands/meetings/change-action.ts";
import { changeAgendaItem } from "#app/commands/meetings/change-agenda-item.ts";
import { changeTemplate } from "#app/commands/meetings/change-template.ts";
import { endSeries } from "#app/commands/meetings/end-series.ts";
import { planMeeting } from "#app/commands/meetings/plan-meeting.ts";
import { planSeries } from "#app/commands/meetings/plan-series.ts";
import { recordAction } from "#app/commands/meetings/record-action.ts";
import { recordPresence } from "#app/commands/meetings/record-presence.ts";
import { removeAgendaItem } from "#app/commands/meetings/remove-agenda-item.ts";
import { replyToInvitation } from "#app/commands/meetings/reply-to-invitation.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { takeOverProposal } from "#app/commands/meetings/take-over-proposal.ts";
import { writeCoverNote } from "#app/commands/meetings/write-cover-note.ts";
import { closeMeeting } from "#app/commands/meetings/close-meeting.ts";
import { keepRoomNotes } from "#app/commands/meetings/keep-room-notes.ts";
import { noteOutcome } from "#app/commands/meetings/note-outcome.ts";
import { recordHands, type Hands } from "#app/commands/meetings/record-hands.ts";
import { runItem } from "#app/commands/meetings/run-item.ts";
import { LARGEST_ANNEX } from "#app/domain/meetings/annex.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { proposalText } from "#app/text/planning.ts";
import { findLastSending } from "#db/queries/agenda-sendings.ts";
import { listAnnexes, readAnnex } from "#db/queries/annexes.ts";
import { listAttendance } from "#db/queries/attendance.ts";
import { listRoomItems, listShowsOfHands } from "#db/queries/room.ts";
import { aMeeting, done } from "#test/support/meeting.ts";
import { aChamber, at, type Chamber } from "#test/support/voting.ts";

const answer = (result: { ok: boolean; refusal?: string }) => (result.ok ? "done" : result.refusal);
const events = async (chamber: Chamber) => (await chamber.db.selectFrom("event").select("act").execute()).length;
const SERIES = { bodyId: "veilig", title: "Maandoverleg", frequency: "monthly", every: 1, nth: 1, fromDay: "2026-12-03" as Day, untilDay: "2027-05-31" as Day, starts: "10:00", duration: 90, location: "Online", tlp: "CLEAR", skipsSchoolHolidays: false } as const;

describe("series and fixed points", () => {
  test("every meeting of a series stands there with the fixed points of the body, on Dutch clocks, and stopping calls off what is still to come", async () => {
    const chamber = await aChamber();
    const sam = await chamber.as("sam");
    done(await changeTemplate(sam, { bodyId: "veilig", change: "add", title: "Opening", kind: "informatie", isClosed: false, notes: "", plannedMinutes: 5, listsActions: false }));
    done(await changeTemplate(sam, { bodyId: "veilig", change: "add", title: "Actiepunten", kind: "bespreking", isClosed: false, notes: "", plannedMinutes: 10, listsActions: true }));
    expect(answer(await planSeries(await chamber.as("lid1"), SERIES))).toBe("not-allowed");

    const { id, meetings } = done(await planSeries(sam, SERIES));

    const planned = await chamber.db.selectFrom("meeting").select(["id", "starts_at"]).where("series_id", "=", id).orderBy("starts_at").execute();
    // 6 May 2027 is Hemelvaartsdag.
    expect(planned.map(({ starts_at }) => starts_at.slice(0, 16))).toEqual(["2026-12-03T09:00", "2027-01-07T09:00", "2027-02-04T09:00", "2027-03-04T09:00", "2027-04-01T08:00"]);
    expect([meetings, (await chamber.db.selectFrom("agenda_item").select(["title", "lists_actions"]).where("meeting_id", "=", planned[2]?.id ?? "").orderBy("position").execute())]).toEqual([5, [{ title: "Opening", lists_actions: 0 }, { title: "Actiepunten", lists_actions: 1 }]]);
    expect(done(await endSeries(await chamber.as("vera"), { seriesId: id, reason: "Anders georganiseerd" }))).toEqual({ cancelled: 5 });
    expect(answer(await endSeries(sam, { seriesId: id, reason: "Nog eens" }))).toBe("series-ended");
    expect(await chamber.db.selectFrom("meeting").select(["state", "sequence"]).where("series_id", "=", id).distinct().execute()).toEqual([{ state: "geannuleerd", sequence: 1 }]);
  });

  test("what is open comes on the agenda at once, and a second press finds nothing more", async () => {
    const chamber = await aChamber();
    await chamber.proposal(1);
    await aMeeting(chamber, "notulen_concept");
    const { meetingId, itemIds } = await aMeeting(chamber, "gaande", [{}]);
    const sam = await chamber.as("sam");
    done(await recordAction(sam, { meetingId, agendaItemId: itemIds[0], statement: "Zoek het op", ownerId: "lid1", ownerName: "", dueOn: null }));
    const next = done(await planMeeting(sam, { bodyId: "veilig", title: "Volgende", startsAt: at("15:00"), endsAt: at("16:00"), location: "" }));

    done(await takeOverProposal(sam, { meetingId: next.id, titled: proposalText.itemTitle }));

    const agenda = await chamber.db.selectFrom("agenda_item").select(["title", "kind", "planned_minutes", "lists_actions"]).where("meeting_id", "=", next.id).orderBy("position").execute();
    expect(agenda.slice(0, 2)).toEqual([{ title: "Notulen van Overleg Veilig vaststellen", kind: "besluit", planned_minutes: 5, lists_actions: 0 }, { title: "Actiepunten", kind: "bespreking", planned_minutes: 10, lists_actions: 1 }]);
    expect(agenda[2]?.title).toMatch(/^VEI-\d+/);
    expect(answer(await takeOverProposal(sam, { meetingId: next.id, titled: proposalText.itemTitle }))).toBe("nothing-open");
  });
});

describe("papers and sending", () => {
  test("an annex comes back byte for byte with its hash, also when it stands in many parts, and goes with its item", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await aMeeting(chamber, "gepland");
    const sam = await chamber.as("sam");
    const bytes = new Uint8Array(600_001).map((_, place) => (place * 7 + (place >> 8)) % 251);
    bytes.set(new TextEncoder().encode("%PDF-1.7\n"));

    const { id } = done(await attachAnnex(sam, { meetingId, itemId: itemIds[0], fileName: "C:\\stukken\\begroting.docx", bytes }));

    const [annex] = await listAnnexes(chamber.db, meetingId);
    expect(annex).toMatchObject({ id, name: "begroting.pdf", mediaType: "application/pdf", size: 600_001 });
    expect(Buffer.compare(await readAnnex(chamber.db, id), Buffer.from(bytes))).toBe(0);
    expect(answer(await attachAnnex(await chamber.as("lid1"), { meetingId, itemId: itemIds[0], fileName: "x", bytes }))).toBe("not-allowed");
    expect(answer(await attachAnnex(sam, { meetingId, itemId: itemIds[0], fileName: "x", bytes: new Uint8Array(LARGEST_ANNEX + 1) }))).toBe("annex-too-large");
    done(await removeAgendaItem(sam, { meetingId, itemId: itemIds[0] }));
    expect(await chamber.db.selectFrom("annex_part").select("id").execute()).toEqual([]);
  });

  test("sending again tells what changed, and sending the same again is refused", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await aMeeting(chamber, "agenda_verstuurd");
    const sam = await chamber.as("sam");
    expect(answer(await sendAgenda(sam, { meetingId }))).toBe("agenda-unchanged");
    done(await changeAgendaItem(sam, { meetingId, itemId: itemIds[0], title: "Meldtermijn", kind: "besluit", isClosed: false, notes: "", owner: { personId: "lid1", name: "" }, plannedMinutes: 25 }));
    done(await writeCoverNote(sam, { meetingId, itemId: itemIds[0], note: { occasion: "De wet verandert.", request: "Stem in met 24 uur.", explanation: "", finance: "Geen kosten.", followUp: "" } }));

    done(await sendAgenda(sam, { meetingId }));

    expect(await findLastSending(chamber.db, meetingId)).toMatchObject({ number: 2, recipients: 7, changes: [{ code: "item-changed", parts: ["owner", "minutes", "text"] }] });
    const mails = await chamber.db.selectFrom("mail").select(["kind"]).where("kind", "in", ["agenda-sent", "agenda-changed"]).execute();
    expect([mails.filter(({ kind }) => kind === "agenda-sent").length, mails.filter(({ kind }) => kind === "agenda-changed").length]).toEqual([7, 7]);
    await expect(chamber.db.deleteFrom("agenda_sending").execute()).rejects.toThrow(/append-only/);
  });

  test("a member who does not come names who does; the secretaris sees it, and coming after all takes it back", async () => {
    const chamber = await aChamber();
    const { meetingId } = await aMeeting(chamber, "agenda_verstuurd");
    const lid1 = await chamber.as("lid1");
    const mine = async () => (await listAttendance(chamber.db, meetingId)).find(({ personId }) => personId === "lid1");
    done(await replyToInvitation(lid1, { meetingId, reply: "afwezig_met_bericht", note: "", substitute: { personId: null, name: "Collega De Vries" } }));
    expect(await mine()).toMatchObject({ state: "afwezig_met_bericht", substitute: { personId: null, name: "Collega De Vries" } });
    expect(answer(await replyToInvitation(lid1, { meetingId, reply: "aangemeld", note: "", substitute: { personId: null, name: "Iemand" } }))).toBe("substitute-while-coming");
    expect(answer(await replyToInvitation(lid1, { meetingId, reply: "afwezig_met_bericht", note: "", substitute: { personId: "lid2", name: "" } }))).toBe("substitute-unknown");
    done(await replyToInvitation(lid1, { meetingId, reply: "aangemeld", note: "" }));
    expect(await mine()).toMatchObject({ state: "aangemeld", substitute: null });
  });
});

describe("in the room", () => {
  const show = (meetingId: string, itemId: string, changes: Partial<Hands> = {}): Hands => ({ meetingId, itemId, question: "We melden binnen 24 uur.", title: "Meldtermijn", rule: ruleOf("gewoon"), named: new Map(), rest: "voor", ...changes });

  test("of two secretarissen who type under one item, one is told; the same text twice is no change", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await aMeeting(chamber, "gaande", [{}]);
    const sam = await chamber.as("sam");
    const keep = (notes: string, revision = 0) => keepRoomNotes(sam, { meetingId, itemId: itemIds[0], revision, notes });

    const answers = await Promise.all([keep("Van de een"), keep("Van de ander")]);

    expect(answers.map(answer).sort()).toEqual(["done", "lost-notes"]);
    const [item] = await listRoomItems(chamber.db, meetingId);
    const before = await events(chamber);
    expect(await keep(item?.notes ?? "", 0)).toEqual({ ok: true, value: { revision: 1 } });
    expect(await events(chamber)).toBe(before);
  });

  test("a vote counts who is in the room, enters the register with its figures, and cannot be changed afterwards", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await aMeeting(chamber, "gaande", [{}]);
    const sam = await chamber.as("sam");
    expect(answer(await recordHands(sam, show(meetingId, itemIds[0])))).toBe("nobody-present");
    for (const personId of ["lid1", "lid2", "lid3", "vera"]) done(await recordPresence(sam, { meetingId, personId, state: "aanwezig" }));
    const [first] = await chamber.db.selectFrom("membership").select("seat_id").where("person_id", "=", "lid1").execute();

    const { outcome, decision } = done(await recordHands(sam, show(meetingId, itemIds[0], { named: new Map([[first?.seat_id ?? "", "tegen"]]) })));

    expect([outcome, decision]).toEqual(["aangenomen", "B-2026-001"]);
    const [stored] = await listShowsOfHands(chamber.db, meetingId);
    expect(stored?.tally).toEqual({ for: 2, against: 1, abstain: 0, seatsCast: 3, seats: 5, quorumNeeded: 3, base: 3, needed: 2 });
    expect(stored?.seats.map(({ choice, present }) => `${present} ${choice}`).sort()).toEqual(["false null", "false null", "true tegen", "true voor", "true voor"]);
    expect(JSON.parse((await chamber.db.selectFrom("decision").select("figures").executeTakeFirstOrThrow()).figures ?? "{}")).toMatchObject({ for: 2, against: 1, seatsCast: 3 });
    await expect(chamber.db.updateTable("show_of_hands").set({ outcome: "verworpen" }).execute()).rejects.toThrow(/append-only/);
    done(await recordPresence(sam, { meetingId, personId: "lid3", state: "afwezig" }));
    expect(done(await recordHands(sam, show(meetingId, itemIds[0], { title: "Nog eens" })))).toEqual({ outcome: "quorum_niet_gehaald", decision: null });
  });

  test("only the secretaris keeps the clock and the notes, and closing stops the clock", async () => {
    const chamber = await aChamber();
    const { meetingId, itemIds } = await aMeeting(chamber, "gaande");
    const [sam, lid1] = [await chamber.as("sam"), await chamber.as("lid1")];
    for (const attempt of [runItem(lid1, { meetingId, itemId: itemIds[0] }), keepRoomNotes(lid1, { meetingId, itemId: itemIds[0], revision: 0, notes: "x" }), noteOutcome(lid1, { meetingId, itemId: itemIds[0], statement: "x" }), recordHands(lid1, show(meetingId, itemIds[0]))]) expect(answer(await attempt)).toBe("not-allowed");
    done(await runItem(sam, { meetingId, itemId: itemIds[0] }));
    chamber.clockStrikes("09:40");
    done(await runItem(sam, { meetingId, itemId: itemIds[1] ?? "" }));
    chamber.clockStrikes("09:45");
    done(await noteOutcome(sam, { meetingId, itemId: itemIds[0], statement: "De wet gaat in op 1 januari." }));
    done(await closeMeeting(sam, { meetingId }));
    expect((await listRoomItems(chamber.db, meetingId)).map(({ spentSeconds, runningSince }) => [spentSeconds, runningSince])).toEqual([[600, null], [300, null]]);
    expect(answer(await runItem(sam, { meetingId, itemId: itemIds[0] }))).toBe("meeting-wrong-state");
    expect(answer(await removeAgendaItem(sam, { meetingId, itemId: itemIds[0] }))).toBe("meeting-wrong-state");
  });
});

test("another day for an action makes new reminders, and the old ones fall silent", async () => {
  const chamber = await aChamber();
  const { meetingId } = await aMeeting(chamber, "gaande");
  const sam = await chamber.as("sam");
  const { number } = done(await recordAction(sam, { meetingId, statement: "Zoek het op", ownerId: "lid1", ownerName: "", dueOn: "2026-12-01" as Day }));
  expect(answer(await changeAction(await chamber.as("lid1"), { number, statement: "Iets anders", owner: { personId: "lid1", name: "" }, dueOn: null, note: "" }))).toBe("not-allowed");
  done(await changeAction(sam, { number, statement: "Zoek het op", owner: { personId: "lid2", name: "" }, dueOn: "2026-12-15" as Day, note: "Wacht op het ministerie" }));

  expect((await chamber.db.selectFrom("job").select("due_at").where("kind", "=", "action-due-soon").orderBy("due_at").execute()).map(({ due_at }) => due_at.slice(0, 10))).toEqual(["2026-11-28", "2026-12-12"]);
  expect(await chamber.db.selectFrom("action_item").select(["owner_id", "due_on", "note"]).executeTakeFirstOrThrow()).toEqual({ owner_id: "lid2", due_on: "2026-12-15", note: "Wacht op het ministerie" });
  expect(answer(await cancelMeeting(sam, { meetingId, reason: "Te laat" }))).toBe("meeting-wrong-state");
});
