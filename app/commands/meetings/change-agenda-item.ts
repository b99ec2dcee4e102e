import type { CommandContext } from "#app/commands/context.ts";
import { labelOfItem, type ItemKind } from "#app/domain/meetings/agenda.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { findAgendaItem, updateAgendaItem } from "#db/queries/agenda-items.ts";
import { closeDecisionsUnder } from "#db/queries/decisions.ts";
import { areMinutes } from "./add-agenda-item.ts";
import { findOwner, type ItemOwner } from "./item-owner.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

interface ItemChange {
  readonly meetingId: string;
  readonly itemId: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly notes: string;
  readonly publicTitle?: string | null | undefined;
  readonly owner?: ItemOwner | undefined;
  readonly plannedMinutes?: number | null | undefined;
}

type ChangeItemRefusal = MeetingRefusal | "title-missing" | "item-not-found" | "owner-missing" | "minutes-out-of-range";

/** Another wording, kind, owner, length or secrecy of an item, until the meeting ends. Refusals: those of a meeting, title-missing, item-not-found, owner-missing, minutes-out-of-range. */
export const changeAgendaItem = (context: CommandContext, { meetingId, itemId, owner, ...change }: ItemChange): Promise<Result<null, ChangeItemRefusal>> =>
  onMeeting<null, ChangeItemRefusal>(context, { meetingId, act: "agenda.change", step: "change-agenda" }, async (trx, meeting) => {
    const item = await findAgendaItem(trx, context.actor, meetingId, itemId);
    if (!item || item.isPublicWording) return refuse("item-not-found");
    if (change.title.trim() === "") return refuse("title-missing");
    const { plannedMinutes = null } = change;
    if (!areMinutes(plannedMinutes)) return refuse("minutes-out-of-range");
    const named = await findOwner(trx, meeting.bodyId, context.now(), owner);
    if (!named.ok) return named;

    const publicTitle = change.publicTitle?.trim() || null;
    await updateAgendaItem(trx, itemId, { ...change, ...named.value, plannedMinutes, title: change.title.trim(), publicTitle, tlp: labelOfItem(meeting.tlp, [item.tlp]) });
    // What was decided under it before it was closed, is closed with it.
    const closedWith = change.isClosed && !item.isClosed ? await closeDecisionsUnder(trx, itemId) : [];
    await recordOn(trx, context, meeting, "agenda.change", { change: "edit", item: itemId, kind: change.kind, closed: change.isClosed, decisions: closedWith.length === 0 ? undefined : closedWith });
    return accept(null);
  });
