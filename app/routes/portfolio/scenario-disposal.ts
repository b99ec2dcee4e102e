import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { deleteScenario } from "#app/commands/portfolio/delete-scenario.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);

  const deleted = await deleteScenario(context, { id: args.params["id"] ?? "" });
  if (!deleted.ok && deleted.refusal === "not-found") notFound();
  if (!deleted.ok) forbidden();
  return redirect(href(paths.scenarios), await withNotice("scenario-deleted"));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
