import { changeDecision } from "#app/commands/decisions/change-decision.ts";
import { fulfilCommitment } from "#app/commands/decisions/fulfil-commitment.ts";
import { recordCommitment } from "#app/commands/decisions/record-commitment.ts";
import type { CommandContext } from "#app/commands/context.ts";
import { recordDecision } from "#app/commands/decisions/record-decision.ts";
import { publishDecision } from "#app/commands/decisions/publish-decision.ts";
import { addAgendaItem, type AgendaSubject } from "#app/commands/meetings/add-agenda-item.ts";
import { adoptMinutes } from "#app/commands/meetings/adopt-minutes.ts";
import { cancelMeeting } from "#app/commands/meetings/cancel-meeting.ts";
import { closeMeeting } from "#app/commands/meetings/close-meeting.ts";
import { finishAction } from "#app/commands/meetings/finish-action.ts";
import { planMeeting } from "#app/commands/meetings/plan-meeting.ts";
import { publishMinutes } from "#app/commands/meetings/publish-minutes.ts";
import { recordAction } from "#app/commands/meetings/record-action.ts";
import { recordAttendance } from "#app/commands/meetings/record-attendance.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { shareConceptMinutes } from "#app/commands/meetings/share-concept-minutes.ts";
import { startMeeting } from "#app/commands/meetings/start-meeting.ts";
import { writeMinutes } from "#app/commands/meetings/write-minutes.ts";
import { later, MINUTE } from "#app/domain/shared/instant.ts";
import { MEETINGS, type StoryAgendaItem, type StoryDecision, type StoryMeeting } from "./meetings.ts";
import { PEOPLE, VOTING_SEATS } from "./people.ts";
import { known, must, type Scene, type Stage } from "./stage.ts";

/** Every meeting: planned, agenda sent, held with attendance, minutes shared, adopted in the next meeting and published. */
export function tellMeetings(stage: Stage, bodyIds: ReadonlyMap<string, string>): void {
  for (const meeting of MEETINGS) {
    const secretary = `secretaris.${meeting.body}`;
    const startsAt = stage.moment(meeting.day, meeting.hour);
    const meetingId = () => known(stage.book.meetings, meeting.key);
    const agendaIds: string[] = [];

    stage.at(Math.min(meeting.day - 28, -2), 11, async ({ as }) => {
      const { title, location } = meeting;
      const plan = { bodyId: known(bodyIds, meeting.body), title, location, startsAt, endsAt: later(startsAt, meeting.hours * 60 * MINUTE) };
      stage.book.meetings.set(meeting.key, must(await planMeeting(await as(secretary), plan), `planning ${meeting.key}`).id);
    });
    if (meeting.until === "cancelled") {
      stage.at(-1, 12, async ({ as }) => must(await cancelMeeting(await as(secretary), { meetingId: meetingId(), reason: meeting.reason ?? "" }), `cancelling ${meeting.key}`));
      continue;
    }
    stage.at(Math.min(meeting.day - 12, -1), 15, async ({ as }) => {
      const context = await as(secretary);
      for (const item of meeting.agenda) {
        const { title, kind, isClosed = false, notes = "" } = item;
        const subject = subjectOf(stage, item);
        agendaIds.push(must(await addAgendaItem(context, { meetingId: meetingId(), title, kind, isClosed, notes, subject }), `agenda of ${meeting.key}`).id);
      }
      const adopts = meeting.adopts;
      if (adopts !== undefined) agendaIds.push(must(await addAgendaItem(context, { meetingId: meetingId(), title: "Notulen van de vorige vergadering", kind: "besluit", isClosed: false, notes: "", subject: { kind: "minutes", id: known(stage.book.meetings, adopts) } }), `minutes on ${meeting.key}`).id);
    });
    if (meeting.until === "planned") continue;
    stage.at(Math.min(meeting.day - 9, -1), 16, async ({ as }) => must(await sendAgenda(await as(secretary), { meetingId: meetingId() }), `agenda of ${meeting.key}`));
    if (meeting.until === "sent") continue;
    stage.at(meeting.day, meeting.hour, async (scene) => holdMeeting(stage, scene, meeting, agendaIds));
    if (meeting.until === "held") continue;
    stage.at(meeting.day + 4, 10, async ({ as }) => must(await shareConceptMinutes(await as(secretary), { meetingId: meetingId() }), `concept of ${meeting.key}`));
    if (meeting.until === "concept" || MEETINGS.some(({ adopts }) => adopts === meeting.key)) continue;
    stage.at(meeting.day + 20, 10, async (scene) => {
      must(await adoptMinutes(await scene.as(`voorzitter.${meeting.body}`), { meetingId: meetingId() }), `adopting ${meeting.key}`);
      must(await publishMinutes(await scene.as(secretary), { meetingId: meetingId() }), `publishing ${meeting.key}`);
    });
  }
}

/** Attendance, minutes, decisions and actions, the minutes of the meeting before, and the end. */
async function holdMeeting(stage: Stage, { as, db }: Scene, meeting: StoryMeeting, agendaIds: readonly string[]): Promise<void> {
  const context = await as(`secretaris.${meeting.body}`);
  const meetingId = known(stage.book.meetings, meeting.key);
  must(await startMeeting(context, { meetingId }), `starting ${meeting.key}`);
  must(await recordAttendance(context, { meetingId, members: attendanceOf(stage, meeting) }), `attendance of ${meeting.key}`);

  const { minutes_revision: revision } = await db.selectFrom("meeting").select("minutes_revision").where("id", "=", meetingId).executeTakeFirstOrThrow();
  const items = meeting.agenda.flatMap(({ minutes, outcome }, place) => (minutes === undefined || !agendaIds[place] ? [] : [{ id: agendaIds[place], minutes, outcome }]));
  const adoption = agendaIds[meeting.agenda.length];
  if (adoption !== undefined) items.push({ id: adoption, minutes: "De notulen zijn zonder wijziging vastgesteld.", outcome: "besluit" });
  must(await writeMinutes(context, { meetingId, revision, items }), `minutes of ${meeting.key}`);
  for (const [place, { decision, actions = [], promises = [] }] of meeting.agenda.entries()) {
    const agendaItemId = agendaIds[place] ?? "";
    if (decision) await enterDecision(stage, context, meeting, { agendaItemId, meetingId, decision });
    for (const { statement, by, due, kept } of promises) {
      const { number } = must(await recordCommitment(context, { meetingId, agendaItemId, statement, promisedBy: by, dueOn: stage.day(due), decision: null }), `promise of ${meeting.key}`);
      if (kept !== undefined) stage.at(kept.day, 16, async (scene) => must(await fulfilCommitment(await scene.as(`secretaris.${meeting.body}`), { number, note: kept.note }), `keeping ${number}`));
    }
    for (const { statement, owner, due, done } of actions) {
      const { number } = must(await recordAction(context, { meetingId, agendaItemId, statement, ownerId: known(stage.book.people, owner), ownerName: "", dueOn: stage.day(due) }), `action of ${meeting.key}`);
      if (done !== undefined) stage.at(done, 17, async (scene) => must(await finishAction(await scene.as(owner), { number }), `finishing ${number}`));
    }
  }
  const { adopts } = meeting;
  if (adopts !== undefined) {
    const earlier = known(stage.book.meetings, adopts);
    must(await adoptMinutes(context, { meetingId: earlier, inMeetingId: meetingId }), `adopting ${adopts} in ${meeting.key}`);
    must(await publishMinutes(context, { meetingId: earlier }), `publishing ${adopts}`);
  }
  must(await closeMeeting(context, { meetingId }), `closing ${meeting.key}`);
}

/** A decision of the meeting itself, published at once, and what it does to an earlier one. */
async function enterDecision(stage: Stage, context: CommandContext, meeting: StoryMeeting, { agendaItemId, meetingId, decision }: { agendaItemId: string; meetingId: string; decision: StoryDecision }): Promise<void> {
  const { key, title, dictum, motivation, replaces, embargo, review } = decision;
  const embargoUntil = embargo === undefined ? null : stage.moment(embargo, 9);
  const { number } = must(await recordDecision(context, { ...{ meetingId, agendaItemId, title, dictum, motivation, result: "aangenomen", embargoUntil }, reviewOn: review === undefined ? null : stage.day(review) }), `decision of ${meeting.key}`);
  must(await publishDecision(context, { number }), `publishing the decision of ${meeting.key}`);
  if (key !== undefined) stage.book.decisions.set(key, number);
  const unchanged = { publicTitle: null, publicDictum: null, embargoUntil: null, reviewOn: null, validUntil: null };
  if (replaces !== undefined) must(await changeDecision(context, { ...unchanged, number: known(stage.book.decisions, replaces), validity: "vervangen", replacedBy: number }), `replacing ${replaces}`);
}

function attendanceOf(stage: Stage, { body, apologies = [], absent = [] }: StoryMeeting) {
  const bureau = PEOPLE.filter(({ seat }) => seat?.body === body && seat.role !== "member").map(({ handle }) => ({ personId: known(stage.book.people, handle), state: "aanwezig" as const }));
  const members = Array.from({ length: VOTING_SEATS[body] }, (_, place) => {
    const state = apologies.includes(place + 1) ? ("afwezig_met_bericht" as const) : absent.includes(place + 1) ? ("afwezig" as const) : ("aanwezig" as const);
    return { personId: known(stage.book.people, `lid${place + 1}.${body}`), state };
  });
  return [...bureau, ...members];
}

function subjectOf(stage: Stage, { round, proposal, initiative }: StoryAgendaItem): AgendaSubject | null {
  if (round !== undefined) return { kind: "round", id: known(stage.book.rounds, round) };
  if (proposal !== undefined) return { kind: "proposal", id: known(stage.book.proposals, proposal).id };
  return initiative === undefined ? null : { kind: "initiative", id: known(stage.book.initiatives, initiative).id };
}
