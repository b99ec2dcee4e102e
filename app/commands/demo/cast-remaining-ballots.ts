import type { CommandContext } from "#app/commands/context.ts";
import { castBallots, type BallotForm } from "#app/commands/voting/cast-ballots.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { isOpen } from "#app/domain/voting/round.ts";
import { listDemoHolders } from "#db/queries/demo.ts";
import { actorOf } from "#db/queries/people.ts";
import { listTurnout } from "#db/queries/voting-ballots.ts";
import { listItems, type RoundItem } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";

/**
 * Lets the demonstration members who did not vote yet do so, each through the ordinary command with all its rules. Answers how
 * many voted. Refuses a round that the reader may not see, or that is not open. Its door is closed without DEMO=1.
 */
export async function castRemainingBallots(context: CommandContext, { roundId }: { roundId: string }): Promise<Result<{ seats: number }, "not-found" | "round-not-open">> {
  const { db, now } = context;
  const round = await findRound(db, context.actor, roundId);
  if (!round) return refuse("not-found");
  if (!isOpen(round, now())) return refuse("round-not-open");

  const [items, turnout, holders] = [await listItems(db, roundId), await listTurnout(db, roundId), await listDemoHolders(db, roundId)];
  let seats = 0;
  for (const [place, { seatId, personId }] of holders.entries()) {
    if (turnout.has(seatId)) continue;
    const actor = await actorOf(db, personId, now());
    const ballots = items.flatMap((item) => formFor(round.kind, item, place, context.newId()));
    const cast = await castBallots({ ...context, actor }, { roundId, seatId, ballots });
    if (cast.ok) seats++;
  }
  return accept({ seats });
}

/** Mostly in favour, one against, one abstaining; in a peiling one "akkoord, mits". Always the same for the same seat. */
function formFor(kind: string, item: RoundItem, place: number, nonce: string): BallotForm[] {
  const form = { itemId: item.id, nonce, textHash: item.textHash ?? "", motivation: "" };
  if (kind === "stilte") return [{ ...form, choice: "geen_bezwaar" }];
  if (kind !== "peiling" && kind !== "besluit") return [];
  const isPoll = kind === "peiling";
  if (place % 12 === 3 && isPoll) return [{ ...form, choice: "akkoord_mits", condition: "Leg vast wie dit controleert.", strength: "must" }];
  if (place % 12 === 5) return [{ ...form, choice: isPoll ? "niet_akkoord" : "tegen", motivation: "Dit kost ons te veel tijd." }];
  if (place % 12 === 8) return [{ ...form, choice: "onthouden" }];
  return [{ ...form, choice: isPoll ? "akkoord" : "voor" }];
}
