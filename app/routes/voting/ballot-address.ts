import type { RoundKind } from "#app/domain/voting/choice.ts";
import { href, paths } from "#app/paths.ts";

/** Where a seat votes in a round: on a stembiljet, or in a prioritering by numbers. */
export const ballotAddress = ({ id, kind }: { readonly id: string; readonly kind: RoundKind }, seatId: string | null): string =>
  href(kind === "prioritering" ? paths.roundRanking : paths.roundBallot, { id }, { zetel: seatId });
