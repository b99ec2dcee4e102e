import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { requireActor } from "#app/auth/guards.ts";
import { closeRound } from "#app/commands/voting/close-round.ts";
import { answerFor } from "./answers.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const closed = await closeRound(context, { roundId: id });
  const { address, headers } = await answerFor(id, closed, "round-closed");
  return redirect(address, headers);
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
