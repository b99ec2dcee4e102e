import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { resumeInitiative } from "#app/commands/portfolio/resume-initiative.ts";
import { href, paths } from "#app/paths.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { noticeFor } from "#app/text/notices.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;

  const resumed = await resumeInitiative(context, { number });
  if (!resumed.ok && resumed.refusal === "not-found") notFound();
  if (!resumed.ok && resumed.refusal === "not-allowed") forbidden();
  if (!resumed.ok) conflict(noticeFor("initiative-not-held") ?? "", href(paths.initiative, { number }));
  return redirect(href(paths.initiative, { number }), await withNotice("initiative-resumed"));
}

export const loader = (): never => notFound();
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
