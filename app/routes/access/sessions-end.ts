import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { endAllSessions } from "#app/auth/sessions.ts";
import { href, paths } from "#app/paths.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const cleared = await endAllSessions(context, context.actor.id, args.request);
  const { headers } = await withNotice("signed-out-everywhere");
  return redirect(href(paths.login), { headers: [["Set-Cookie", cleared], ["Set-Cookie", headers["Set-Cookie"]]] });
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
