import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { resumeInitiative } from "#app/commands/portfolio/resume-initiative.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;

  const resumed = await resumeInitiative(context, { number });
  if (!resumed.ok && resumed.refusal === "not-found") notFound();
  if (!resumed.ok && resumed.refusal === "not-allowed") forbidden();
  return redirect(href(paths.initiative, { number }), await withNotice(resumed.ok ? "initiative-resumed" : "initiative-not-held"));
}

export const loader = (): never => notFound();
