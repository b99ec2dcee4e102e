import { attachAnnex } from "#app/commands/meetings/attach-annex.ts";
import { changeAgendaItem } from "#app/commands/meetings/change-agenda-item.ts";
import { changeTemplate } from "#app/commands/meetings/change-template.ts";
import { keepRoomNotes } from "#app/commands/meetings/keep-room-notes.ts";
import { noteOutcome } from "#app/commands/meetings/note-outcome.ts";
import { planMeeting } from "#app/commands/meetings/plan-meeting.ts";
import { planSeries } from "#app/commands/meetings/plan-series.ts";
import { recordAction } from "#app/commands/meetings/record-action.ts";
import { recordHands } from "#app/commands/meetings/record-hands.ts";
import { recordPresence } from "#app/commands/meetings/record-presence.ts";
import { removeAgendaItem } from "#app/commands/meetings/remove-agenda-item.ts";
import { replyToInvitation } from "#app/commands/meetings/reply-to-invitation.ts";
import { runItem } from "#app/commands/meetings/run-item.ts";
import { addAgendaItem } from "#app/commands/meetings/add-agenda-item.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { startMeeting } from "#app/commands/meetings/start-meeting.ts";
import { writeCoverNote } from "#app/commands/meetings/write-cover-note.ts";
import { HOUR, later, MINUTE } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { known, must, type Scene, type Stage } from "./stage.ts";

const POINTS = [
  { title: "Opening en mededelingen", kind: "informatie", plannedMinutes: 5, listsActions: false },
  { title: "Actiepunten", kind: "bespreking", plannedMinutes: 10, listsActions: true },
  { title: "Rondvraag en sluiting", kind: "informatie", plannedMinutes: 5, listsActions: false },
] as const;

/** Fixed points, a series of meetings, an agenda with papers that is sent twice, and a meeting that goes on at this moment. */
export function tellPlanning(stage: Stage, bodyIds: ReadonlyMap<string, string>): void {
  const veilig = () => known(bodyIds, "veilig");

  stage.at(-1, 13, async ({ as }) => {
    const secretary = await as("secretaris.veilig");
    for (const point of POINTS) must(await changeTemplate(secretary, { bodyId: veilig(), change: "add", isClosed: false, notes: "", ...point }), "fixed points of veilig");
    const plan = { title: "Maandoverleg GGI-Veilig", frequency: "monthly", every: 1, nth: 2, fromDay: stage.day(35), untilDay: stage.day(250), starts: "10:00", duration: 120, location: "Online", tlp: "CLEAR", skipsSchoolHolidays: true } as const;
    must(await planSeries(secretary, { bodyId: veilig(), ...plan }), "the series of veilig");
  });

  stage.at(-3, 9, async ({ as, db }) => papersOf(await as("secretaris.veilig"), db, known(stage.book.meetings, "mv4")));
  stage.at(-1, 17, async ({ as, db }) => {
    const [secretary, meetingId] = [await as("secretaris.veilig"), known(stage.book.meetings, "mv4")];
    const [, second] = await itemsOf(db, meetingId);
    must(await changeAgendaItem(secretary, { meetingId, itemId: second?.id ?? "", title: second?.title ?? "", kind: "besluit", isClosed: false, notes: "", owner: { personId: known(stage.book.people, "lid4.veilig"), name: "" }, plannedMinutes: 30 }), "changing the agenda of mv4");
    must(await attachAnnex(secretary, { meetingId, itemId: second?.id ?? "", fileName: "Kosten per jaar.csv", bytes: utf8("jaar;bedrag\n2026;12000\n2027;9500\n") }), "second annex of mv4");
    must(await sendAgenda(secretary, { meetingId }), "sending mv4 again");
    for (const lid of [1, 2, 3, 5]) must(await replyToInvitation(await as(`lid${lid}.veilig`), { meetingId, reply: "aangemeld", note: "" }), `reply of lid ${lid}`);
    must(await replyToInvitation(await as("lid4.veilig"), { meetingId, reply: "afwezig_met_bericht", note: "Ik ben die week vrij.", substitute: { personId: null, name: "Collega Voorbeeld" } }), "reply of lid 4");
  });

  stage.atMoment(later(stage.start, -40 * MINUTE), (scene) => beginMeeting(stage, scene, veilig()));
  stage.atMoment(later(stage.start, -14 * MINUTE), (scene) => secondItem(stage, scene));
}

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const itemsOf = (db: Scene["db"], meetingId: string) => db.selectFrom("agenda_item").select(["id", "title"]).where("meeting_id", "=", meetingId).orderBy("position").execute();

type Context = Awaited<ReturnType<Scene["as"]>>;

/** What the members read before they come. */
async function papersOf(secretary: Context, db: Scene["db"], meetingId: string): Promise<void> {
  const items = await itemsOf(db, meetingId);
  const minutes = [10, 40, 15, 20];
  for (const [place, { id: itemId, title }] of items.entries()) {
    const kind = (["besluit", "bespreking", "informatie", "informatie"] as const)[place] ?? "bespreking";
    must(await changeAgendaItem(secretary, { meetingId, itemId, title, kind, isClosed: place === 3, notes: "", plannedMinutes: minutes[place] ?? 10 }), "minutes of mv4");
  }
  const itemId = items[1]?.id ?? "";
  const note = {
    occasion: "In de peiling gaven drie gemeenten voorwaarden mee.",
    request: "Stem in met de antwoorden op de voorwaarden, zodat de besluitronde kan beginnen.",
    explanation: "Per voorwaarde staat in de bijlage wat er in de tekst is veranderd.",
    finance: "Geen extra kosten in het eerste jaar. Daarna ongeveer € 800 per gemeente per jaar.",
    followUp: "De besluitronde opent een week na de vergadering.",
  };
  must(await writeCoverNote(secretary, { meetingId, itemId, note }), "cover note of mv4");
  must(await attachAnnex(secretary, { meetingId, itemId, fileName: "Antwoorden op voorwaarden.md", bytes: utf8("# Antwoorden op de voorwaarden\n\n1. De termijn is nu acht uur, was vier uur.\n2. Een uitzondering kan, met reden en einddatum.\n") }), "annex of mv4");
}

/** A meeting that the visitor can walk into, whenever the portal starts: the first item with its notes. */
async function beginMeeting(stage: Stage, { as, now, db }: Scene, bodyId: string): Promise<void> {
  const secretary = await as("secretaris.veilig");
  const startsAt = now();
  const { id: meetingId } = must(await planMeeting(secretary, { bodyId, title: "Kort overleg: lek in een product voor thuiswerken", startsAt, endsAt: later(startsAt, HOUR), location: "Online" }), "the running meeting");
  stage.book.meetings.set("mv5", meetingId);
  const items: string[] = [];
  for (const { id: itemId } of await itemsOf(db, meetingId)) must(await removeAgendaItem(secretary, { meetingId, itemId }), "fixed points of the running meeting");
  for (const [title, kind, plannedMinutes] of [["Wat weten we nu?", "informatie", 15], ["Advies aan alle gemeenten", "besluit", 20], ["Afspraken voor het weekend", "bespreking", 10]] as const) items.push(must(await addAgendaItem(secretary, { meetingId, title, kind, isClosed: false, notes: "", plannedMinutes }), "the running agenda").id);
  const [first = ""] = items;
  must(await sendAgenda(secretary, { meetingId }), "sending the running agenda");
  must(await startMeeting(secretary, { meetingId }), "starting the meeting");
  for (const handle of ["voorzitter.veilig", "secretaris.veilig", ...[1, 2, 3, 4, 5, 6, 7, 9].map((lid) => `lid${lid}.veilig`)]) must(await recordPresence(secretary, { meetingId, personId: known(stage.book.people, handle), state: "aanwezig" }), `presence of ${handle}`);
  must(await recordPresence(secretary, { meetingId, personId: known(stage.book.people, "lid8.veilig"), state: "afwezig" }), "absence");
  must(await runItem(secretary, { meetingId, itemId: first }), "the first item");
  must(await keepRoomNotes(secretary, { meetingId, itemId: first, revision: 0, notes: "Twee gemeenten zagen pogingen om binnen te komen. Er is nog geen schade.\n\n- De leverancier heeft een herstel klaar.\n- Installeren duurt ongeveer een uur." }), "notes");
  must(await noteOutcome(secretary, { meetingId, itemId: first, statement: "Het herstel van de leverancier is getest door drie gemeenten." }), "an outcome");
}

/** The second item runs, with a vote and an action. */
async function secondItem(stage: Stage, { as, db }: Scene): Promise<void> {
  const [secretary, meetingId] = [await as("secretaris.veilig"), known(stage.book.meetings, "mv5")];
  const second = (await itemsOf(db, meetingId))[1]?.id ?? "";
  must(await runItem(secretary, { meetingId, itemId: second }), "the second item");
  must(await recordHands(secretary, { meetingId, itemId: second, question: "De expertgroep raadt alle gemeenten aan het herstel vandaag te installeren.", title: "Herstel vandaag installeren", rule: ruleOf("gewoon"), named: new Map(), rest: "voor" }), "a show of hands");
  must(await recordAction(secretary, { meetingId, agendaItemId: second, statement: "Bericht sturen aan alle gemeenten", ownerId: known(stage.book.people, "lid2.veilig"), ownerName: "", dueOn: stage.day(1) }), "an action");
}
