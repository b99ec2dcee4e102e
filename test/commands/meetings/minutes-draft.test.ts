import { expect, test } from "vitest";
import { recordCommitment } from "#app/commands/decisions/record-commitment.ts";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import { keepRoomNotes } from "#app/commands/meetings/keep-room-notes.ts";
import { noteOutcome } from "#app/commands/meetings/note-outcome.ts";
import { recordAction } from "#app/commands/meetings/record-action.ts";
import { recordAttendance } from "#app/commands/meetings/record-attendance.ts";
import { recordHands } from "#app/commands/meetings/record-hands.ts";
import { establishRound } from "#app/commands/voting/establish-round.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { draftsFor } from "#app/routes/meetings/minutes-facts.ts";
import { listAgenda } from "#db/queries/agenda-items.ts";
import { findMeeting } from "#db/queries/meetings.ts";
import { aMeeting, done } from "#test/support/meeting.ts";
import { aChamber, aRound, votes } from "#test/support/voting.ts";

/** A meeting in which everything happened that minutes tell of. */
async function aFullMeeting() {
  const chamber = await aChamber();
  await chamber.proposal(1);
  const established = await aRound(chamber);
  await votes(chamber, established, ["voor", "voor", "voor", "tegen"]);
  chamber.clockStrikes("11:00");
  done(await establishRound(await chamber.as("vera"), { roundId: established }));
  done(await establishRound(await chamber.as("sam"), { roundId: established }));

  const { meetingId, itemIds } = await aMeeting(chamber, "gaande", [
    { title: "Opening", kind: "informatie" },
    { title: "Uitslag", kind: "bespreking", subject: { kind: "round", id: established } },
    { title: "Meldtermijn", kind: "besluit" },
    { title: "Rondvraag", kind: "informatie" },
  ]);
  const [sam, [opening, , term]] = [await chamber.as("sam"), itemIds];
  const members = [["vera", "aanwezig"], ["lid1", "aanwezig"], ["lid2", "aanwezig"], ["lid3", "aanwezig"], ["lid4", "afwezig_met_bericht"], ["lid5", "afwezig"]] as const;
  done(await recordAttendance(sam, { meetingId, members: members.map(([personId, state]) => ({ personId, state })), guests: [{ name: "Gast van Buiten", organisationName: "Leverancier" }] }));
  done(await keepRoomNotes(sam, { meetingId, itemId: opening, revision: 0, notes: "De voorzitter opent.\n\n- De agenda is akkoord.\n" }));
  done(await noteOutcome(sam, { meetingId, itemId: opening, statement: "De proef begint\nin maart." }));
  done(await recordHands(sam, { meetingId, itemId: term ?? "", title: "Uitstel", question: "Stellen wij dit uit?", rule: ruleOf("gewoon"), named: new Map([["seat-lid1", "voor"], ["seat-lid2", "tegen"], ["seat-lid3", "onthouden"]]), rest: null }));
  done(await recordHands(sam, { meetingId, itemId: term ?? "", title: "Meldtermijn blijft 60 minuten", question: "De termijn blijft 60 minuten.", rule: ruleOf("gewoon"), named: new Map([["seat-lid2", "tegen"]]), rest: "voor" }));
  const { number } = done(await recordDecision(sam, { meetingId, agendaItemId: term ?? "", title: "Proef in drie gemeenten", dictum: "Drie gemeenten proberen het uit.", motivation: "Eerst zien.", result: "aangenomen" }));
  done(await recordCommitment(sam, { meetingId, agendaItemId: term ?? "", statement: "Leveranciers horen het voor kerst", promisedBy: "Persoon vera", dueOn: "2026-12-24" as Day, decision: number }));
  done(await recordAction(sam, { meetingId, agendaItemId: term ?? "", statement: "Gemeenten vragen mee te doen", ownerId: "lid1", ownerName: "", dueOn: "2026-11-20" as Day }));
  done(await recordAction(sam, { meetingId, agendaItemId: term ?? "", statement: "Kosten uitzoeken", ownerId: null, ownerName: "Iemand van VNG", dueOn: null }));
  return { chamber, meetingId, itemIds, established };
}

test("the first draft of the minutes tells all that happened, item by item, and nothing under an item where nothing happened", async () => {
  const { chamber, meetingId, itemIds, established } = await aFullMeeting();
  const sam = await chamber.as("sam");
  const meeting = await findMeeting(chamber.db, sam.actor, meetingId);
  if (!meeting) throw new Error("no meeting");
  const drafts = await draftsFor(sam, meeting, await listAgenda(chamber.db, sam.actor, meetingId));
  const anchors = await chamber.db.selectFrom("event").select(["act", "sequence", "hash"]).where("subject_id", "=", established).where("act", "in", ["round.open", "round.close", "round.establish"]).orderBy("sequence").execute();
  const last = new Map(anchors.map(({ act, sequence, hash }) => [act, `veilig ${sequence} ${hash}`]));

  expect(drafts.get(itemIds[0])).toBe(`Er zijn 5 aanwezigen, van 5 organisaties. Afwezig met bericht: Persoon lid4 (Gemeente lid4). Afwezig: Persoon lid5 (Gemeente lid5).

De voorzitter opent.

- De agenda is akkoord.

De proef begint in maart.`);
  expect(drafts.get(itemIds[1] ?? "")?.replace(/- `.*`\n?/g, "")).toBe(`**Uitslag van [Besluitronde 1: Eisen aan monitoring](/stemrondes/${established}/uitslag).** Het voorstel is aangenomen: 3 zetels stemden voor en 1 tegen. Er waren 3 stemmen voor nodig.

Controlegetallen van het logboek:

`);
  for (const line of last.values()) expect(drafts.get(itemIds[1] ?? "")).toContain(line);
  expect(drafts.get(itemIds[2] ?? "")).toBe(`**Hand opsteken: Stellen wij dit uit?** Stemmen staken (1 voor, 1 tegen, 1 onthouden).

**Besluit B-2026-002: Meldtermijn blijft 60 minuten.** De termijn blijft 60 minuten. (2 voor, 1 tegen, 0 onthouden)

**Besluit B-2026-003: Proef in drie gemeenten.** Drie gemeenten proberen het uit.

- **Toezegging T-2026-001** (Persoon vera, uiterlijk 24 december 2026): Leveranciers horen het voor kerst

- **Actie A-2026-001** (Persoon lid1, uiterlijk 20 november 2026): Gemeenten vragen mee te doen
- **Actie A-2026-002** (Iemand van VNG): Kosten uitzoeken`);
  expect([...drafts.keys()]).toEqual(itemIds.slice(0, 3));
});
