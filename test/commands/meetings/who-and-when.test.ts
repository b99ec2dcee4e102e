import { expect, test } from "vitest";
import { addAgendaItem } from "#app/commands/meetings/add-agenda-item.ts";
import { attachAnnex } from "#app/commands/meetings/attach-annex.ts";
import { cancelMeeting } from "#app/commands/meetings/cancel-meeting.ts";
import { changeMeeting } from "#app/commands/meetings/change-meeting.ts";
import { closeMeeting } from "#app/commands/meetings/close-meeting.ts";
import { keepRoomNotes } from "#app/commands/meetings/keep-room-notes.ts";
import { moveAgendaItem } from "#app/commands/meetings/move-agenda-item.ts";
import { noteOutcome } from "#app/commands/meetings/note-outcome.ts";
import { recordAction } from "#app/commands/meetings/record-action.ts";
import { recordHands } from "#app/commands/meetings/record-hands.ts";
import { recordPresence } from "#app/commands/meetings/record-presence.ts";
import { removeAgendaItem } from "#app/commands/meetings/remove-agenda-item.ts";
import { replyToInvitation } from "#app/commands/meetings/reply-to-invitation.ts";
import { runItem } from "#app/commands/meetings/run-item.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { startMeeting } from "#app/commands/meetings/start-meeting.ts";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import { MEETING_STATES, type MeetingState } from "#app/domain/meetings/meeting.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import { aMeeting } from "#test/support/meeting.ts";
import { aChamber, at, type Chamber } from "#test/support/voting.ts";

type As = Awaited<ReturnType<Chamber["as"]>>;
interface Line {
  readonly states: readonly MeetingState[];
  readonly roles: readonly string[];
  /** tries it with something that is refused later on, so that nothing changes */
  readonly tries: (as: As, meetingId: string) => Promise<{ readonly ok: boolean; readonly refusal?: string }>;
}

const BEFORE: readonly MeetingState[] = ["gepland", "agenda_verstuurd"];
const IN_THE_ROOM: readonly MeetingState[] = ["gaande"];
const AND_AFTER: readonly MeetingState[] = ["gaande", "gehouden"];
const UNTIL_ADOPTED: readonly MeetingState[] = ["gaande", "gehouden", "notulen_concept"];
const [SECRETARY, BUREAU, MEMBERS] = [["sam"], ["sam", "vera"], ["sam", "vera", "lid1"]];

/** Written out from the domain, not taken from the code. Source: domain, "Meetings". */
const TABLE: Record<string, Line> = {
  change: { states: BEFORE, roles: SECRETARY, tries: (as, meetingId) => changeMeeting(as, { meetingId, title: " ", startsAt: at("10:00"), endsAt: at("12:00"), location: "" }) },
  cancel: { states: BEFORE, roles: BUREAU, tries: (as, meetingId) => cancelMeeting(as, { meetingId, reason: " " }) },
  "add item": { states: [...BEFORE, ...IN_THE_ROOM], roles: SECRETARY, tries: (as, meetingId) => addAgendaItem(as, { meetingId, title: " ", kind: "bespreking", isClosed: false, notes: "" }) },
  "move item": { states: [...BEFORE, ...IN_THE_ROOM], roles: SECRETARY, tries: (as, meetingId) => moveAgendaItem(as, { meetingId, itemId: "geen", direction: "up" }) },
  "remove item": { states: [...BEFORE, ...IN_THE_ROOM], roles: SECRETARY, tries: (as, meetingId) => removeAgendaItem(as, { meetingId, itemId: "geen" }) },
  annex: { states: [...BEFORE, ...IN_THE_ROOM], roles: SECRETARY, tries: (as, meetingId) => attachAnnex(as, { meetingId, itemId: "geen", fileName: "a.pdf", bytes: Buffer.from("%PDF-1.7\n"), title: "" } as never) },
  "send agenda": { states: BEFORE, roles: SECRETARY, tries: (as, meetingId) => sendAgenda(as, { meetingId }) },
  reply: { states: BEFORE, roles: [...MEMBERS, "lid3"], tries: (as, meetingId) => replyToInvitation(as, { meetingId, reply: "aangemeld", note: "", substitute: { personId: "niemand" } as never }) },
  start: { states: BEFORE, roles: BUREAU, tries: (as, meetingId) => startMeeting(as, { meetingId }) },
  close: { states: IN_THE_ROOM, roles: BUREAU, tries: (as, meetingId) => closeMeeting(as, { meetingId }) },
  "run item": { states: IN_THE_ROOM, roles: SECRETARY, tries: (as, meetingId) => runItem(as, { meetingId, itemId: "geen" }) },
  "count hands": { states: IN_THE_ROOM, roles: SECRETARY, tries: (as, meetingId) => recordHands(as, { meetingId, itemId: "geen", question: "", title: "", rule: ruleOf("gewoon"), named: new Map(), rest: null }) },
  notes: { states: AND_AFTER, roles: SECRETARY, tries: (as, meetingId) => keepRoomNotes(as, { meetingId, itemId: "geen", revision: 0, notes: "" }) },
  outcome: { states: AND_AFTER, roles: SECRETARY, tries: (as, meetingId) => noteOutcome(as, { meetingId, itemId: "geen", statement: "" }) },
  presence: { states: UNTIL_ADOPTED, roles: SECRETARY, tries: (as, meetingId) => recordPresence(as, { meetingId, personId: "niemand", state: "aanwezig" }) },
  action: { states: UNTIL_ADOPTED, roles: SECRETARY, tries: (as, meetingId) => recordAction(as, { meetingId, statement: " ", ownerId: null, ownerName: "", dueOn: null }) },
  decision: { states: UNTIL_ADOPTED, roles: SECRETARY, tries: (as, meetingId) => recordDecision(as, { meetingId, agendaItemId: "geen", title: "", dictum: "", motivation: "", result: "aangenomen", figures: null }) },
};

const PEOPLE = ["sam", "vera", "lid1", "lid3", "raad1", "rita", "gemeente", "beheer", "stranger"];

test.each(Object.entries(TABLE))("%s: every state and role", async (_, { states, roles, tries }) => {
  const chamber = await aChamber();
  const { meetingId } = await aMeeting(chamber, "gaande");
  const wrong: string[] = [];
  for (const state of MEETING_STATES) {
    for (const who of PEOPLE) {
      await chamber.db.updateTable("meeting").set({ state }).where("id", "=", meetingId).execute();
      const { ok, refusal = "" } = await tries(await chamber.as(who), meetingId);
      const expected = !roles.includes(who) ? "not-allowed" : states.includes(state) ? "past the state" : "meeting-wrong-state";
      const got = !ok && (refusal === "not-allowed" || refusal === "meeting-wrong-state") ? refusal : "past the state";
      if (got !== expected) wrong.push(`${state} ${who}: ${ok ? "done" : refusal} instead of ${expected}`);
    }
  }
  expect(wrong).toEqual([]);
});
