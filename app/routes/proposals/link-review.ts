import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { reviewLink } from "#app/commands/proposals/review-link.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { reviewForm } from "#app/platform/schemas/proposal-lists.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "", linkId = "" } = args.params;
  const form = await readForm(args.request, reviewForm);
  if (!form.ok) throw new Response(null, { status: 400 });
  const reviewed = await reviewLink(context, { number, linkId, version: form.values.version });
  if (reviewed.ok) return redirect(`${href(paths.proposal, { number })}#tekst`, await withNotice("link-reviewed"));
  if (reviewed.refusal === "not-found") return notFound();
  return forbidden();
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
