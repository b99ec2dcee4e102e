import { expect, test } from "vitest";
import { ChildPortal } from "#test/support/child-portal.ts";
import { startPostgres } from "#test/support/postgres.ts";
import { postVote, send, voteForm, votersOf, type VoteForm } from "#test/support/voter.ts";
import { expectWhole } from "#test/support/whole-votes.ts";

const CYCLES = 3;
const moment = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Source: security §1a R3. */
test("a PostgreSQL that is stopped at once in a storm of votes: none that was acknowledged is lost, the portal says what is wrong and goes on by itself", async () => {
  const server = await startPostgres({ isDurable: true });
  const portal = await ChildPortal.start(server.url);
  try {
    const voters = await votersOf(portal.url, "netwerk", 8);
    const acknowledged = new Map<string, string>();
    const wordsOf = ({ fields }: VoteForm): string => Object.entries(fields).find(([name]) => name.startsWith("motivering-"))?.[1] ?? "";
    let refusals = 0;
    for (let cycle = 0; cycle < CYCLES; cycle++) {
      let isOver = false;
      const unsure: VoteForm[] = [];
      const storm = voters.map(async (voter, lane) => {
        for (let turn = cycle * 10_000 + lane; !isOver; turn++) {
          const form = voteForm(voter, turn);
          const { status, body } = await postVote(portal.url, form);
          if (status === 302) {
            acknowledged.set(form.nonce, wordsOf(form));
            continue;
          }
          expect([status, /even niet bereikbaar/.test(body)]).toEqual([503, true]);
          refusals++;
          unsure.push(form);
          await moment(50);
        }
      });
      await moment(400 + cycle * 150);
      await server.crash();
      await moment(800);
      expect((await send(`${portal.url}/readyz`)).status).toBe(503);
      expect((await send(`${portal.url}/healthz`)).status).toBe(200);
      const begun = Date.now();
      await server.startAgain();
      await expect.poll(async () => (await send(`${portal.url}/readyz`)).status, { timeout: 30_000, interval: 100 }).toBe(200);
      expect(Date.now() - begun).toBeLessThan(30_000);
      const before = acknowledged.size;
      await expect.poll(() => acknowledged.size, { timeout: 30_000, interval: 50 }).toBeGreaterThan(before + voters.length);
      isOver = true;
      await Promise.all(storm);
      // Nobody knows whether these were kept. Sending the same form again is safe: it is kept once.
      for (const form of unsure) {
        expect((await postVote(portal.url, form)).status).toBe(302);
        acknowledged.set(form.nonce, wordsOf(form));
      }
    }
    expect(refusals).toBeGreaterThan(CYCLES);
    await expectWhole(portal.databaseUrl, acknowledged);
    console.log(`${acknowledged.size} acknowledged votes, ${refusals} answered with 503 and sent again, ${CYCLES} stops of the database: 0 lost, 0 double`);
  } finally {
    await portal.stop();
    await server.stop();
  }
}, 240_000);
