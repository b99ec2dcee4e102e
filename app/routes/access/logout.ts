import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { endSession } from "#app/auth/sessions.ts";
import { href, paths } from "#app/paths.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  return redirect(href(paths.home), { headers: { "Set-Cookie": await endSession(context, args.request) } });
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
