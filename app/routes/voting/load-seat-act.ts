import type { CommandContext } from "#app/commands/context.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { roundName } from "#app/text/voting.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";
import { votingSeatsOf } from "./ballot-cards.ts";

/** The seats and items to choose from, for somebody who holds a seat in the body of a round. */
export async function loadSeatAct({ db, actor }: CommandContext, id: string, wanted: string | null = null) {
  const round = (await findRound(db, actor, id)) ?? notFound();
  const seats = votingSeatsOf(actor, round.bodyId, wanted);
  if (seats.length === 0) return forbidden();
  const items = (await listItems(db, id)).filter(({ pulledAt }) => pulledAt === null);
  const choices = items.map((item) => ({ value: item.id, label: item.number === null ? item.title : `${item.number} ${item.title}` }));
  return {
    id,
    name: roundName(round.kind, round.sequence),
    seats: seats.map(({ seatId, organisationName }) => ({ value: seatId, label: organisationName })),
    // A prioritering asks one thing about all its items.
    items: round.kind === "prioritering" ? choices.slice(0, 1).map(({ value }) => ({ value, label: round.title })) : choices,
  };
}

export type SeatActFacts = Awaited<ReturnType<typeof loadSeatAct>>;
