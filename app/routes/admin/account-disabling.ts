import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { disableAccount } from "#app/commands/access/disable-account.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { conflict, forbidden, notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { noticeFor } from "#app/text/notices.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const read = await readForm(args.request, z.object({ blokkeer: z.string() }));
  if (!read.ok) return redirect(href(paths.adminAccounts));
  const disabled = read.values.blokkeer !== "nee";

  const done = await disableAccount(context, { id: args.params["id"] ?? "", disabled });
  if (!done.ok && done.refusal === "not-found") notFound();
  if (!done.ok && done.refusal === "not-allowed") forbidden();
  if (!done.ok) conflict(noticeFor("account-last-admin") ?? "", href(paths.adminAccounts));
  return redirect(href(paths.adminAccounts), await withNotice(disabled ? "account-blocked" : "account-opened"));
}

export const loader = (): never => notFound();
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
