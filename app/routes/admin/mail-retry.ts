import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { retryMail } from "#app/commands/following/retry-mail.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const retried = await retryMail(context, { mailId: id });
  if (!retried.ok) return retried.refusal === "not-allowed" ? forbidden() : notFound();
  return redirect(href(paths.adminOutbox), await withNotice("mail-retried"));
}

export const loader = (): never => notFound();
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
