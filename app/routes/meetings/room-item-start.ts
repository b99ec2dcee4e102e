import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { runItem } from "#app/commands/meetings/run-item.ts";
import { href, paths } from "#app/paths.ts";
import { backTo } from "./refusals.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "", itemId = "" } = args.params;

  return backTo(href(paths.room, { id }, { punt: itemId }), "item-begun", await runItem(context, { meetingId: id, itemId }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
