import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { withdrawAmendment } from "#app/commands/proposals/withdraw-amendment.ts";
import { href, paths } from "#app/paths.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { proposalRefusalText } from "#app/text/proposals.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const amendment = /^\d{1,6}$/.test(args.params.amendment ?? "") ? Number(args.params.amendment) : notFound();

  const withdrawn = await withdrawAmendment(context, { number, amendment });
  if (!withdrawn.ok && withdrawn.refusal === "not-found") notFound();
  if (!withdrawn.ok && withdrawn.refusal === "not-allowed") forbidden();
  if (!withdrawn.ok) conflict(proposalRefusalText[withdrawn.refusal], href(paths.amendment, { number, amendment }));
  return redirect(href(paths.amendment, { number, amendment }), await withNotice("amendment-withdrawn"));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
