import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { adoptMinutes } from "#app/commands/meetings/adopt-minutes.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { unreadable } from "#app/platform/http.ts";
import { backTo } from "./refusals.ts";

const form = z.object({ inMeeting: z.string().max(64, "too-long") });

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const read = await readForm(args.request, form);
  if (!read.ok) return unreadable();

  const { inMeeting } = read.values;
  return backTo(href(paths.meeting, { id }), "minutes-adopted", await adoptMinutes(context, { meetingId: id, inMeetingId: inMeeting === "" ? null : inMeeting }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
