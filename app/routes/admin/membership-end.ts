import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { endMembership } from "#app/commands/bodies/end-membership.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "", membershipId = "" } = args.params;

  const ended = await endMembership(context, { id: membershipId });
  if (!ended.ok && ended.refusal === "not-found") notFound();
  if (!ended.ok && ended.refusal === "not-allowed") forbidden();
  return redirect(href(paths.adminBody, { slug }), await withNotice(ended.ok ? "membership-ended" : "already-over"));
}

export const loader = (): never => notFound();
