import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { reachMilestone } from "#app/commands/roadmap/reach-milestone.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", milestoneId = "" } = args.params;

  const reached = await reachMilestone(context, { number, milestoneId });
  if (!reached.ok && reached.refusal === "not-found") notFound();
  if (!reached.ok && reached.refusal === "not-allowed") forbidden();
  return redirect(`${href(paths.roadmapItem, { number })}#mijlpalen`, await withNotice(reached.ok ? "milestone-reached" : "milestone-already-reached"));
}

export const loader = (): never => notFound();
