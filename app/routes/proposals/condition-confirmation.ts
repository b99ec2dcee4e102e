import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { confirmCondition } from "#app/commands/proposals/confirm-condition.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { confirmationForm } from "#app/platform/schemas/proposals.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", conditionId = "" } = args.params;
  const form = await readForm(args.request, confirmationForm);
  if (!form.ok) throw new Response(null, { status: 422 });

  const settled = await confirmCondition(context, { number, conditionId, ...form.values });
  if (!settled.ok && settled.refusal === "not-found") notFound();
  if (!settled.ok && settled.refusal === "not-allowed") forbidden();
  const notice = settled.ok ? `condition-${form.values.settled}` : `proposal-${settled.refusal}`;
  return redirect(`${href(paths.proposal, { number })}#voorwaarde-${conditionId}`, await withNotice(notice));
}
