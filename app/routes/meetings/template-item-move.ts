import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { changeTemplate } from "#app/commands/meetings/change-template.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { unreadable } from "#app/platform/http.ts";
import { backTo } from "./refusals.ts";
import { templateBody } from "./template-body.ts";

const form = z.object({ direction: z.enum(["up", "down"]) });

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id: bodyId, slug } = await templateBody(context, args.params);
  const read = await readForm(args.request, form);
  if (!read.ok) return unreadable();

  return backTo(href(paths.agendaTemplate, { slug }), "template-changed", await changeTemplate(context, { bodyId, change: "move", itemId: args.params["itemId"] ?? "", direction: read.values.direction }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
