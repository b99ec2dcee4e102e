import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { sendAgenda } from "#app/commands/meetings/send-agenda.ts";
import { href, paths } from "#app/paths.ts";
import { backTo } from "./refusals.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const sent = await sendAgenda(context, { meetingId: id });
  return backTo(href(paths.meeting, { id }), sent.ok && sent.value.changes > 0 ? "agenda-sent-again" : "agenda-sent", sent);
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
