import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { castRemainingBallots } from "#app/commands/demo/cast-remaining-ballots.ts";
import { href, paths } from "#app/paths.ts";
import { conflict, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { noticeFor } from "#app/text/notices.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  if (args.context.isDemo !== true) return notFound();
  const { id = "" } = args.params;

  const cast = await castRemainingBallots(context, { roundId: id });
  if (!cast.ok && cast.refusal === "not-found") return notFound();
  if (!cast.ok) conflict(noticeFor(cast.refusal) ?? "", href(paths.round, { id }));
  return redirect(href(paths.round, { id }), await withNotice("demo-voted"));
}

export const loader = (): never => notFound();
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
