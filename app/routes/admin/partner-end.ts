import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { endPartner } from "#app/commands/organisations/end-partner.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "", memberId = "" } = args.params;
  const ended = await endPartner(context, { id, municipalityId: memberId });
  if (!ended.ok && ended.refusal === "not-allowed") forbidden();
  return redirect(href(paths.adminOrganisation, { id }), await withNotice(ended.ok ? "partner-ended" : "partner-gone"));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
