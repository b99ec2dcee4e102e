import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { confirmCondition } from "#app/commands/proposals/confirm-condition.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { conflict, forbidden, notFound, unreadable } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { confirmationForm } from "#app/platform/schemas/proposals.ts";
import { proposalRefusalText } from "#app/text/proposals.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", conditionId = "" } = args.params;
  const form = await readForm(args.request, confirmationForm);
  if (!form.ok) return unreadable();

  const settled = await confirmCondition(context, { number, conditionId, ...form.values });
  if (!settled.ok && settled.refusal === "not-found") notFound();
  if (!settled.ok && settled.refusal === "not-allowed") forbidden();
  const back = `${href(paths.proposal, { number })}#voorwaarde-${conditionId}`;
  if (!settled.ok) conflict(proposalRefusalText[settled.refusal], back);
  return redirect(back, await withNotice(`condition-${form.values.settled}`));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
