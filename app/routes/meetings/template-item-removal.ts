import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { changeTemplate } from "#app/commands/meetings/change-template.ts";
import { href, paths } from "#app/paths.ts";
import { backTo } from "./refusals.ts";
import { templateBody } from "./template-body.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id: bodyId, slug } = await templateBody(context, args.params);

  return backTo(href(paths.agendaTemplate, { slug }), "template-changed", await changeTemplate(context, { bodyId, change: "remove", itemId: args.params["itemId"] ?? "" }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
