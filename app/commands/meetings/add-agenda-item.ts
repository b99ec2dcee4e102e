import type { CommandContext } from "#app/commands/context.ts";
import { labelOfItem, type ItemKind } from "#app/domain/meetings/agenda.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { findAgendaSubject } from "#db/queries/agenda-subjects.ts";
import { insertAgendaItem, listWholeAgenda } from "#db/queries/agenda-items.ts";
import { findOwner, type ItemOwner } from "./item-owner.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

export interface AgendaItemInput {
  readonly meetingId: string;
  /** empty: the title of the subject */
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly notes: string;
  readonly publicTitle?: string | null | undefined;
  readonly owner?: ItemOwner | undefined;
  readonly plannedMinutes?: number | null | undefined;
  /** shows the open actions of the body under it */
  readonly listsActions?: boolean | undefined;
  /** what is on the agenda: at most one */
  readonly subject?: AgendaSubject | null | undefined;
}

export type AgendaSubject = { readonly kind: "round" | "proposal" | "initiative" | "minutes"; readonly id: string };

export type AddItemRefusal = MeetingRefusal | "title-missing" | "subject-not-found" | "already-on-agenda" | "owner-missing" | "minutes-out-of-range";

/** Longer than a working day is a typing error. */
const LONGEST = 600;
export const areMinutes = (minutes: number | null): boolean => minutes === null || (Number.isSafeInteger(minutes) && minutes >= 0 && minutes <= LONGEST);

/**
 * Puts an item at the end of the agenda: a title of its own, or a round, a proposal, an initiative or earlier minutes. The item is as
 * strict as what it quotes. Refusals: those of a meeting, title-missing, subject-not-found, already-on-agenda, owner-missing, minutes-out-of-range.
 */
export const addAgendaItem = (context: CommandContext, input: AgendaItemInput): Promise<Result<{ id: string }, AddItemRefusal>> =>
  onMeeting<{ id: string }, AddItemRefusal>(context, { meetingId: input.meetingId, act: "agenda.change", step: "change-agenda" }, async (trx, meeting) => {
    const subject = input.subject ? await findAgendaSubject(trx, context.actor, input.subject) : null;
    if (input.subject && !subject) return refuse("subject-not-found");
    const title = input.title.trim() === "" ? (subject?.title ?? "") : input.title.trim();
    if (title === "") return refuse("title-missing");
    const { plannedMinutes = null, listsActions = false } = input;
    if (!areMinutes(plannedMinutes)) return refuse("minutes-out-of-range");
    const items = await listWholeAgenda(trx, meeting.id);
    const link = { roundId: null, proposalId: null, initiativeId: null, minutesOf: null, ...(input.subject && { [COLUMN[input.subject.kind]]: input.subject.id }) } as Record<Link, string | null>;
    if (input.subject && items.some((item) => [item.round_id, item.proposal_id, item.initiative_id, item.minutes_of].includes(input.subject?.id ?? ""))) return refuse("already-on-agenda");
    if (listsActions && items.some((item) => item.lists_actions === 1)) return refuse("already-on-agenda");
    const owner = await findOwner(trx, meeting.bodyId, context.now(), input.owner);
    if (!owner.ok) return owner;

    const item = {
      ...{ id: context.newId(), meetingId: meeting.id, position: (items.at(-1)?.position ?? 0) + 1, title, kind: input.kind, isClosed: input.isClosed, plannedMinutes, listsActions, ...owner.value },
      ...{ notes: input.notes, tlp: labelOfItem(meeting.tlp, subject ? subject.labels : []), publicTitle: input.publicTitle?.trim() || null, ...link },
    };
    await insertAgendaItem(trx, item);
    await recordOn(trx, context, meeting, "agenda.change", { change: "add", item: item.id, position: item.position, subject: input.subject ? `${input.subject.kind}:${input.subject.id}` : null });
    return accept({ id: item.id });
  });

type Link = "roundId" | "proposalId" | "initiativeId" | "minutesOf";
const COLUMN = { round: "roundId", proposal: "proposalId", initiative: "initiativeId", minutes: "minutesOf" } as const satisfies Record<AgendaSubject["kind"], Link>;
