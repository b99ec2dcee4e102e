import type { ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { takeOverProposal } from "#app/commands/meetings/take-over-proposal.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { unreadable } from "#app/platform/http.ts";
import { proposalText } from "#app/text/planning.ts";
import { backTo } from "./refusals.ts";

const form = z.object({ only: z.string().max(64, "too-long") });

/** One subject that is open, or all of them: on the agenda with one press. */
export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;
  const read = await readForm(args.request, form);
  if (!read.ok) return unreadable();

  const { only } = read.values;
  return backTo(href(paths.meetingAgenda, { id }), "agenda-proposed", await takeOverProposal(context, { meetingId: id, only: only === "" ? undefined : only, titled: proposalText.itemTitle }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
