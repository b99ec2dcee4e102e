import { json, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { noticeFor } from "#app/text/notices.ts";
import { roomText } from "#app/text/room.ts";
import { listAttendance, listExpected } from "#db/queries/attendance.ts";
import { findMeeting } from "#db/queries/meetings.ts";
import { tap } from "./tap.ts";

/** Where the script of the room sends a tap; the answer is how many are there now. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const kept = await tap(context, args.request, id);
  if (!kept.ok && kept.refusal === "not-found") notFound();
  if (!kept.ok && kept.refusal === "not-allowed") forbidden();
  if (!kept.ok) return json({ sentence: noticeFor(kept.refusal) ?? "" }, 409);
  const meeting = (await findMeeting(context.db, context.actor, id)) ?? notFound();
  const expected = await listExpected(context.db, meeting.bodyId, context.now());
  const present = (await listAttendance(context.db, id)).filter(({ state, personId }) => state === "aanwezig" && expected.some((one) => one.personId === personId)).length;
  return json({ sentence: roomText.presentCount(present, expected.length) });
}
