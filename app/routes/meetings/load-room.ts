import type { CommandContext } from "#app/commands/context.ts";
import { allows } from "#app/domain/meetings/meeting.ts";
import { plannedTimes } from "#app/domain/meetings/agenda-times.ts";
import { secondsSpent } from "#app/domain/meetings/room.ts";
import { href, paths } from "#app/paths.ts";
import { shortDate, time } from "#app/text/format.ts";
import { decisionText } from "#app/text/decisions.ts";
import { attendeeRoleText } from "#app/text/meetings.ts";
import { handsText, roomText } from "#app/text/room.ts";
import type { RoomMember } from "#app/ui/meetings/room-presence.tsx";
import type { RoomHands, RoomOutcome } from "#app/ui/meetings/room-outcomes.tsx";
import type { RoomRow } from "#app/ui/meetings/room-items.tsx";
import { listActionsOfMeeting, listOpenActionsOfBody } from "#db/queries/action-items.ts";
import { listAttendance, listExpected } from "#db/queries/attendance.ts";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import type { Meeting } from "#db/queries/meetings.ts";
import { listNotedOutcomes, listRoomItems, listShowsOfHands, type RoomItem } from "#db/queries/room.ts";

const MOST_ACTIONS = 50;

/** Everything the secretaris has on the laptop: the items with their clocks, the chosen one with what came out of it, and who is there. */
export async function loadRoom(context: CommandContext, meeting: Meeting, chosen: string | null) {
  const { db, now } = context;
  const items = await listRoomItems(db, meeting.id);
  const item = items.find(({ id }) => id === chosen) ?? items.find(({ runningSince }) => runningSince !== null) ?? items[0] ?? null;
  const expected = await listExpected(db, meeting.bodyId, now());
  return {
    item,
    items,
    rows: rowsOf(meeting, items, now()),
    members: membersOf(expected, await listAttendance(db, meeting.id)),
    owners: expected.map(({ personId, name, organisationName }) => ({ value: personId, label: `${name}, ${organisationName}` })),
    outcomes: item === null ? [] : await outcomesOf(context, meeting, item.id),
    hands: item === null ? [] : await handsOf(context, meeting, item.id),
    openActions: item?.listsActions === true ? await openActionsOf(context, meeting) : [],
  };
}

function rowsOf(meeting: Meeting, items: readonly RoomItem[], now: Meeting["startsAt"]): RoomRow[] {
  const times = plannedTimes(meeting.startsAt, items.map(({ plannedMinutes }) => plannedMinutes));
  return items.map((item, place) => {
    const [seconds, startsAt] = [secondsSpent(item, now), times[place]?.startsAt ?? null];
    const isOver = item.plannedMinutes !== null && seconds > item.plannedMinutes * 60;
    return { id: item.id, title: item.title, kind: item.kind, isClosed: item.isClosed, isRunning: item.runningSince !== null, planned: item.plannedMinutes, seconds, isOver, times: startsAt === null ? null : time(startsAt) };
  });
}

type Expected = Awaited<ReturnType<typeof listExpected>>;
type Listed = Awaited<ReturnType<typeof listAttendance>>;

const membersOf = (expected: Expected, listed: Listed): RoomMember[] =>
  expected.map(({ personId, name, organisationName, role }) => {
    const known = listed.find((one) => one.personId === personId);
    const said = [known?.state === "aangemeld" || known?.state === "afwezig_met_bericht" ? roomText.replied[known.state] : null, known?.substitute ? roomText.substitute(known.substitute.name) : null];
    return { personId, label: `${name}, ${organisationName} (${attendeeRoleText[role] ?? role})`, isPresent: known?.state === "aanwezig", isAbsent: known?.state === "afwezig" || known?.state === "afwezig_met_bericht", said: said.filter((part) => part !== null).join(", ") };
  });

async function outcomesOf({ db, actor, now }: CommandContext, meeting: Meeting, itemId: string): Promise<RoomOutcome[]> {
  const isNoting = allows(meeting.state, "note");
  const noted = (await listNotedOutcomes(db, meeting.id)).filter((outcome) => outcome.itemId === itemId);
  const decided = (await listDecisionsAbout(db, actor, { meetingId: meeting.id }, now())).filter(({ agendaItemId }) => agendaItemId === itemId);
  const agreed = (await listActionsOfMeeting(db, meeting.id)).filter(({ agendaItemId }) => agendaItemId === itemId);
  return [
    ...noted.map(({ id, statement }) => ({ key: id, kind: "informatie" as const, text: statement, meta: "", address: null, mayWithdraw: isNoting })),
    ...decided.map(({ id, number, dictum, figures }) => ({ key: id, kind: "besluit" as const, text: dictum, meta: [number, figures ? decisionText.votes(figures.for, figures.against, figures.abstain) : null].filter((part) => part !== null).join(" · "), address: href(paths.decision, { number }), mayWithdraw: false })),
    ...agreed.map(({ id, number, statement, ownerName, dueOn }) => ({ key: id, kind: "actie" as const, text: statement, meta: [number, ownerName, dueOn === null ? null : shortDate(dueOn)].filter((part) => part !== null).join(" · "), address: href(paths.actionEdit, { number }), mayWithdraw: false })),
  ];
}

const handsOf = async ({ db }: CommandContext, meeting: Meeting, itemId: string): Promise<RoomHands[]> =>
  (await listShowsOfHands(db, meeting.id))
    .filter((show) => show.itemId === itemId)
    .map(({ id, question, outcome, tally }) => ({ id, question, outcome, figures: handsText.figures(tally.for, tally.against, tally.abstain), turnout: handsText.turnout(tally.seatsCast, tally.seats, tally.quorumNeeded) }));

const openActionsOf = async ({ db }: CommandContext, meeting: Meeting) =>
  (await listOpenActionsOfBody(db, meeting.bodyId, MOST_ACTIONS)).map(({ number, statement, ownerName, dueOn, dueText }) => ({ number, statement, ownerName, due: dueOn === null ? (dueText ?? "") : shortDate(dueOn) }));
