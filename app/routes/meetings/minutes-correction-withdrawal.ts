import type { ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { withdrawCorrection } from "#app/commands/meetings/withdraw-correction.ts";
import { href, paths } from "#app/paths.ts";
import { backTo } from "./refusals.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "", number = "" } = args.params;

  return backTo(href(paths.minutesCorrections, { id }), "correction-withdrawn", await withdrawCorrection(context, { meetingId: id, number: Number(number) || 0 }));
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
