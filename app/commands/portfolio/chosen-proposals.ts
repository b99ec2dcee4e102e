import type { CommandContext } from "#app/commands/context.ts";
import { strictest, type Tlp } from "#app/domain/access/visibility.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { Trx } from "#db/client.ts";
import { listReadyProposals, lockProposals } from "#db/queries/portfolio-writes.ts";

export type ChoiceRefusal = "no-proposals" | "proposal-not-ready";

/**
 * The proposals that an initiative may take up, held until the commit, with the label that follows from them: the strictest.
 * Refuses an empty choice, and a proposal that is hidden, not in the portfolio, or in another live initiative.
 */
export async function chosenProposals(trx: Trx, { actor, now }: CommandContext, numbers: readonly string[], initiativeId: string | null): Promise<Result<{ ids: string[]; tlp: Tlp }, ChoiceRefusal>> {
  const wanted = [...new Set(numbers)];
  if (wanted.length === 0) return refuse("no-proposals");
  const ready = () => listReadyProposals(trx, actor, dutchDay(now()), initiativeId, wanted);
  await lockProposals(trx, (await ready()).map(({ id }) => id));
  const chosen = await ready();
  if (chosen.length !== wanted.length) return refuse("proposal-not-ready");
  return accept({ ids: chosen.map(({ id }) => id), tlp: strictest(chosen.map(({ tlp }) => tlp)) });
}
