import { json, redirect, type ActionFunctionArgs } from "@remix-run/node";
import { z } from "zod";
import type { CommandContext } from "#app/commands/context.ts";
import type { Result } from "#app/domain/shared/result.ts";
import { href, paths } from "#app/paths.ts";
import { readForm } from "#app/platform/form.ts";
import { withNotice } from "#app/platform/notice.ts";
import type { VotingRefusal } from "#app/text/voting.ts";
import { refuseOutright } from "./answers.ts";

/** What a seat fills in about one item of a round: which, for which seat, and why. */
const seatActSchema = z.object({ item: z.string().min(1, "required"), seat: z.string().min(1, "required"), reason: z.string().min(1, "required").max(500, "too-long") });

type SeatAct = (context: CommandContext, said: { roundId: string; itemId: string; seatId: string; reason: string }) => Promise<Result<unknown, VotingRefusal>>;

/** Does what a seat asked about one item, and goes back to the round; a refusal comes back beside what was typed. */
export async function settleSeatAct(context: CommandContext, { request, params }: ActionFunctionArgs, act: SeatAct, done: Parameters<typeof withNotice>[0]) {
  const { id = "" } = params;
  const form = await readForm(request, seatActSchema);
  if (!form.ok) return json({ problems: form.problems, refusal: null, entered: form.entered }, 422);
  const { item: itemId, seat: seatId, reason } = form.values;
  const settled = await act(context, { roundId: id, itemId, seatId, reason });
  refuseOutright(settled);
  if (!settled.ok) return json({ problems: {}, refusal: settled.refusal, entered: form.entered }, 409);
  return redirect(href(paths.round, { id }), await withNotice(done));
}
