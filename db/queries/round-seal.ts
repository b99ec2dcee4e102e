import { canonicalJson, type Canonical } from "#app/domain/shared/canonical-json.ts";
import type { Db } from "../client.ts";
import { sha256 } from "../hash.ts";

type Row = Readonly<Record<string, string | number | null>>;

/** How the seal was made; its record says so. Records of before the numbering have none: their seal knows no wishes to talk. */
export const SEAL_FORM = 2;

/**
 * One hash over a round with its items (also those that were pulled out), its frozen seats, who stepped back and who asked to talk:
 * everything but the ballots, which have a hash each. Every record about a round carries it, so that a byte changed behind the portal's
 * back is found. Null when there is no such round. An empty column is left out, so that a column that comes later changes no seal of before.
 */
export async function sealOf(db: Db, roundId: string, form: number = SEAL_FORM): Promise<string | null> {
  const round = await db.selectFrom("round").selectAll().where("id", "=", roundId).executeTakeFirst();
  if (!round) return null;
  // The place in the log is written after the record itself; the log proves it.
  const { chain_sequence: _sequence, chain_hash: _hash, chain_previous: _previous, ...fixed } = round;
  const items = await db.selectFrom("round_item").selectAll().where("round_id", "=", roundId).orderBy("id").execute();
  const seats = await db.selectFrom("round_seat").selectAll().where("round_id", "=", roundId).orderBy("seat_id").execute();
  const recusals = await db.selectFrom("recusal").selectAll("recusal").innerJoin("round_item", "round_item.id", "recusal.round_item_id").where("round_item.round_id", "=", roundId).orderBy("recusal.id").execute();
  const known = { round: filled(fixed), items: items.map(filled), seats: seats.map(filled), recusals: recusals.map(filled) };
  if (form < SEAL_FORM) return sha256(canonicalJson(known));
  const requests = await db.selectFrom("treatment_request").selectAll("treatment_request").innerJoin("round_item", "round_item.id", "treatment_request.round_item_id").where("round_item.round_id", "=", roundId).orderBy("treatment_request.id").execute();
  return sha256(canonicalJson({ ...known, requests: requests.map(filled) }));
}

/** One hash over a volmacht as it now stands, for every record about it. Null when there is no such volmacht. */
export async function proxySealOf(db: Db, proxyId: string): Promise<string | null> {
  const proxy = await db.selectFrom("proxy").selectAll().where("id", "=", proxyId).executeTakeFirst();
  return proxy ? sha256(canonicalJson(filled(proxy))) : null;
}

const filled = (row: Row): Canonical => Object.fromEntries(Object.entries(row).filter(([, value]) => value !== null));
