import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { passGate } from "#app/commands/roadmap/pass-gate.ts";
import { href, paths } from "#app/paths.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { planRefusalText } from "#app/text/roadmap-plan.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", phaseId = "" } = args.params;

  const passed = await passGate(context, { number, phaseId });
  const back = `${href(paths.roadmapItem, { number })}#fasen`;
  if (passed.ok) return redirect(back, await withNotice("gate-passed"));
  if (passed.refusal === "not-found") return notFound();
  if (passed.refusal === "not-allowed") return forbidden();
  return conflict(planRefusalText[passed.refusal], back);
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
