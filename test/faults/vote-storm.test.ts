import { describe, expect, inject, test } from "vitest";
import { ChildPortal } from "#test/support/child-portal.ts";
import { expectWhole } from "#test/support/whole-votes.ts";
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
