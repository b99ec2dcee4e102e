import { strFromU8, unzipSync } from "fflate";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { expect, test } from "vitest";
import { changeAgendaItem } from "#app/commands/meetings/change-agenda-item.ts";
import { adoptMinutes } from "#app/commands/meetings/adopt-minutes.ts";
import { addErratum } from "#app/commands/meetings/add-erratum.ts";
import { answerCorrection } from "#app/commands/meetings/answer-correction.ts";
import { attachAnnex } from "#app/commands/meetings/attach-annex.ts";
import { closeMeeting } from "#app/commands/meetings/close-meeting.ts";
import { keepRoomNotes } from "#app/commands/meetings/keep-room-notes.ts";
import { noteOutcome } from "#app/commands/meetings/note-outcome.ts";
import { recordAction } from "#app/commands/meetings/record-action.ts";
import { recordAttendance } from "#app/commands/meetings/record-attendance.ts";
import { recordHands } from "#app/commands/meetings/record-hands.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { shareConceptMinutes } from "#app/commands/meetings/share-concept-minutes.ts";
import { startMeeting } from "#app/commands/meetings/start-meeting.ts";
import { submitCorrection } from "#app/commands/meetings/submit-correction.ts";
import { writeCoverNote } from "#app/commands/meetings/write-cover-note.ts";
import { writeMinutes } from "#app/commands/meetings/write-minutes.ts";
import { recordCommitment } from "#app/commands/decisions/record-commitment.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { publishMinutes } from "#app/commands/meetings/publish-minutes.ts";
import { publishDecision } from "#app/commands/decisions/publish-decision.ts";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import { anApp, routeTable } from "#test/support/app.ts";
import { aMeeting, done } from "#test/support/meeting.ts";
import { aChamber } from "#test/support/voting.ts";

const [OPEN, CLOSED] = ["roerdomp", "zilverreiger"];
/** What stands in every field of the closed item; the same with the other word stands in the open one. */
const PHRASE = /zilverreiger (?:punt|toelichting|oplegnotitie|bijlage|aantekening|uitkomst|handen|besluit|toezegging|actie|notulen|wens|antwoord|verbetering)/g;
const EMBARGOED = "ijsvogelbesluit";
/** Stands beside it, to search for: a page repeats what was asked. */
const ASKED = "beekoever";

/** A meeting of which an open and a closed item have been through everything, with published minutes and a decision under embargo. */
async function aTellingMeeting() {
  const chamber = await aChamber();
  const [sam, lid1] = [await chamber.as("sam"), await chamber.as("lid1")];
  const { meetingId, itemIds } = await aMeeting(chamber, "gepland", [...[OPEN, CLOSED].map((word) => ({ title: `${word} punt`, notes: `${word} toelichting`, isClosed: word === CLOSED })), { title: "Later", notes: "" }]);
  await chamber.db.updateTable("meeting").set({ tlp: "CLEAR" }).where("id", "=", meetingId).execute();
  await chamber.db.updateTable("agenda_item").set({ tlp: "CLEAR" }).execute();
  const items = [OPEN, CLOSED].map((word, index) => ({ word, itemId: itemIds[index] ?? "", meetingId }));
  const ids: Record<string, string[]> = { id: [meetingId], itemId: [itemIds[1] ?? ""], annexId: [], number: ["1"], slug: ["veilig"] };
  for (const { word, ...at } of items) {
    done(await writeCoverNote(sam, { ...at, note: { occasion: `${word} oplegnotitie`, request: `${word} oplegnotitie`, explanation: `${word} oplegnotitie`, finance: "", followUp: "" } }));
    const { id } = done(await attachAnnex(sam, { ...at, fileName: `${word} bijlage.txt`, bytes: Buffer.from(`${word} bijlage`) }));
    if (word === CLOSED) ids["annexId"]?.push(id);
  }
  done(await sendAgenda(sam, { meetingId }));
  done(await startMeeting(sam, { meetingId }));
  done(await recordAttendance(sam, { meetingId, members: ["lid1", "lid2", "vera"].map((personId) => ({ personId, state: "aanwezig" as const })) }));
  for (const { word, ...at } of items) {
    done(await keepRoomNotes(sam, { ...at, revision: 0, notes: `${word} aantekening` }));
    done(await noteOutcome(sam, { ...at, statement: `${word} uitkomst` }));
    done(await recordHands(sam, { ...at, question: `${word} handen`, title: `${word} handen`, rule: ruleOf("gewoon"), named: new Map(), rest: "voor" }));
    const said = `${word} besluit`;
    const { number } = done(await recordDecision(sam, { meetingId, agendaItemId: at.itemId, title: said, dictum: said, motivation: said, result: "aangenomen" }));
    done(await publishDecision(sam, { number }));
    const promise = done(await recordCommitment(sam, { meetingId, agendaItemId: at.itemId, statement: `${word} toezegging`, promisedBy: `${word} toezegging`, dueOn: null, decision: null }));
    const action = done(await recordAction(sam, { meetingId, agendaItemId: at.itemId, statement: `${word} actie`, ownerId: "lid1", ownerName: "", dueOn: null }));
    if (word === CLOSED) ids["number"]?.push(number, promise.number, action.number);
  }
  const later = done(await recordDecision(sam, { meetingId, agendaItemId: itemIds[2] ?? "", title: `${EMBARGOED} ${ASKED}`, dictum: EMBARGOED, motivation: EMBARGOED, result: "aangenomen", embargoUntil: "2026-12-24T09:00:00.000Z" as Instant }));
  done(await publishDecision(sam, { number: later.number }));
  ids["number"]?.push(later.number);
  const { minutes_revision: revision } = await chamber.db.selectFrom("meeting").select("minutes_revision").where("id", "=", meetingId).executeTakeFirstOrThrow();
  done(await writeMinutes(sam, { meetingId, revision, items: items.map(({ word, itemId }) => ({ id: itemId, minutes: `${word} notulen zijn kort.` })) }));
  done(await closeMeeting(sam, { meetingId }));
  done(await shareConceptMinutes(sam, { meetingId }));
  for (const { word, itemId } of items) {
    const { number } = done(await submitCorrection(lid1, { meetingId, agendaItemId: itemId, passage: `${word} notulen zijn kort`, suggestion: `${word} wens` }));
    done(await answerCorrection(sam, { meetingId, number, disposition: "adopted", answer: `${word} antwoord`, wording: `${word} notulen zijn langer` }));
  }
  done(await adoptMinutes(await chamber.as("vera"), { meetingId }));
  const publish = async () => {
    done(await publishMinutes(sam, { meetingId }));
    for (const { word, itemId } of items) done(await addErratum(sam, { meetingId, agendaItemId: itemId, statement: `${word} verbetering` }));
  };
  return { chamber, meetingId, ids, later: later.number, publish };
}

/** Where more than one of the numbers leads somewhere. */
const ABOUT_MEETINGS = /^\/(?:vergaderingen|besluiten|toezeggingen|acties|actiepunten)/;

/** Every address that can be read, filled in with each of the things that there are. */
function addressesOf(ids: Readonly<Record<string, readonly string[]>>): string[] {
  const filled = (path: string): string[] => {
    const [whole, name = ""] = /:([A-Za-z]+)/.exec(path) ?? [];
    const values = ids[name] ?? ["x"];
    return whole === undefined ? [path] : (ABOUT_MEETINGS.test(path) ? values : values.slice(0, 1)).flatMap((value) => filled(path.replace(whole, value)));
  };
  const doors = routeTable.flatMap(({ module, path = "" }) => ("loader" in module ? filled(`/${path}`.replace(/^\/\//, "/")) : []));
  const more = [`/zoeken?q=${CLOSED}`, `/zoeken?q=${ASKED}`, "/vergaderingen?wanneer=geweest", `/besluiten?q=${CLOSED}`, `/besluiten?q=${ASKED}`, `/logboek?keten=veilig`];
  const documents = ["agenda", "notulen", "besluitenlijst"].flatMap((name) => ["odt", "pdf"].map((ending) => `/vergaderingen/${ids["id"]?.[0] ?? ""}/documenten/${name}.${ending}`));
  return [...new Set([...doors, ...more, ...documents])];
}

/** The words of an answer, also when it is a document. */
async function wordsOf(answer: Response): Promise<string> {
  const type = answer.headers.get("Content-Type") ?? "";
  const bytes = new Uint8Array(await answer.arrayBuffer());
  if (type.includes("opendocument") || type.includes("spreadsheetml")) return Object.values(unzipSync(bytes)).map((part) => strFromU8(part)).join(" ").replace(/<[^>]+>/g, "");
  if (!type.includes("application/pdf")) return Buffer.from(bytes).toString("utf8");
  const pdf = await getDocument({ data: bytes, verbosity: 0 }).promise;
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, place) => (await (await pdf.getPage(place + 1)).getTextContent()).items.map((item) => ("str" in item ? item.str : "")).join(" ")));
  await pdf.loadingTask.destroy();
  return pages.join(" ");
}

test("a closed item and a decision under embargo are at no address and in no document for anybody outside the body, the open item is", async () => {
  const { chamber, meetingId, ids, later, publish } = await aTellingMeeting();
  const addresses = addressesOf(ids);
  const secrets = async (who: string) => {
    const browser = anApp({ actingAs: chamber.as }).as(who);
    const found: string[] = [];
    for (const address of addresses) {
      const words = await wordsOf(await browser.get(address));
      const said = [...words.matchAll(PHRASE), ...words.matchAll(new RegExp(EMBARGOED, "g"))].map(([one]) => one);
      if (said.length > 0) found.push(`${who} ${address}: ${[...new Set(said)].join(", ")}`);
    }
    return found;
  };
  for (const moment of ["before", "after"]) {
    if (moment === "after") {
      // The embargo ends, so that the minutes can go out, and then begins again: the strictest reading of "not yet".
      await chamber.db.updateTable("decision").set({ embargo_until: null }).where("number", "=", later).execute();
      await publish();
      await chamber.db.updateTable("decision").set({ embargo_until: "2026-12-24T09:00:00.000Z" as Instant }).where("number", "=", later).execute();
    }
    for (const who of moment === "before" ? ["raad1"] : ["stranger", "gemeente", "raad1"]) expect([moment, await secrets(who)]).toEqual([moment, []]);
  }

  const outside = anApp({ actingAs: chamber.as }).as("stranger");
  const minutes = await outside.page(`/vergaderingen/${meetingId}/notulen`);
  for (const said of ["punt", "notulen", "verbetering", "besluit", "actie", "toezegging"]) expect([said, minutes.includes(`${OPEN} ${said}`)]).toEqual([said, true]);
  for (const name of ["notulen", "besluitenlijst"]) for (const ending of ["odt", "pdf"]) expect(await wordsOf(await outside.get(`/vergaderingen/${meetingId}/documenten/${name}.${ending}`))).toContain(OPEN);
  for (const number of ids["number"]?.slice(1) ?? []) for (const door of ["besluiten", "toezeggingen"]) expect([number, door, (await outside.get(`/${door}/${number}`)).status]).toEqual([number, door, 404]);
  expect((await outside.get(`/vergaderingen/${meetingId}/bijlagen/${ids["annexId"]?.[0] ?? ""}`)).status).toBe(404);

  // The finder finds: for the secretaris of the body it is there.
  const inside = (await secrets("sam")).join("\n");
  for (const said of ["punt", "bijlage", "handen", "besluit", "toezegging", "actie", "notulen", "verbetering", EMBARGOED]) expect([said, inside.includes(said)]).toEqual([said, true]);
  for (const document of ["notulen.odt", "notulen.pdf", "besluitenlijst.pdf"]) expect(inside).toContain(document);
  const letters = await chamber.db.selectFrom("mail").select(["person_id", "facts"]).execute();
  expect(letters.filter(({ person_id: id, facts }) => !/^(lid|vera|sam)/.test(id) && (PHRASE.test(facts) || facts.includes(EMBARGOED)))).toEqual([]);
}, 240_000);

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
