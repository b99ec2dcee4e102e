import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { finishAction } from "#app/commands/meetings/finish-action.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { backTo } from "./refusals.ts";

const form = z.object({ naar: z.enum(["", "dropped"]) });

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { number = "" } = args.params;
  const read = await readForm(args.request, form);

  return backTo(href(paths.actions), "action-finished", await finishAction(context, { number, to: read.ok && read.values.naar === "dropped" ? "dropped" : "done" }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
