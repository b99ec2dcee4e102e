import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { moveAgendaItem } from "#app/commands/meetings/move-agenda-item.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { backTo } from "./refusals.ts";

const form = z.object({ direction: z.enum(["up", "down"]) });

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "", itemId = "" } = args.params;
  const read = await readForm(args.request, form);
  if (!read.ok) throw new Response(null, { status: 422 });

  return backTo(href(paths.meetingAgenda, { id }), "agenda-changed", await moveAgendaItem(context, { meetingId: id, itemId, direction: read.values.direction }));
}
