import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { removeAuthor } from "#app/commands/proposals/remove-author.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", personId = "" } = args.params;
  const removed = await removeAuthor(context, { number, personId });
  if (!removed.ok && removed.refusal === "not-found") notFound();
  if (!removed.ok && removed.refusal === "not-allowed") forbidden();
  const hasLeft = removed.ok && personId === context.actor.id;
  return redirect(hasLeft ? href(paths.proposal, { number }) : href(paths.proposalAuthors, { number }), await withNotice(removed.ok ? "author-removed" : `proposal-${removed.refusal}`));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
