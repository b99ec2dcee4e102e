import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { yearOf } from "#app/domain/decisions/decision.ts";
import { fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import { wholeNameOf } from "#app/domain/meetings/minutes-import/owners.ts";
import { LONGEST_MINUTES, readMinutes } from "#app/domain/meetings/minutes-import/read-minutes.ts";
import type { ImportedMinutes } from "#app/domain/meetings/minutes-import/types.ts";
import { HOUR, later, type Day, type Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { insertAction, nextActionNumber } from "#db/queries/action-items.ts";
import { insertAgendaItem } from "#db/queries/agenda-items.ts";
import { insertAttendee, listExpected } from "#db/queries/attendance.ts";
import { insertDecision, nextDecisionNumber } from "#db/queries/decisions.ts";
import { insertJobs } from "#db/queries/jobs.ts";
import { findMeetingBySource, insertMeeting } from "#db/queries/meetings.ts";
import { keepMinutesVersion } from "#db/queries/minutes-versions.ts";
import { futureReminders } from "./future-reminders.ts";
import { recordOn } from "./on-meeting.ts";

export interface ImportInput {
  readonly bodyId: string;
  readonly text: string;
  /** where the file stood: folder and name may carry the date */
  readonly path: string | null;
  /** what the importer says when the text has no title */
  readonly title: string;
  /** what stands before the first heading gets this title */
  readonly introduction: string;
  /** overrules the day that the text tells */
  readonly day?: Day | null | undefined;
  readonly tlp?: Tlp | undefined;
  /** first lines of the candidate decisions that the importer marked; decisions with a label always come along */
  readonly candidates?: readonly number[] | undefined;
  /** false leaves the names of those present and absent out */
  readonly withAttendance?: boolean | undefined;
}

export type ImportRefusal = "not-allowed" | "text-missing" | "too-long" | "day-missing" | "already-imported";

/**
 * Makes a held meeting with concept minutes out of a text: items, attendance, decisions and actions. Nothing of it is public until
 * the minutes are adopted and published. Refusals: not-allowed, text-missing, too-long, day-missing, already-imported.
 */
export function importMinutes(context: CommandContext, input: ImportInput): Promise<Result<{ id: string; decisions: number; actions: number; attendees: number }, ImportRefusal>> {
  const source = `sha256:${sha256(input.text)}`;
  const minutes = input.text.length > LONGEST_MINUTES ? null : readMinutes(input.text, input.path);
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "meeting.import", { bodyId: input.bodyId })) return refuse("not-allowed");
    if (minutes === null) return refuse("too-long");
    if (input.text.trim() === "") return refuse("text-missing");
    const day = input.day ?? minutes.day;
    if (day === null) return refuse("day-missing");
    if (await findMeetingBySource(trx, input.bodyId, source)) return refuse("already-imported");

    const { startsAt, endsAt } = timesOf(day, minutes.time);
    const meeting = { id: context.newId(), bodyId: input.bodyId, title: (minutes.title ?? input.title).slice(0, 200), tlp: input.tlp ?? ("CLEAR" as const) };
    const now = context.now();
    await insertMeeting(trx, { ...meeting, startsAt, endsAt, location: (minutes.location ?? "").slice(0, 200), state: "notulen_concept", source, heldAt: endsAt, conceptAt: now, createdBy: personOf(context), createdAt: now });
    const itemAt = await writeItems(trx, context, meeting, minutes, input.introduction);
    const attendees = input.withAttendance === false ? 0 : await writeAttendance(trx, context, meeting, minutes);
    const decisions = await writeDecisions(trx, context, { ...meeting, day }, minutes, input.candidates ?? [], itemAt);
    const actions = await writeActions(trx, context, { ...meeting, day, startsAt }, minutes, itemAt);
    await keepMinutesVersion(trx, meeting.id, { id: context.newId(), by: personOf(context), at: now });
    await recordOn(trx, context, meeting, "meeting.import", { title: meeting.title, source, file: input.path, day, items: minutes.items.length, attendees, decisions, actions });
    return accept({ id: meeting.id, decisions, actions, attendees });
  });
}

function timesOf(day: Day, time: string | null): { startsAt: Instant; endsAt: Instant } {
  const [from = "", until = ""] = (time ?? "").split(" - ").map((clock) => clock.padStart(5, "0"));
  const startsAt = fromDutchLocal(`${day}T${from}`) ?? fromDutchLocal(`${day}T09:00`);
  if (startsAt === null) throw new Error(`a day without nine o'clock: ${day}`);
  const endsAt = fromDutchLocal(`${day}T${until}`);
  return { startsAt, endsAt: endsAt !== null && endsAt > startsAt ? endsAt : later(startsAt, 2 * HOUR) };
}

type ItemAt = (line: number) => string | null;

/** Writes the items; returns which item holds a line of the source. */
async function writeItems(trx: Trx, context: CommandContext, meeting: { id: string; tlp: Tlp }, minutes: ImportedMinutes, introduction: string): Promise<ItemAt> {
  const ids = new Map<number, string>();
  for (const [index, item] of minutes.items.entries()) {
    const id = context.newId();
    for (const line of [...item.lines, item.place.from]) ids.set(line, id);
    const hasDecision = minutes.decisions.some(({ certainty, place }) => certainty === "marked" && item.lines.includes(place.from));
    await insertAgendaItem(trx, {
      ...{ id, meetingId: meeting.id, position: index + 1, title: (item.title ?? introduction).slice(0, 300), kind: hasDecision ? "besluit" : "bespreking" },
      ...{ isClosed: false, notes: "", tlp: meeting.tlp, minutes: item.text, outcome: hasDecision ? "besluit" : null },
    });
  }
  return (line) => ids.get(line) ?? null;
}

type Member = Awaited<ReturnType<typeof listExpected>>[number];

/** The one member with exactly this name: who was there can ask for corrections, who has to do something is reminded. */
function namedIn(members: readonly Member[], name: string): Member | null {
  const found = members.filter((member) => member.name === name);
  return found.length === 1 ? (found[0] ?? null) : null;
}

async function writeAttendance(trx: Trx, context: CommandContext, meeting: { id: string; bodyId: string }, { attendance }: ImportedMinutes): Promise<number> {
  const members = await listExpected(trx, meeting.bodyId, context.now());
  const seen = new Set<string>();
  for (const { name, organisation, role, state, note } of attendance) {
    const member = namedIn(members, name);
    const personId = member === null || seen.has(member.personId) ? null : member.personId;
    if (personId !== null) seen.add(personId);
    await insertAttendee(trx, { id: context.newId(), meetingId: meeting.id, personId, name, organisationName: organisation ?? "", role, state, note });
  }
  return attendance.length;
}

async function writeDecisions(trx: Trx, context: CommandContext, meeting: { id: string; bodyId: string; tlp: Tlp; day: Day }, minutes: ImportedMinutes, candidates: readonly number[], itemAt: ItemAt): Promise<number> {
  const chosen = minutes.decisions.filter(({ certainty, place }) => certainty === "marked" || candidates.includes(place.from));
  for (const { statement, place } of chosen) {
    await insertDecision(trx, {
      ...{ id: context.newId(), number: await nextDecisionNumber(trx, yearOf(meeting.day)), bodyId: meeting.bodyId, decidedOn: meeting.day },
      ...{ title: titleFrom(statement), dictum: statement, motivation: "", result: isRejection(statement) ? "verworpen" : "aangenomen", meetingId: meeting.id, agendaItemId: itemAt(place.from) },
      ...{ tlp: meeting.tlp, createdBy: personOf(context), createdAt: context.now() },
    });
  }
  return chosen.length;
}

/** "Het voorstel wordt verworpen" is a decision too; "niet verworpen" is not that one. */
const isRejection = (statement: string): boolean => /\b(?:verworpen|afgewezen)\b/i.test(statement) && !/\b(?:niet|nooit) (?:verworpen|afgewezen)\b/i.test(statement);

/** A heading for a decision that has none: its first words, up to a natural end. */
const titleFrom = (statement: string): string => {
  const first = statement.split(/(?<=[.;:])\s/)[0] ?? statement;
  return first.length <= 110 ? first.replace(/[.;:]$/, "") : `${first.slice(0, 107).replace(/\s+\S*$/, "")}…`;
};

async function writeActions(trx: Trx, context: CommandContext, meeting: { id: string; bodyId: string; day: Day; startsAt: Instant }, minutes: ImportedMinutes, itemAt: ItemAt): Promise<number> {
  const members = await listExpected(trx, meeting.bodyId, context.now());
  for (const action of minutes.actions) {
    const state = action.status === "done" ? ("done" as const) : action.status === "dropped" ? ("dropped" as const) : ("open" as const);
    const [named = ""] = action.owners;
    const owner = action.owners.length === 1 ? namedIn(members, wholeNameOf(named, minutes.attendance) ?? named) : null;
    const id = context.newId();
    await insertAction(trx, {
      ...{ id, number: await nextActionNumber(trx, yearOf(meeting.day)), bodyId: meeting.bodyId, meetingId: meeting.id, agendaItemId: itemAt(action.place.from) },
      ...{ statement: action.statement, ownerId: owner?.personId ?? null, ownerName: action.owners.join(", "), dueOn: action.dueOn, dueText: action.dueText },
      ...{ state, note: [action.statusText, action.note].filter((part) => part !== null).join("\n") || null, createdAt: meeting.startsAt, doneAt: state === "open" ? null : meeting.startsAt },
    });
    if (state === "open" && owner !== null) await insertJobs(trx, id, futureReminders(action.dueOn, context.now()), context);
  }
  return minutes.actions.length;
}
