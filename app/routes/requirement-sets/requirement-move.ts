import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { moveRequirement } from "#app/commands/requirement-sets/move-requirement.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { unreadable } from "#app/platform/http.ts";
import { directionForm } from "#app/platform/schemas/requirement-sets.ts";
import { backTo } from "./answers.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "", requirementId = "" } = args.params;
  const read = await readForm(args.request, directionForm);
  if (!read.ok) return unreadable();

  return backTo(href(paths.requirementSetOutline, { slug }), "set-changed", await moveRequirement(context, { slug, requirementId, to: read.values.direction }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
