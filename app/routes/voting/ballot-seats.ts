import { redirect } from "@remix-run/node";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import { usableProxies } from "#app/domain/voting/proxy.ts";
import { forbidden } from "#app/platform/http.ts";
import type { Db } from "#db/client.ts";
import { listMeetingsOfRound, listProxiesTo } from "#db/queries/voting-proxies.ts";
import { ballotAddress } from "./ballot-address.ts";
import { votingSeatsOf } from "./ballot-cards.ts";

/** A seat for which somebody may vote in a round. */
export interface BallotSeat {
  readonly seatId: string;
  readonly name: string;
  /** the own organisation that votes for it, when that is with a volmacht */
  readonly through: string | null;
  readonly throughSeatId: string | null;
}

/** All seats for which this person may vote in a round now: the own ones first, then those that gave a volmacht. */
export async function ballotSeatsOf(db: Db, actor: Actor, round: { readonly id: string; readonly bodyId: string }, now: Instant): Promise<BallotSeat[]> {
  const own = votingSeatsOf(actor, round.bodyId, null);
  const proxies = await listProxiesTo(db, round.bodyId, own.map(({ seatId }) => seatId));
  const occasion = { roundId: round.id, bodyId: round.bodyId, meetingIds: proxies.length > 0 ? await listMeetingsOfRound(db, round.id) : [], now };
  const names = new Map(proxies.map(({ fromSeatId, fromName }) => [fromSeatId, fromName]));
  const received = own.flatMap(({ seatId, organisationName }) =>
    usableProxies(seatId, proxies, occasion).map(({ fromSeatId }) => ({ seatId: fromSeatId, name: names.get(fromSeatId) ?? "", through: organisationName, throughSeatId: seatId })),
  );
  const isOwn = new Set(own.map(({ seatId }) => seatId));
  return [...own.map(({ seatId, organisationName }) => ({ seatId, name: organisationName, through: null, throughSeatId: null })), ...received.filter(({ seatId }) => !isOwn.has(seatId))];
}

/**
 * The one seat that a stembiljet is about, and the others. Who votes for several has the seat in the address, always: a form never
 * falls back to another seat than the one that it was made for.
 */
export function seatInAddress(seats: readonly BallotSeat[], round: { readonly id: string; readonly kind: RoundKind }, wanted: string | null): { seat: BallotSeat; others: BallotSeat[] } {
  const [first] = seats;
  if (first === undefined) return forbidden();
  if (wanted === null && seats.length > 1) throw redirect(ballotAddress(round, first.seatId));
  const seat = wanted === null ? first : (seats.find(({ seatId }) => seatId === wanted) ?? forbidden());
  return { seat, others: seats.filter(({ seatId }) => seatId !== seat.seatId) };
}
