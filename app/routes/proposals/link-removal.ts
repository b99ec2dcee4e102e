import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { unlinkProposals } from "#app/commands/proposals/unlink-proposals.ts";
import { href, paths } from "#app/paths.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { pageText } from "#app/text/proposals.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", linkId = "" } = args.params;
  const removed = await unlinkProposals(context, { number, linkId });
  const back = href(paths.proposalLinks, { number });
  if (removed.ok) return redirect(back, await withNotice("link-removed"));
  if (removed.refusal === "not-found") return notFound();
  return removed.refusal === "link-holds" ? conflict(pageText.linkHolds, back) : forbidden();
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
