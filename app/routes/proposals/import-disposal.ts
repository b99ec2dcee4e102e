import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { dropImport } from "#app/commands/proposals/import/drop-import.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const dropped = await dropImport(context, { id });
  if (dropped.ok) return redirect(href(paths.proposalImports), await withNotice("import-dropped"));
  if (dropped.refusal === "not-found") notFound();
  return redirect(href(paths.proposalImport, { id }), await withNotice("import-import-closed"));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
