import { canonicalJson, type Canonical } from "#app/domain/shared/canonical-json.ts";
import type { Db } from "../client.ts";
import { sha256 } from "../hash.ts";

type Row = Readonly<Record<string, string | number | null>>;

/**
 * One hash over a round with its items, its frozen seats and who stepped back: everything but the ballots, which have a hash each.
 * Every record about a round carries it, so that a byte changed behind the portal's back is found. Null when there is no such round.
 * An empty column is left out, so that a column that comes later changes no seal of before.
 */
export async function sealOf(db: Db, roundId: string): Promise<string | null> {
  const round = await db.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirst();
  if (!round) return null;
  // The place in the log is written after the record itself; the log proves it.
  const { chain_sequence: _sequence, chain_hash: _hash, chain_previous: _previous, ...fixed } = round;
  const items = await db.selectFrom("round_item").selectAll().where("round_id", "=", roundId).orderBy("id").execute();
  const seats = await db.selectFrom("round_seat").selectAll().where("round_id", "=", roundId).orderBy("seat_id").execute();
  const recusals = await db.selectFrom("recusal").selectAll("recusal").innerJoin("round_item", "round_item.id", "recusal.round_item_id").where("round_item.round_id", "=", roundId).orderBy("recusal.id").execute();
  return sha256(canonicalJson({ round: filled(fixed), items: items.map(filled), seats: seats.map(filled), recusals: recusals.map(filled) }));
}

const filled = (row: Row): Canonical => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
