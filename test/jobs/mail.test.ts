import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { simpleParser } from "mailparser";
import { expect, onTestFinished, test } from "vitest";
import { acceptProxy } from "#app/commands/voting/accept-proxy.ts";
import { cancelMeeting } from "#app/commands/meetings/cancel-meeting.ts";
import { changeAgendaItem } from "#app/commands/meetings/change-agenda-item.ts";
import { finishAction } from "#app/commands/meetings/finish-action.ts";
import { recordAction } from "#app/commands/meetings/record-action.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { extendRound } from "#app/commands/voting/extend-round.ts";
import { giveProxy } from "#app/commands/voting/give-proxy.ts";
import { recordReceivedBallot } from "#app/commands/voting/record-received-ballot.ts";
import { remindSeats } from "#app/commands/voting/remind-seats.ts";
import { revokeProxy } from "#app/commands/voting/revoke-proxy.ts";
import { withdrawRound } from "#app/commands/voting/withdraw-round.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { deliverMail } from "#app/jobs/deliver-mail.ts";
import { folderPostman, type Letter } from "#app/platform/mail.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { countMail, listTroubledMail } from "#db/queries/outbox.ts";
import { aMeeting, done } from "#test/support/meeting.ts";
import { addressesOf, anOffice } from "#test/support/post.ts";
import { aChamber, aRound, at, vote, votes } from "#test/support/voting.ts";

test("opening a round mails everybody who may cast, with where to vote and where the log stands", async () => {
  const chamber = await aChamber({ seats: 3 });
  await chamber.proposal(1);
  const roundId = await aRound(chamber);
  const { letters, turn } = await anOffice(chamber.resources);

  expect(await turn()).toBe(3);

  expect(addressesOf(letters)).toEqual(["lid1@voorbeeld.test", "lid2@voorbeeld.test", "lid3@voorbeeld.test"]);
  const { hash } = await chamber.db.selectFrom("event").select("hash").where("act", "=", "round.open").executeTakeFirstOrThrow();
  expect(letters[0]?.subject).toBe("U kunt stemmen: Eisen aan monitoring");
  expect(letters[0]?.text).toContain(`https://portaal.test/stemrondes/${roundId}/stembiljet`);
  expect(letters[0]?.text).toContain(hash);
  expect(letters[0]?.headerLines.find(({ key }) => key === "list-unsubscribe-post")?.line).toBe("List-Unsubscribe-Post: List-Unsubscribe=One-Click");
  expect(await turn()).toBe(0);
});

test("shortly before the end only seats that still have to vote are asked; after it everybody and the bureau are told", async () => {
  const chamber = await aChamber({ seats: 3 });
  await chamber.proposal(1);
  const roundId = await aRound(chamber, { closesAt: at("14:00") });
  const { letters, turn } = await anOffice(chamber.resources);
  await turn();
  await votes(chamber, roundId, ["voor", "tegen"]);
  letters.length = 0;

  chamber.clockStrikes("12:59");
  expect(await turn()).toBe(0);
  chamber.clockStrikes("13:00");
  await turn();
  expect(addressesOf(letters)).toEqual(["lid3@voorbeeld.test"]);

  letters.length = 0;
  chamber.clockStrikes("14:00");
  await turn();
  expect(addressesOf(letters)).toEqual(["lid1@voorbeeld.test", "lid2@voorbeeld.test", "lid3@voorbeeld.test", "sam@voorbeeld.test", "vera@voorbeeld.test"]);
  expect(letters.every(({ text = "" }) => !/\b(voor|tegen|onthouden)\b \d|\d (voor|tegen)/.test(text))).toBe(true);
});

test("an extended round is told again and asks at its new moment, not at the old one", async () => {
  const chamber = await aChamber({ seats: 2 });
  await chamber.proposal(1);
  const roundId = await aRound(chamber, { closesAt: at("14:00") });
  const { letters, turn } = await anOffice(chamber.resources);
  await turn();
  letters.length = 0;

  await extendRound(await chamber.as("sam"), { roundId, closesAt: at("18:00"), reason: "Er was storing." });
  await turn();
  expect(letters.map(({ subject }) => subject)).toEqual(["Stemronde verlengd: Eisen aan monitoring", "Stemronde verlengd: Eisen aan monitoring"]);
  expect(letters[0]?.text).toContain("Er was storing.");

  letters.length = 0;
  chamber.clockStrikes("14:30");
  await turn();
  expect(letters).toEqual([]);
});

test("a mail server that is away loses no letter and sends none twice", async () => {
  const chamber = await aChamber({ seats: 2 });
  await chamber.proposal(1);
  await aRound(chamber);
  const { letters, state, turn } = await anOffice(chamber.resources);
  state.refuses = true;

  expect(await turn()).toBe(0);
  expect(await countMail(chamber.db)).toMatchObject({ waiting: 2, sent: 0 });
  expect((await listTroubledMail(chamber.db, 10)).map(({ error }) => error?.includes("mailbox is full"))).toEqual([true, true]);

  state.refuses = false;
  expect(await turn()).toBe(0);
  chamber.clockStrikes("10:31");
  expect(await turn()).toBe(2);
  expect(new Set(letters.map(({ messageId }) => messageId)).size).toBe(2);
});

test("mail that waited until the round had closed does not ask to vote any more", async () => {
  const chamber = await aChamber({ seats: 2 });
  await chamber.proposal(1);
  await aRound(chamber);
  const { letters, turn } = await anOffice(chamber.resources);

  chamber.clockStrikes("11:30");
  await turn();

  expect(letters.map(({ subject }) => subject?.split(":")[0])).toEqual(["Stemronde gesloten", "Stemronde gesloten", "Stemronde gesloten", "Stemronde gesloten"]);
  expect(await countMail(chamber.db)).toMatchObject({ lapsed: 2 });
});

test("two processes that look at the same moment send each letter once", async () => {
  const chamber = await aChamber({ seats: 5 });
  await chamber.proposal(1);
  await aRound(chamber);
  const { letters, office } = await anOffice(chamber.resources);

  await Promise.all([deliverMail(office), deliverMail(office), deliverMail(office)]);

  expect(addressesOf(letters)).toEqual([1, 2, 3, 4, 5].map((n) => `lid${n}@voorbeeld.test`));
});

test("three letters leave side by side; those of a process that died are sent later by another, what it noted is not", async () => {
  const chamber = await aChamber({ seats: 8 });
  await chamber.proposal(1);
  await aRound(chamber);
  const { letters, office } = await anOffice(chamber.resources);
  let [handed, underWay, most] = [0, 0, 0];
  const dying = async (letter: Letter): Promise<void> => {
    most = Math.max(most, ++underWay);
    // The third and every later one is on its way when the process dies.
    if (++handed > 2) return new Promise(() => {});
    await office.post(letter);
    underWay--;
  };
  void deliverMail({ ...office, post: dying, postDemo: dying });
  await expect.poll(() => countMail(chamber.db)).toMatchObject({ sent: 2 });
  await expect.poll(() => handed).toBe(5);

  expect(most).toBe(3);
  expect(await deliverMail(office)).toBe(0);
  chamber.clockStrikes("10:36");
  expect(await deliverMail(office)).toBe(6);
  expect(addressesOf(letters)).toEqual([1, 2, 3, 4, 5, 6, 7, 8].map((n) => `lid${n}@voorbeeld.test`));
});

test("a later letter does not overtake an earlier one to the same person, however slow that one is", async () => {
  const chamber = await aChamber({ seats: 3 });
  const subjects = ["Eerste", "Tweede"];
  for (const [index, title] of subjects.entries()) {
    await chamber.proposal(index + 1);
    await aRound(chamber, { title, proposalIds: [`p${index + 1}`], opensAt: at(`10:${index}5`) });
  }
  const { office } = await anOffice(chamber.resources);
  const arrived: string[] = [];
  const slow = async ({ subject, to }: Letter): Promise<void> => {
    await new Promise((resolve) => setTimeout(resolve, subject.includes("Eerste") ? 40 : 0));
    arrived.push(`${to.address}: ${subject.includes("Eerste") ? "Eerste" : "Tweede"}`);
  };
  expect(await deliverMail({ ...office, post: slow, postDemo: slow })).toBe(6);

  for (const person of ["lid1", "lid2", "lid3"]) expect(arrived.filter((line) => line.startsWith(person)).map((line) => line.split(": ")[1])).toEqual(subjects);
});

test("a reminder asks only who still has to vote, is logged, and is not given twice a day", async () => {
  const chamber = await aChamber({ seats: 3 });
  await chamber.proposal(1);
  const roundId = await aRound(chamber);
  const { letters, turn } = await anOffice(chamber.resources);
  await turn();
  letters.length = 0;
  await vote(chamber, roundId, "lid1", "voor");

  expect(await remindSeats(await chamber.as("sam"), { roundId })).toMatchObject({ ok: true, value: 2 });
  expect(await remindSeats(await chamber.as("sam"), { roundId })).toMatchObject({ refusal: "reminded-recently" });
  expect(await remindSeats(await chamber.as("lid1"), { roundId })).toMatchObject({ refusal: "not-allowed" });
  await turn();

  expect(addressesOf(letters)).toEqual(["lid2@voorbeeld.test", "lid3@voorbeeld.test"]);
  expect((await chamber.db.selectFrom("event").select("act").where("act", "=", "round.remind").execute()).length).toBe(1);
});

test("a round for the own body only is not named in mail", async () => {
  const chamber = await aChamber({ seats: 2 });
  await chamber.proposal(1, { tlp: "RED", title: "Zwakke plek" });
  await aRound(chamber, { title: "Besluit zwakke plek" });
  const { letters, turn } = await anOffice(chamber.resources);

  await turn();

  expect(letters).toHaveLength(2);
  expect(letters.some(({ text = "", subject = "" }) => /zwakke plek/i.test(text + subject))).toBe(false);
});

test("taking a round back tells why", async () => {
  const chamber = await aChamber({ seats: 2 });
  await chamber.proposal(1);
  const roundId = await aRound(chamber);
  const { letters, turn } = await anOffice(chamber.resources);
  await turn();
  letters.length = 0;

  await withdrawRound(await chamber.as("sam"), { roundId, reason: "De verkeerde tekst." });
  await turn();

  expect(letters.map(({ text = "" }) => text.includes("De verkeerde tekst."))).toEqual([true, true]);
});

test("without a mail server each letter is a file that a mail program reads", async () => {
  const chamber = await aChamber({ seats: 1 });
  await chamber.proposal(1);
  await aRound(chamber);
  const folder = mkdtempSync(path.join(tmpdir(), "ggi-post-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const { turn } = await anOffice(chamber.resources, { post: folderPostman(folder, "portaal@voorbeeld.test") });

  await turn();

  const files = readdirSync(folder);
  const letter = await simpleParser(readFileSync(path.join(folder, files[0] ?? "")));
  expect(files).toHaveLength(1);
  expect(letter.text).toContain("is open. Het gaat over: Eisen aan monitoring.");
});

test("letters to people of the demonstration never reach a mail server", async () => {
  const chamber = await aChamber({ seats: 2 });
  await chamber.proposal(1);
  await aRound(chamber);
  await chamber.db.updateTable("person").set({ is_demo: 1 }).where("id", "=", "lid1").execute();
  const kept: string[] = [];
  const { letters, turn } = await anOffice(chamber.resources, { postDemo: ({ to }) => (kept.push(to.address), Promise.resolve()) });

  await turn();

  expect(addressesOf(letters)).toEqual(["lid2@voorbeeld.test"]);
  expect(kept).toEqual(["lid1@voorbeeld.test"]);
});

test("the seat that gives a volmacht and the seat that holds it are told when it is asked, accepted and taken back", async () => {
  const chamber = await aChamber({ seats: 3 });
  await chamber.proposal(1, { tlp: "RED", title: "Zwakke plek" });
  const roundId = await aRound(chamber, { title: "Besluit zwakke plek" });
  const { letters, turn } = await anOffice(chamber.resources);
  await turn();
  const told = async () => {
    letters.length = 0;
    await turn();
    return [addressesOf(letters), letters[0]?.subject];
  };
  const both = ["lid1@voorbeeld.test", "lid2@voorbeeld.test"];

  const given = await giveProxy(await chamber.as("lid1"), { bodyId: "veilig", fromSeatId: "seat-lid1", toSeatId: "seat-lid2", scope: "ronde", subjectId: roundId });
  const proxyId = given.ok ? given.value.id : "";
  expect(await told()).toEqual([both, "Volmacht gevraagd: Gremium veilig"]);
  expect(letters.some(({ text = "" }) => /zwakke plek/i.test(text))).toBe(false);
  await acceptProxy(await chamber.as("lid2"), { bodyId: "veilig", proxyId });
  expect(await told()).toEqual([both, "Volmacht aanvaard: Gremium veilig"]);
  expect(letters.find(({ text }) => text?.includes("Dag Persoon lid1"))?.text).toContain("Stemt u zelf, dan telt uw eigen stem.");
  await revokeProxy(await chamber.as("lid1"), { bodyId: "veilig", proxyId });
  expect(await told()).toEqual([both, "Volmacht ingetrokken: Gremium veilig"]);
});

test("a seat is told of a vote that the secretaris wrote down, until when it can change it, and not what it says", async () => {
  const chamber = await aChamber({ seats: 3 });
  await chamber.proposal(1);
  const roundId = await aRound(chamber);
  const { letters, turn } = await anOffice(chamber.resources);
  await turn();
  letters.length = 0;
  const [item] = await listItems(chamber.db, roundId);
  const heard = (person: string) => ({ roundId, seatId: `seat-${person}`, itemId: item?.id ?? "", nonce: person, textHash: item?.textHash ?? "", choice: "tegen", motivation: "Te duur", note: "Gebeld" });

  for (const person of ["lid2", "lid3"]) expect(await recordReceivedBallot(await chamber.as("sam"), heard(person))).toMatchObject({ ok: true });
  await vote(chamber, roundId, "lid3", "voor");
  await turn();

  expect(addressesOf(letters)).toEqual(["lid2@voorbeeld.test"]);
  expect(letters[0]?.text).toContain(`https://portaal.test/stemrondes/${roundId}/stembiljet?zetel=seat-lid2`);
  expect(letters[0]?.text).toContain("U kunt haar zelf veranderen tot donderdag 5 november, 12.00 uur.");
  expect(letters[0]?.text).not.toMatch(/tegen|duur/);
});

test("the members get the agenda, then what changed; a besloten point is never named, and a meeting that is called off is told", async () => {
  const chamber = await aChamber({ seats: 2 });
  const { meetingId, itemIds } = await aMeeting(chamber, "agenda_verstuurd");
  const sam = await chamber.as("sam");
  const { letters, turn } = await anOffice(chamber.resources);
  await turn();
  expect(addressesOf(letters)).toEqual(["lid1@voorbeeld.test", "lid2@voorbeeld.test", "sam@voorbeeld.test", "vera@voorbeeld.test"]);
  expect(letters[0]?.text).toContain("1. Meldtermijn\n2. Besloten of vertrouwelijk punt");

  letters.length = 0;
  done(await changeAgendaItem(sam, { meetingId, itemId: itemIds[1] ?? "", title: "Aanbod van een andere leverancier", kind: "besluit", isClosed: true, notes: "", plannedMinutes: 10 }));
  done(await sendAgenda(sam, { meetingId }));
  await turn();
  expect([letters.length, letters[0]?.subject]).toEqual([4, "Agenda gewijzigd: Overleg Veilig, Gremium veilig"]);
  expect(letters[0]?.text).toContain("- Gewijzigd: een besloten of vertrouwelijk punt (de titel, de tijd).");
  expect(letters.map(({ text = "" }) => text).join()).not.toContain("leverancier");

  letters.length = 0;
  done(await cancelMeeting(sam, { meetingId, reason: "Te weinig leden" }));
  await turn();
  expect([letters.length, letters[0]?.text?.includes("Te weinig leden")]).toEqual([4, true]);
});

test("an agenda that could not leave before it was sent again leaves once, as it is now", async () => {
  const chamber = await aChamber({ seats: 1 });
  const { meetingId, itemIds } = await aMeeting(chamber, "agenda_verstuurd");
  const sam = await chamber.as("sam");
  done(await changeAgendaItem(sam, { meetingId, itemId: itemIds[0], title: "Meldtermijn en uitzonderingen", kind: "besluit", isClosed: false, notes: "" }));
  done(await sendAgenda(sam, { meetingId }));
  const { letters, turn } = await anOffice(chamber.resources);
  await turn();
  expect(letters.map(({ subject }) => subject?.split(":")[0])).toEqual(["Agenda gewijzigd", "Agenda gewijzigd", "Agenda gewijzigd"]);
});

test("an owner is asked before and after the day of an action, until it is done, and not when he wants no reminders", async () => {
  const chamber = await aChamber({ seats: 2 });
  const { meetingId } = await aMeeting(chamber, "gaande");
  const sam = await chamber.as("sam");
  const due = "2026-11-12" as Day;
  const { number } = done(await recordAction(sam, { meetingId, statement: "Zoek de kanarie", ownerId: "lid1", ownerName: "", dueOn: due }));
  const other = done(await recordAction(sam, { meetingId, statement: "Iets anders", ownerId: "lid2", ownerName: "", dueOn: due }));
  const { letters, turn } = await anOffice(chamber.resources);
  await turn();
  letters.length = 0;

  chamber.clockStrikes("2026-11-09T07:00");
  await turn();
  expect(letters.map(({ subject }) => subject).sort()).toEqual([`Actiepunt ${number} moet bijna klaar zijn`, `Actiepunt ${other.number} moet bijna klaar zijn`]);
  expect(letters.map(({ text = "" }) => text).join()).not.toContain("kanarie");

  letters.length = 0;
  done(await finishAction(await chamber.as("lid2"), { number: other.number }));
  chamber.clockStrikes("2026-11-13T07:00");
  await turn();
  expect(letters.map(({ subject }) => subject)).toEqual([`Actiepunt ${number} is te laat`]);
});
