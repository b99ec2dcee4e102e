import type { CommandContext } from "#app/commands/context.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { hasClosed } from "#app/domain/voting/round.ts";
import type { Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { holdRound } from "#db/queries/voting-rounds.ts";
import { setClosed } from "#db/queries/voting-round-writes.ts";

/**
 * Notes that the clock passed the closing time of a round: a stamp with a record, done by nobody. That the round had closed did not
 * wait for it; but a clock that is set back later cannot open the round again. Answers whether it closed now.
 */
export async function noteClosing(trx: Trx, { now, newId }: Pick<CommandContext, "now" | "newId">, roundId: string): Promise<boolean> {
  const round = await holdRound(trx, roundId);
  if (!round || round.state !== "open" || !hasClosed(round, now())) return false;
  await setClosed(trx, roundId);
  await record(trx, { actor: STRANGER, now, newId }, { act: "round.close", bodyId: round.bodyId, subject: { kind: "round", id: roundId }, payload: { closesAt: round.closesAt } });
  return true;
}
