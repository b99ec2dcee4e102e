import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { removeMunicipalNote } from "#app/commands/proposals/remove-municipal-note.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", noteId = "" } = args.params;
  const removed = await removeMunicipalNote(context, { number, noteId });
  if (!removed.ok && removed.refusal === "not-allowed") forbidden();
  if (!removed.ok) notFound();
  return redirect(href(paths.municipalNotes, { number }), await withNotice("municipal-note-gone"));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
