import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { finishAction } from "#app/commands/meetings/finish-action.ts";
import { href, paths } from "#app/paths.ts";
import { backTo } from "./refusals.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;

  return backTo(href(paths.actions), "action-finished", await finishAction(context, { number }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
