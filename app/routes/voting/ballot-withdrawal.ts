import { redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import { requireActor } from "#app/auth/guards.ts";
import { withdrawBallot } from "#app/commands/voting/withdraw-ballot.ts";
import { readForm } from "#app/platform/form.ts";
import { notFound } from "#app/platform/http.ts";
import { answerFor } from "./answers.ts";

export async function action(args: ActionFunctionArgs) {
  const context = await requireActor(args);
  const { id = "" } = args.params;

  const form = await readForm(args.request, z.object({ onderdeel: z.string().min(1), zetel: z.string().min(1) }));
  if (!form.ok) return notFound();
  const withdrawn = await withdrawBallot(context, { roundId: id, itemId: form.values.onderdeel, seatId: form.values.zetel });
  const { address, headers } = await answerFor(id, withdrawn, "ballot-withdrawn");
  return redirect(address, headers);
}

export { nothingToRead as loader } from "#app/platform/http.ts";
export { RefusedAct as default, RefusedAct as ErrorBoundary, refusedActMeta as meta } from "#app/ui/refused-act.tsx";
