import type { Instant } from "#app/domain/shared/instant.ts";
import { overlaps } from "#app/domain/voting/electorate.ts";
import { roundFormText } from "#app/text/voting-pages.ts";
import type { PreviewedElectorate } from "#app/ui/voting/electorate-preview.tsx";
import type { Db } from "#db/client.ts";
import { listSeatCandidates, type SeatCandidate } from "#db/queries/voting-electorate.ts";

/** The electorate of a body as a round that opens now would freeze it. */
export async function loadElectorate(db: Db, bodyId: string, now: Instant): Promise<PreviewedElectorate> {
  return previewOf(await listSeatCandidates(db, bodyId, now));
}

export const previewOf = (seats: readonly SeatCandidate[]): PreviewedElectorate => ({
  seats: seats.map(({ seatId, name, weight, holderIds, hasMember, canSignIn }) => ({ id: seatId, name, weight, hasHolder: holderIds.length > 0, hasMember, canSignIn })),
  overlaps: overlaps(seats).map(([one, other]) => roundFormText.opening.overlap(one, other)),
});
