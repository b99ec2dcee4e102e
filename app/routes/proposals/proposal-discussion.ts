import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { href, paths } from "#app/paths.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { proposalRefusalText } from "#app/text/proposals.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;

  const moved = await putUnderDiscussion(context, { number });
  if (!moved.ok && moved.refusal === "not-found") notFound();
  if (!moved.ok && moved.refusal === "not-allowed") forbidden();
  if (!moved.ok) conflict(proposalRefusalText[moved.refusal], href(paths.proposal, { number }));
  return redirect(href(paths.proposal, { number }), await withNotice("proposal-discussed"));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
