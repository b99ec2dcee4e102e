import { sql } from "kysely";
import type { Trx } from "../client.ts";
import { dialectOf } from "../portable.ts";

/**
 * Holds what a ballot rests on until the commit: the seat, so that its votes come one after the other, and the round, so that it does
 * not end or change meanwhile. Other seats vote at the same time: they share the hold on the round. On SQLite there is nothing to do:
 * `begin immediate` has made this the only transaction that writes.
 */
export async function holdForBallot(trx: Trx, roundId: string, seatId: string): Promise<void> {
  if (dialectOf(trx) === "sqlite") return;
  await sql`select id, pg_advisory_xact_lock(hashtextextended(${`${roundId} ${seatId}`}, 0)) from round where id = ${roundId} for share`.execute(trx);
}
