import type { CommandContext } from "#app/commands/context.ts";
import { checkElectorate, type Candidate, type ElectorateRefusal } from "#app/domain/voting/electorate.ts";
import { checkDates, type RoundRefusal } from "#app/domain/voting/round.ts";
import type { RoundItem } from "#db/queries/voting-items.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";
import { textsToFreeze, type TextRefusal } from "./round-texts.ts";

/** What would stand in the way if this concept were opened at this moment; writes nothing. Empty when it can be opened. */
export async function checkConcept(context: Pick<CommandContext, "db" | "now">, round: StoredRound, items: readonly RoundItem[], seats: readonly Candidate[]): Promise<(RoundRefusal | ElectorateRefusal | TextRefusal)[]> {
  const answers = [
    checkDates(round.opensAt, round.closesAt, context.now()),
    checkElectorate(seats),
    await textsToFreeze(context.db, context, round, items),
  ];
  return answers.flatMap((answer) => (answer.ok ? [] : [answer.refusal]));
}
