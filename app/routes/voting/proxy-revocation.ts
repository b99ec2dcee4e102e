import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { revokeProxy } from "#app/commands/voting/revoke-proxy.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { withNotice } from "#app/platform/notice.ts";
import { listVotingBodies } from "#db/queries/voting-bodies.ts";
import { refuseOutright } from "./answers.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { slug = "", proxyId = "" } = args.params;

  const body = (await listVotingBodies(context.db)).find((one) => one.slug === slug) ?? notFound();
  const revoked = await revokeProxy(context, { bodyId: body.id, proxyId });
  refuseOutright(revoked);
  return redirect(href(paths.proxies, { slug }), await withNotice(revoked.ok ? "proxy-taken-back" : revoked.refusal));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
