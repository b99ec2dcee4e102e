import { personOf, type CommandContext } from "#app/commands/context.ts";
import { annexName, ANNEX_TYPES, MOST_ANNEXES, sniff, type AnnexRefusal } from "#app/domain/meetings/annex.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { sha256 } from "#db/hash.ts";
import { insertAnnex, listAnnexes } from "#db/queries/annexes.ts";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { onMeeting, recordOn, type MeetingRefusal } from "./on-meeting.ts";

interface Attachment {
  readonly meetingId: string;
  readonly itemId: string;
  readonly fileName: string;
  readonly bytes: Uint8Array;
}

/**
 * Puts a file with an agenda item. What it is follows from its bytes; the log keeps its hash. Refusals: those of a meeting, item-not-found,
 * and what is wrong with the file.
 */
export async function attachAnnex(context: CommandContext, { meetingId, itemId, fileName, bytes }: Attachment): Promise<Result<{ id: string }, MeetingRefusal | "item-not-found" | AnnexRefusal>> {
  const kind = sniff(bytes);
  if (!kind.ok) return kind;
  const hash = sha256(bytes);
  return onMeeting(context, { meetingId, act: "agenda.change", step: "change-agenda" }, async (trx, meeting) => {
    const item = await findAgendaItem(trx, context.actor, meetingId, itemId);
    if (!item || item.isPublicWording) return refuse("item-not-found");
    const others = (await listAnnexes(trx, meetingId)).filter((annex) => annex.itemId === itemId);
    if (others.length >= MOST_ANNEXES) return refuse("too-many-annexes");

    const annex = { id: context.newId(), itemId, name: annexName(fileName, kind.value), mediaType: ANNEX_TYPES[kind.value], size: bytes.length, sha256: hash };
    await insertAnnex(trx, annex, bytes, { personId: personOf(context), at: context.now(), newId: context.newId });
    await recordOn(trx, context, meeting, "agenda.change", { change: "annex-add", item: itemId, annex: annex.id, size: annex.size, hash });
    return accept({ id: annex.id });
  });
}
