import type { Instant } from "#app/domain/shared/instant.ts";
import { overlaps } from "#app/domain/voting/electorate.ts";
import { roundFormText } from "#app/text/voting-pages.ts";
import type { PreviewedElectorate } from "#app/ui/voting/electorate-preview.tsx";
import type { Db } from "#db/client.ts";
import { listSeatCandidates } from "#db/queries/voting-electorate.ts";

/** The electorate of a body as a round that opens now would freeze it. */
export async function loadElectorate(db: Db, bodyId: string, now: Instant): Promise<PreviewedElectorate> {
  const seats = await listSeatCandidates(db, bodyId, now);
  return {
    seats: seats.map(({ seatId, name, holderIds }) => ({ id: seatId, name, hasHolder: holderIds.length > 0 })),
    overlaps: overlaps(seats).map(([one, other]) => roundFormText.opening.overlap(one, other)),
  };
}
