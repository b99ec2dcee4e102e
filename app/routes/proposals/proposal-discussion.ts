import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;

  const moved = await putUnderDiscussion(context, { number });
  if (!moved.ok && moved.refusal === "not-found") notFound();
  if (!moved.ok && moved.refusal === "not-allowed") forbidden();
  return redirect(href(paths.proposal, { number }), await withNotice(moved.ok ? "proposal-discussed" : `proposal-${moved.refusal}`));
}
