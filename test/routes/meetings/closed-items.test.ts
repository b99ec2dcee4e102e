import { strFromU8, unzipSync } from "fflate";
import { expect, test } from "vitest";
import { changeAgendaItem } from "#app/commands/meetings/change-agenda-item.ts";
import { adoptMinutes } from "#app/commands/meetings/adopt-minutes.ts";
import { addErratum } from "#app/commands/meetings/add-erratum.ts";
import { publishMinutes } from "#app/commands/meetings/publish-minutes.ts";
import { publishDecision } from "#app/commands/decisions/publish-decision.ts";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import { anApp, routeTable } from "#test/support/app.ts";
import { aMeeting, done } from "#test/support/meeting.ts";
import { aChamber } from "#test/support/voting.ts";

const [OPEN, CLOSED] = ["roerdomp", "zilverreiger"];
const PHRASE = /zilverreiger (?:punt|besluit|verbetering)/;

test("a closed item of published minutes is at no address for anybody outside the body, the open one is", async () => {
  const chamber = await aChamber();
  const items = [OPEN, CLOSED].map((word) => ({ title: `${word} punt`, notes: `${word} punt`, isClosed: word === CLOSED }));
  const { meetingId, itemIds } = await aMeeting(chamber, "notulen_concept", items);
  await chamber.db.updateTable("meeting").set({ tlp: "CLEAR" }).where("id", "=", meetingId).execute();
  await chamber.db.updateTable("agenda_item").set({ tlp: "CLEAR" }).execute();
  const sam = await chamber.as("sam");
  const numbers: string[] = [];
  for (const [index, word] of [OPEN, CLOSED].entries()) {
    const said = `${word} besluit`;
    const { number } = done(await recordDecision(sam, { meetingId, agendaItemId: itemIds[index] ?? "", title: said, dictum: said, motivation: said, result: "aangenomen" }));
    done(await publishDecision(sam, { number }));
    numbers.push(number);
  }
  done(await adoptMinutes(await chamber.as("vera"), { meetingId }));
  done(await publishMinutes(sam, { meetingId }));
  for (const [index, word] of [OPEN, CLOSED].entries()) done(await addErratum(sam, { meetingId, agendaItemId: itemIds[index] ?? "", statement: `${word} verbetering` }));

  const fill = (path: string | undefined, number: string) => `/${path ?? ""}`.replace(/^\/\//, "/").replace(/:([A-Za-z]+)/g, (_, name: string) => ({ id: meetingId, itemId: itemIds[1] ?? "", number, slug: "veilig" })[name] ?? "x");
  const doors = routeTable.flatMap(({ module, path }) => ("loader" in module ? [fill(path, numbers[1] ?? "")] : []));
  const addresses = [...new Set([...doors, `/zoeken?q=${CLOSED}`, "/vergaderingen?wanneer=geweest"])];
  for (const who of ["stranger", "gemeente", "raad1"]) {
    const browser = anApp({ actingAs: chamber.as }).as(who);
    const leaks: string[] = [];
    for (const address of addresses) if (PHRASE.test(await browser.page(address))) leaks.push(`${who} ${address}`);
    for (const name of ["agenda", "notulen", "besluitenlijst"]) {
      const file = await browser.get(`/vergaderingen/${meetingId}/documenten/${name}.odt`);
      const text = Object.values(unzipSync(new Uint8Array(await file.arrayBuffer()))).map((part) => strFromU8(part)).join().replace(/<[^>]+>/g, "");
      if (PHRASE.test(text)) leaks.push(`${who} ${name}.odt`);
      expect([name, text.includes(OPEN)]).toEqual([name, true]);
    }
    expect(leaks).toEqual([]);
    expect(await browser.page(`/vergaderingen/${meetingId}/notulen`)).toContain(`${OPEN} verbetering`);
  }
  expect(await anApp({ actingAs: chamber.as }).as("lid1").page(`/vergaderingen/${meetingId}/notulen`)).toMatch(PHRASE);
}, 120_000);

test("what was decided under an item is closed with that item, also when it was published before", async () => {
  const chamber = await aChamber();
  const { meetingId, itemIds } = await aMeeting(chamber, "gaande", [{ title: "Punt", notes: "", isClosed: false }]);
  await chamber.db.updateTable("meeting").set({ tlp: "CLEAR" }).where("id", "=", meetingId).execute();
  await chamber.db.updateTable("agenda_item").set({ tlp: "CLEAR" }).execute();
  const sam = await chamber.as("sam");
  const { number } = done(await recordDecision(sam, { meetingId, agendaItemId: itemIds[0] ?? "", title: "Eerst open", dictum: "Wij doen het", motivation: "", result: "aangenomen" }));
  done(await publishDecision(sam, { number }));
  const statusFor = async (who: string) => (await anApp({ actingAs: chamber.as }).as(who).get(`/besluiten/${number}`)).status;
  expect([await statusFor("stranger"), await statusFor("lid1")]).toEqual([200, 200]);
  done(await changeAgendaItem(sam, { meetingId, itemId: itemIds[0] ?? "", title: "Punt", kind: "besluit", isClosed: true, notes: "" }));
  expect([await statusFor("stranger"), await statusFor("lid1")]).toEqual([404, 200]);
});
