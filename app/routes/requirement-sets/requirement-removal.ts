import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { removeRequirement } from "#app/commands/requirement-sets/remove-requirement.ts";
import { href, paths } from "#app/paths.ts";
import { backTo } from "./answers.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "", requirementId = "" } = args.params;

  return backTo(href(paths.requirementSetOutline, { slug }), "set-changed", await removeRequirement(context, { slug, requirementId }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
