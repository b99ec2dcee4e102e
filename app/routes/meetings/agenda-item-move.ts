import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { moveAgendaItem } from "#app/commands/meetings/move-agenda-item.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { unreadable } from "#app/platform/http.ts";
import { backTo } from "./refusals.ts";

const form = z.object({ direction: z.enum(["up", "down"]) });

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "", itemId = "" } = args.params;
  const read = await readForm(args.request, form);
  if (!read.ok) return unreadable();

  return backTo(href(paths.meetingAgenda, { id }), "agenda-changed", await moveAgendaItem(context, { meetingId: id, itemId, direction: read.values.direction }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
