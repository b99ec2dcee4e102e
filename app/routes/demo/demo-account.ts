import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import { startSession } from "#app/auth/sessions.ts";
import { switchAccount } from "#app/commands/demo/switch-account.ts";
import { href, paths } from "#app/paths.ts";
import { formOf } from "#app/platform/form.ts";
import { notFound, safeAddress } from "#app/platform/http.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await visitor(args);
  if (args.context.isDemo !== true) return notFound();
  const form = await formOf(args.request);

  const switched = await switchAccount(context, { email: String(form.get("account") ?? "") });
  if (!switched.ok) return notFound();
  const cookie = await startSession(context, switched.value.personId, args.request);
  return redirect(safeAddress(String(form.get("naar") ?? ""), href(paths.home)), { headers: { "Set-Cookie": cookie } });
}

/** There is nothing to read here; a page that was reloaded goes back to the start. */
export const loader = (): never => notFound();
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
