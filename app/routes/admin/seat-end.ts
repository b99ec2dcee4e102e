import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { endSeat } from "#app/commands/bodies/end-seat.ts";
import { href, paths } from "#app/paths.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { noticeFor } from "#app/text/notices.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "", seatId = "" } = args.params;

  const ended = await endSeat(context, { id: seatId });
  if (!ended.ok && ended.refusal === "not-found") notFound();
  if (!ended.ok && ended.refusal === "not-allowed") forbidden();
  if (!ended.ok) conflict(noticeFor("already-over") ?? "", href(paths.adminBody, { slug }));
  return redirect(href(paths.adminBody, { slug }), await withNotice("seat-ended"));
}

export const loader = (): never => notFound();
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
