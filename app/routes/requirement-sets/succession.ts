import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { succeedRequirementSet } from "#app/commands/requirement-sets/succeed-requirement-set.ts";
import { href, paths } from "#app/paths.ts";
import { backTo } from "./answers.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "" } = args.params;

  const made = await succeedRequirementSet(context, { slug });
  return backTo(made.ok ? href(paths.requirementSetOutline, { slug }) : href(paths.requirementSet, { slug }), "set-succeeded", made);
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
