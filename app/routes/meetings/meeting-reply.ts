import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { replyToInvitation } from "#app/commands/meetings/reply-to-invitation.ts";
import { REPLIES } from "#app/domain/meetings/attendance.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { unreadable } from "#app/platform/http.ts";
import { backTo } from "./refusals.ts";

const form = z.object({ reply: z.enum(REPLIES), note: z.string().max(500, "too-long") });

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const read = await readForm(args.request, form);
  if (!read.ok) return unreadable();

  return backTo(href(paths.meeting, { id }), "reply-saved", await replyToInvitation(context, { meetingId: id, ...read.values }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
