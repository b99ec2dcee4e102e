import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { disposeOfForm } from "#app/auth/kept-form.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { headers } = await withNotice("kept-form-gone");
  const cleared = await disposeOfForm(context, args.request, context.actor.id);
  return redirect(href(paths.tasks), { headers: [["Set-Cookie", headers["Set-Cookie"]], ["Set-Cookie", cleared]] });
}

export const loader = (): never => notFound();
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
