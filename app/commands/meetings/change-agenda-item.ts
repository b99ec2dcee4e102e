import type { CommandContext } from "#app/commands/context.ts";
import { labelOfItem, type ItemKind } from "#app/domain/meetings/agenda.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { findAgendaItem, updateAgendaItem } from "#db/queries/agenda-items.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

interface ItemChange {
  readonly meetingId: string;
  readonly itemId: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly notes: string;
  readonly publicTitle?: string | null | undefined;
}

/** Another wording, kind or secrecy of an item, until the meeting ends. Refusals: those of a meeting, title-missing, item-not-found. */
export const changeAgendaItem = (context: CommandContext, { meetingId, itemId, ...change }: ItemChange): Promise<Result<null, MeetingRefusal | "title-missing" | "item-not-found">> =>
  onMeeting(context, { meetingId, act: "agenda.change", step: "change-agenda" }, async (trx, meeting) => {
    const item = await findAgendaItem(trx, context.actor, meetingId, itemId);
    if (!item || item.isPublicWording) return refuse("item-not-found");
    if (change.title.trim() === "") return refuse("title-missing");

    const publicTitle = change.publicTitle?.trim() || null;
    await updateAgendaItem(trx, itemId, { ...change, title: change.title.trim(), publicTitle, tlp: labelOfItem(meeting.tlp, [item.tlp]) });
    await recordOn(trx, context, meeting, "agenda.change", { change: "edit", item: itemId, kind: change.kind, closed: change.isClosed });
    return accept(null);
  });
