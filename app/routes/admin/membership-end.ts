import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { endMembership } from "#app/commands/bodies/end-membership.ts";
import { href, paths } from "#app/paths.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { noticeFor } from "#app/text/notices.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "", membershipId = "" } = args.params;

  const ended = await endMembership(context, { id: membershipId });
  if (!ended.ok && ended.refusal === "not-found") notFound();
  if (!ended.ok && ended.refusal === "not-allowed") forbidden();
  if (!ended.ok) conflict(noticeFor("already-over") ?? "", href(paths.adminBody, { slug }));
  return redirect(href(paths.adminBody, { slug }), await withNotice("membership-ended"));
}

export const loader = (): never => notFound();
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
