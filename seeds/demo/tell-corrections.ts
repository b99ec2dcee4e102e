import { changeDecision } from "#app/commands/decisions/change-decision.ts";
import { answerCorrection } from "#app/commands/meetings/answer-correction.ts";
import { submitCorrection } from "#app/commands/meetings/submit-correction.ts";
import type { Db } from "#db/client.ts";
import { known, must, type Stage } from "./stage.ts";

const SECRETARY = "secretaris.veilig";

/** What comes after the meetings: corrections of a concept, one taken over and one that still waits, and a decision that was taken back. */
export function tellCorrections(stage: Stage): void {
  const meetingId = () => known(stage.book.meetings, "mv3");
  const itemOf = async (db: Db, title: string) => (await db.selectFrom("agenda_item").select("id").where("meeting_id", "=", meetingId()).where("title", "=", title).executeTakeFirstOrThrow()).id;

  // Later in the day than the concept is shared: a weekend may put both on one day.
  stage.at(-8, 14, async ({ as, db }) => {
    const agendaItemId = await itemOf(db, "Ingrijpen bij een besmetting");
    must(await submitCorrection(await as("lid2.veilig"), { meetingId: meetingId(), agendaItemId, passage: "De besluitronde kan open.", suggestion: "De besluitronde kan open zodra de tekst over de bereikbaarheid is aangevuld." }), "a correction");
  });
  stage.at(-7, 16, async ({ as }) => {
    const answer = { meetingId: meetingId(), number: 1, disposition: "partly", answer: "Klopt. Wij hebben het korter opgeschreven.", wording: "De besluitronde kan open na een aanvulling over de bereikbaarheid." } as const;
    must(await answerCorrection(await as(SECRETARY), answer), "an answer to a correction");
  });
  stage.at(-6, 14, async ({ as, db }) => {
    const agendaItemId = await itemOf(db, "Jaarlijks oefenen");
    must(await submitCorrection(await as("lid1.veilig"), { meetingId: meetingId(), agendaItemId, passage: "Kleine gemeenten willen samen met buren oefenen.", suggestion: "Kleine gemeenten willen samen met buren oefenen en de kosten delen." }), "a second correction");
  });
  stage.at(-60, 10, async ({ as }) => {
    const change = { publicTitle: null, publicDictum: null, embargoUntil: null, reviewOn: null, validUntil: null, validity: "ingetrokken", replacedBy: null } as const;
    must(await changeDecision(await as("secretaris.services"), { ...change, number: known(stage.book.decisions, "proeftijd") }), "taking a decision back");
  });
}
