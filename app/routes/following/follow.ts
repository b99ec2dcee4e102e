import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { followSubject } from "#app/commands/following/follow-subject.ts";
import { unfollowSubject } from "#app/commands/following/unfollow-subject.ts";
import { readForm } from "#app/platform/form.ts";
import { forbidden, notFound, unreadable } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { followForm } from "#app/platform/schemas/following.ts";
import { addressOfSubject } from "./subject-address.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const form = await readForm(args.request, followForm);
  if (!form.ok) return unreadable();

  const { kind, reference, follow } = form.values;
  const done = await (follow === "1" ? followSubject : unfollowSubject)(context, { kind, reference });
  if (!done.ok && done.refusal === "not-found") notFound();
  if (!done.ok) forbidden();
  return redirect(addressOfSubject({ kind, reference }), await withNotice(follow === "1" ? "subject-followed" : "subject-unfollowed"));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
