import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { keepRoomNotes } from "#app/commands/meetings/keep-room-notes.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound, unreadable } from "#app/platform/http.ts";
import { time } from "#app/text/format.ts";
import { noticeFor } from "#app/text/notices.ts";
import { listRoomItems } from "#db/queries/room.ts";

const form = z.object({ revision: z.string().regex(/^\d{1,9}$/).transform(Number), notes: z.string().max(50_000, "too-long") });

/** Where the script of the room keeps what somebody is typing, every few seconds. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "", itemId = "" } = args.params;
  const read = await readForm(args.request, form);
  if (!read.ok) return unreadable();

  const kept = await keepRoomNotes(context, { meetingId: id, itemId, ...read.values });
  if (kept.ok) return json({ at: time(context.now()), sentence: null, revision: kept.value.revision });
  if (kept.refusal === "not-found" || kept.refusal === "item-not-found") notFound();
  if (kept.refusal === "not-allowed") forbidden();
  const theirs = kept.refusal === "lost-notes" ? ((await listRoomItems(context.db, id)).find((item) => item.id === itemId)?.notes ?? "") : null;
  return json({ at: null, sentence: noticeFor(kept.refusal), theirs }, 409);
}
