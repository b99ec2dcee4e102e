import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { markNewsSeen } from "#app/commands/following/mark-news-seen.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound, unreadable } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { seenForm } from "#app/platform/schemas/following.ts";
import { addressOfSubject } from "./subject-address.ts";

/** With a subject: that one is seen. Without: everything this person follows. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await readForm(args.request, seenForm);
  if (!form.ok) return unreadable();

  const { kind, reference } = form.values;
  const subject = kind === "" ? null : { kind, reference };
  const seen = await markNewsSeen(context, subject);
  if (!seen.ok && seen.refusal === "not-found") notFound();
  if (!seen.ok) forbidden();
  return redirect(subject ? addressOfSubject(subject) : href(paths.tasks), await withNotice("news-seen"));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
