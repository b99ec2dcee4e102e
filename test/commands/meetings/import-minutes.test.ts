import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { importMinutes } from "#app/commands/meetings/import-minutes.ts";
import { submitCorrection } from "#app/commands/meetings/submit-correction.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { listActionsOfMeeting } from "#db/queries/action-items.ts";
import { listAttendance } from "#db/queries/attendance.ts";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import { findMeeting } from "#db/queries/meetings.ts";
import { done } from "#test/support/meeting.ts";
import { aChamber, at } from "#test/support/voting.ts";

const text = readFileSync(new URL("../../domain/meetings/minutes/bullets-emoji.md", import.meta.url), "utf8");
const input = { bodyId: "veilig", text, path: "2026-04-09/notulen.md", title: "Overleg", introduction: "Vooraf" };

test("a text becomes a held meeting with concept minutes, decisions and actions", async () => {
  const chamber = await aChamber();
  const sam = await chamber.as("sam");

  const { id } = done(await importMinutes(sam, input));

  expect(await findMeeting(chamber.db, sam.actor, id)).toMatchObject({ title: "Overleg Inlogprofiel", state: "notulen_concept", startsAt: "2026-04-09T07:00:00.000Z" });
  expect(await listAttendance(chamber.db, id)).toHaveLength(6);
  expect((await listDecisionsAbout(chamber.db, sam.actor, { meetingId: id }, at("10:00"))).map(({ number, dictum }) => [number, dictum])).toEqual([
    ["B-2026-001", "Het profiel blijft een fork."],
    ["B-2026-002", "Het volgende overleg is op 2 juli 2026."],
  ]);
  expect(await listActionsOfMeeting(chamber.db, id)).toHaveLength(5);
  expect((await listAgenda(chamber.db, sam.actor, id)).map(({ title }) => title)).toEqual(["Mededelingen", "Actiepunten"]);
});

test("a candidate becomes a decision only when it was marked", async () => {
  const chamber = await aChamber();
  const sam = await chamber.as("sam");
  const { id } = done(await importMinutes(sam, { ...input, candidates: [23] }));
  expect((await listDecisionsAbout(chamber.db, sam.actor, { meetingId: id }, at("10:00"))).map(({ dictum }) => dictum)).toContain("De experts zijn ermee akkoord gegaan.");
});

test("a decision that says no enters the register as rejected", async () => {
  const chamber = await aChamber();
  const text = "# Overleg 9 april 2026\n\n## Bespreking\n\nBesluit: het voorstel wordt verworpen.\n\nBesluit: de termijn wordt niet afgewezen.\n";
  const { id } = done(await importMinutes(await chamber.as("sam"), { ...input, text }));
  expect((await listDecisionsAbout(chamber.db, (await chamber.as("sam")).actor, { meetingId: id }, at("10:00"))).map(({ dictum, result }) => [dictum, result])).toEqual([
    ["het voorstel wordt verworpen.", "verworpen"],
    ["de termijn wordt niet afgewezen.", "aangenomen"],
  ]);
});

test("who sits in the body under the name in the minutes may correct them and is reminded; two of one name are nobody", async () => {
  const chamber = await aChamber();
  for (const [id, name] of [["lid1", "Anna Bos"], ["lid2", "Bas van Dijk"], ["lid3", "Cor Els"], ["lid4", "Cor Els"]]) await chamber.db.updateTable("person").set({ name }).where("id", "=", id ?? "").execute();
  const text = "# Overleg 1 november 2026\n\nAanwezig: Anna Bos, Bas van Dijk, Cor Els\n\n## Bespreking\n\nDe termijn blijft een uur.\n\n## Acties\n\n- Anna: de brief schrijven voor 20 november 2026\n- Bas van Dijk: bellen\n- Cor: zoeken voor 20 november 2026\n";
  const { id } = done(await importMinutes(await chamber.as("sam"), { ...input, text, path: null }));

  expect((await listAttendance(chamber.db, id)).map(({ name, personId }) => [name, personId])).toEqual([["Anna Bos", "lid1"], ["Bas van Dijk", "lid2"], ["Cor Els", null]]);
  const actions = await listActionsOfMeeting(chamber.db, id);
  expect(actions.map(({ ownerName, ownerId }) => [ownerName, ownerId])).toEqual([["Anna", "lid1"], ["Bas van Dijk", "lid2"], ["Cor", null]]);
  const jobs = await chamber.db.selectFrom("job").select(["kind", "subject_id"]).execute();
  expect(jobs.filter(({ subject_id: about }) => about === actions[0]?.id).map(({ kind }) => kind).sort()).toEqual(["action-due-soon", "action-overdue"]);
  expect(jobs.filter(({ subject_id: about }) => about !== actions[0]?.id)).toEqual([]);
  const [item] = await listAgenda(chamber.db, (await chamber.as("lid1")).actor, id);
  expect((await submitCorrection(await chamber.as("lid1"), { meetingId: id, agendaItemId: item?.id ?? "", passage: "een uur", suggestion: "een half uur" })).ok).toBe(true);
  expect(await submitCorrection(await chamber.as("lid3"), { meetingId: id, agendaItemId: item?.id ?? "", passage: "een uur", suggestion: "" })).toMatchObject({ ok: false });
});

test("nothing of it is public", async () => {
  const chamber = await aChamber();
  const { id } = done(await importMinutes(await chamber.as("sam"), input));
  expect(await listDecisionsAbout(chamber.db, (await chamber.as("stranger")).actor, { meetingId: id }, at("10:00"))).toEqual([]);
});

test.each([
  ["the same text twice", input, "already-imported"],
  ["a text without a date", { ...input, text: "# Overleg\n\n## Opening\ntekst", path: null }, "day-missing"],
  ["nothing", { ...input, text: " \n ", day: "2026-01-01" as Day }, "text-missing"],
  ["more than anybody writes", { ...input, text: "x".repeat(400_001) }, "too-long"],
])("%s is refused", async (_, second, refusal) => {
  const chamber = await aChamber();
  const sam = await chamber.as("sam");
  done(await importMinutes(sam, input));
  expect(await importMinutes(sam, second)).toEqual({ ok: false, refusal });
});

test.each(["lid1", "vera", "rita", "stranger"])("%s does not import", async (who) => {
  const chamber = await aChamber();
  expect(await importMinutes(await chamber.as(who), input)).toEqual({ ok: false, refusal: "not-allowed" });
});
