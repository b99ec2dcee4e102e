import { describe, expect, inject, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { verifyRows } from "#db/queries/audit-rows.ts";
import { verifyLog } from "#db/queries/audit-verify.ts";
import { ChildPortal } from "#test/support/child-portal.ts";
import { postVote, voteForm, votersOf, type VoteForm } from "#test/support/voter.ts";

/** How often the portal is killed: ten times in `npm test`, a hundred in `npm run test:faults`. */
const CYCLES = Number(process.env["FAULT_CYCLES"] ?? 10);
const LONGEST = 400;

describe.each<[string, () => string | null]>([["SQLite", () => null], ["PostgreSQL", () => inject("postgresUrl")]])("on %s", (_, serverUrl) => {
  test(`a portal that is killed ${CYCLES} times in a storm of votes loses none that it acknowledged and keeps none twice`, async () => {
    const portal = await ChildPortal.start(serverUrl());
    try {
      const voters = await votersOf(portal.url, "netwerk", 12);
      const acknowledged = new Map<string, string>();
      let cutOff = 0;
      for (let cycle = 0; cycle < CYCLES; cycle++) {
        let isOver = false;
        const unanswered: VoteForm[] = [];
        const storm = voters.map(async (voter, lane) => {
          for (let turn = cycle * 10_000 + lane; !isOver; turn++) {
            const form = voteForm(voter, turn);
            const reply = await postVote(portal.url, form).catch(() => null);
            if (reply === null) return void unanswered.push(form);
            expect(reply.status).toBe(302);
            acknowledged.set(form.nonce, form.fields[`motivering-${voter.itemId}`] ?? "");
          }
        });
        await new Promise((resolve) => setTimeout(resolve, 50 + ((cycle * 137) % LONGEST)));
        await portal.kill();
        isOver = true;
        await Promise.all(storm);
        await portal.restart();
        cutOff += unanswered.length;
        // Nobody knows whether these were kept. Sending the same form again is safe: it is kept once.
        for (const form of unanswered) {
          expect((await postVote(portal.url, form)).status).toBe(302);
          acknowledged.set(form.nonce, Object.entries(form.fields).find(([name]) => name.startsWith("motivering-"))?.[1] ?? "");
        }
      }
      expect(acknowledged.size).toBeGreaterThan(CYCLES * 5);
      expect(cutOff).toBeGreaterThan(0);
      await expectWhole(portal.databaseUrl, acknowledged);
      console.log(`${acknowledged.size} acknowledged votes, ${cutOff} cut off and sent again, ${CYCLES} kills: 0 lost, 0 double`);
    } finally {
      await portal.stop();
    }
  }, 60_000 + CYCLES * 20_000);
});

async function expectWhole(databaseUrl: string, acknowledged: ReadonlyMap<string, string>): Promise<void> {
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
