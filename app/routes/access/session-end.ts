import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { endOwnSession } from "#app/auth/sessions.ts";
import { href, paths } from "#app/paths.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const ended = await endOwnSession(context, context.actor.id, args.params["id"] ?? "");
  return redirect(href(paths.account), await withNotice(ended ? "session-over" : "session-gone"));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
