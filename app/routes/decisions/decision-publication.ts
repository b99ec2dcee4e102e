import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { publishDecision } from "#app/commands/decisions/publish-decision.ts";
import { href, paths } from "#app/paths.ts";
import { backTo } from "../meetings/refusals.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;

  const published = await publishDecision(context, { number });
  return backTo(href(paths.decision, { number }), published.ok && !published.value.isSeen ? "decision-published-unseen" : "decision-published", published);
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
