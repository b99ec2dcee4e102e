import { expect } from "vitest";
import { openDatabase } from "#db/client.ts";
import { verifyRows } from "#db/queries/audit-rows.ts";
import { verifyLog } from "#db/queries/audit-verify.ts";

/** Every acknowledged vote (its words by nonce) is there once, the revisions of each seat are whole, and the log fits. */
export async function expectWhole(databaseUrl: string, acknowledged: ReadonlyMap<string, string>): Promise<void> {
  const db = await openDatabase(databaseUrl);
  try {
    const rows = (await db.selectFrom("ballot").select(["nonce", "motivation"]).execute()).filter(({ nonce }) => acknowledged.has(nonce));
    const kept = new Map(rows.map(({ nonce, motivation }) => [nonce, motivation]));
    expect([...acknowledged].filter(([nonce, words]) => kept.get(nonce) !== words)).toEqual([]);
    expect(kept.size).toBe(rows.length);
    const all = await db.selectFrom("ballot").select(["round_item_id", "seat_id", "revision"]).orderBy("round_item_id").orderBy("seat_id").orderBy("revision").execute();
    const highest = new Map<string, number>();
    for (const { round_item_id: item, seat_id: seat, revision } of all) {
      expect(revision).toBe((highest.get(`${item} ${seat}`) ?? 0) + 1);
      highest.set(`${item} ${seat}`, revision);
    }
    expect((await verifyLog(db)).broken).toBeNull();
    expect((await verifyRows(db)).broken).toBeNull();
  } finally {
    await db.destroy();
  }
}
