import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { reachMilestone } from "#app/commands/roadmap/reach-milestone.ts";
import { href, paths } from "#app/paths.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { noticeFor } from "#app/text/notices.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", milestoneId = "" } = args.params;

  const reached = await reachMilestone(context, { number, milestoneId });
  if (!reached.ok && reached.refusal === "not-found") notFound();
  if (!reached.ok && reached.refusal === "not-allowed") forbidden();
  const back = `${href(paths.roadmapItem, { number })}#mijlpalen`;
  if (!reached.ok) conflict(noticeFor("milestone-already-reached") ?? "", back);
  return redirect(back, await withNotice("milestone-reached"));
}

export const loader = (): never => notFound();
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
