import { personOf, type CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { sha256 } from "#db/hash.ts";
import { listWholeAgenda, setItemMinutes, setItemOutcome } from "#db/queries/agenda-items.ts";
import { nextMinutesRevision } from "#db/queries/meetings.ts";
import { keepMinutesVersion } from "#db/queries/minutes-versions.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

export interface WrittenItem {
  readonly id: string;
  readonly minutes: string;
  readonly publicMinutes?: string | null | undefined;
  readonly outcome?: "informatie" | "besluit" | "actie" | undefined;
  /** `basisOf` the text that the writer started from */
  readonly basis?: string | undefined;
}

export interface MinutesInput {
  readonly meetingId: string;
  /** the revision that the writer started from, for items that do not say their basis */
  readonly revision: number;
  readonly items: readonly WrittenItem[];
}

/** What tells one text of an item from another: its minutes and its public wording. */
export const basisOf = (minutes: string, publicMinutes: string | null): string => sha256(`${minutes}\u0000${publicMinutes ?? ""}`).slice(0, 32);

/**
 * Writes the minutes per agenda item, in Markdown. Of an item that somebody else changed since, nothing is written unless the writer left it as it was;
 * then the whole is refused. Refusals: those of a meeting, lost-update, item-not-found. Returns the new revision.
 */
export const writeMinutes = (context: CommandContext, { meetingId, revision, items }: MinutesInput): Promise<Result<{ revision: number }, MeetingRefusal | "lost-update" | "item-not-found">> =>
  onMeeting(context, { meetingId, act: "minutes.write", step: "write" }, async (trx, meeting) => {
    const agenda = await listWholeAgenda(trx, meetingId);
    const stored = items.map((item) => ({ item, before: agenda.find(({ id }) => id === item.id) }));
    if (stored.some(({ before }) => before === undefined)) return refuse("item-not-found");

    const texts = stored.flatMap(({ item, before }) => (before === undefined ? [] : [{ item, now: before, publicMinutes: item.publicMinutes === undefined ? before.public_minutes : item.publicMinutes }]));
    // What the writer left alone is not written, so that a text that came in meanwhile stays.
    const changed = texts.filter(({ item, publicMinutes }) => item.basis === undefined || basisOf(item.minutes, publicMinutes) !== item.basis);
    if (changed.some(({ item, now }) => item.basis !== undefined && item.basis !== basisOf(now.minutes, now.public_minutes))) return refuse("lost-update");
    const startedFrom = changed.every(({ item }) => item.basis !== undefined) ? meeting.revision : revision;
    if (!(await nextMinutesRevision(trx, meetingId, startedFrom))) return refuse("lost-update");

    for (const { item, publicMinutes } of changed) await setItemMinutes(trx, item.id, { minutes: item.minutes, publicMinutes });
    for (const { id, outcome } of items) if (outcome !== undefined) await setItemOutcome(trx, id, outcome);
    const version = meeting.state === "notulen_concept" && changed.length > 0 ? await keepMinutesVersion(trx, meetingId, { id: context.newId(), by: personOf(context), at: context.now() }) : null;
    const hash = sha256(changed.map(({ item }) => `${item.id}\n${item.minutes}`).join("\n\n"));
    await recordOn(trx, context, meeting, "minutes.write", { revision: startedFrom + 1, items: changed.length, hash, ...(version !== null && { version }) });
    return accept({ revision: startedFrom + 1 });
  });
