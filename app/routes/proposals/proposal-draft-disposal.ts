import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { disposeOfDraft } from "#app/commands/proposals/dispose-of-draft.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { draftedNumber } from "./drafted-number.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const number = draftedNumber(args.params);
  const gone = await disposeOfDraft(context, { number });
  if (!gone.ok) notFound();
  return redirect(number === null ? href(paths.newProposal) : href(paths.proposalEdit, { number }), await withNotice("draft-gone"));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
