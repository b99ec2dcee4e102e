import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { castRemainingBallots } from "#app/commands/demo/cast-remaining-ballots.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  if (args.context.isDemo !== true) return notFound();
  const { id = "" } = args.params;

  const cast = await castRemainingBallots(context, { roundId: id });
  if (!cast.ok && cast.refusal === "not-found") return notFound();
  return redirect(href(paths.round, { id }), await withNotice(cast.ok ? "demo-voted" : cast.refusal));
}

export const loader = (): never => notFound();
