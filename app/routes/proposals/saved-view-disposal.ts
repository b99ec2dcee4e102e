import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { deleteView } from "#app/commands/proposals/delete-view.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const deleted = await deleteView(context, { id: args.params["id"] ?? "" });
  if (!deleted.ok) notFound();
  return redirect(href(paths.savedViews), await withNotice("view-deleted"));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
