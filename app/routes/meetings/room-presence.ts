import { json, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { recordPresence } from "#app/commands/meetings/record-presence.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { unreadable } from "#app/platform/http.ts";
import { roomText } from "#app/text/room.ts";
import { listAttendance, listExpected } from "#db/queries/attendance.ts";
import { findMeeting } from "#db/queries/meetings.ts";
import { backTo } from "./refusals.ts";

const form = z.object({ tik: z.string().regex(/^[\w.-]{1,64}:(?:aanwezig|afwezig)$/), script: z.string() });

/** One tap: who, and whether that person is there. The script gets the new count as an answer. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const read = await readForm(args.request, form);
  if (!read.ok) return unreadable();

  const [personId = "", state] = read.values.tik.split(":");
  const kept = await recordPresence(context, { meetingId: id, personId, state: state === "aanwezig" ? "aanwezig" : "afwezig" });
  if (!kept.ok || read.values.script === "") return backTo(`${href(paths.room, { id })}#aanwezigheid`, "presence-kept", kept);
  const meeting = await findMeeting(context.db, context.actor, id);
  const expected = meeting ? await listExpected(context.db, meeting.bodyId, context.now()) : [];
  const present = (await listAttendance(context.db, id)).filter((one) => one.state === "aanwezig" && expected.some(({ personId: known }) => known === one.personId)).length;
  return json({ sentence: roomText.presentCount(present, expected.length) });
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
