import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { removeAnnex } from "#app/commands/meetings/remove-annex.ts";
import { href, paths } from "#app/paths.ts";
import { backTo } from "./refusals.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "", annexId = "" } = args.params;

  const removed = await removeAnnex(context, { meetingId: id, annexId });
  return backTo(removed.ok ? href(paths.annexes, { id, itemId: removed.value.itemId }) : href(paths.meetingAgenda, { id }), "annex-removed", removed);
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
