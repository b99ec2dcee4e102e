import type { Db } from "../client.ts";
import type { Checked } from "./audit-rows.ts";
import { proxySealOf } from "./round-seal.ts";

/** Holds every volmacht against the last record about it; one without any record, and a record without its volmacht, is broken too. */
export async function checkProxies(db: Db): Promise<Checked> {
  const vouched = await vouchedProxies(db);
  const ids = (await db.selectFrom("proxy").select("id").orderBy("id").execute()).map(({ id }) => id);
  const known = new Set(ids);
  const gone = [...vouched.keys()].find((id) => !known.has(id));
  if (gone !== undefined) return { checked: 0, broken: { kind: "proxy", id: gone, fault: "row-missing" } };
  let checked = 0;
  for (const id of ids) {
    const seal = vouched.get(id);
    if (seal === undefined) return { checked, broken: { kind: "proxy", id, fault: "not-in-log" } };
    // A record of before the seals vouches that the volmacht was given, not for what became of its row.
    if (seal !== null && (await proxySealOf(db, id)) !== seal) return { checked, broken: { kind: "proxy", id, fault: "row-changed" } };
    checked++;
  }
  return { checked, broken: null };
}

async function vouchedProxies(db: Db): Promise<Map<string, string | null>> {
  const rows = await db.selectFrom("event").select(["subject_id", "payload"]).where("subject_kind", "=", "proxy").orderBy("chain").orderBy("sequence").execute();
  return new Map(rows.map(({ subject_id: id, payload }) => [id, (JSON.parse(payload) as { readonly seal?: string }).seal ?? null]));
}
