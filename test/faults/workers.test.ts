import { expect, inject, test } from "vitest";
import { ChildPortal } from "#test/support/child-portal.ts";
import { aConnection, postVote, send, voteForm, votersOf } from "#test/support/voter.ts";
import { expectWhole } from "#test/support/whole-votes.ts";

const moment = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const within = <Value>(milliseconds: number, work: Promise<Value>): Promise<Value | null> => Promise.race([work, moment(milliseconds).then(() => null)]);

/** One portal for all: starting one takes longer than any of these. */
test("two processes are one portal: what one writes the other shows, a process that dies is replaced, and stopping cuts nobody off", async () => {
  const portal = await ChildPortal.start(inject("postgresUrl"), { WORKERS: "2" });
  try {
    const voter = (await votersOf(portal.url, "netwerk", 12)).at(-1);
    const round = `${portal.url}${voter!.address}`;
    // With one of the processes held, some connections are answered and some are not: they end at different processes.
    const [held] = portal.workers();
    const connections = Array.from({ length: 6 }, aConnection);
    process.kill(held!, "SIGSTOP");
    const asked = connections.map((over) => send(`${portal.url}/healthz`, { over }));
    const answers = await Promise.all(asked.map((answer) => within(1_500, answer)));
    process.kill(held!, "SIGCONT");
    await Promise.all(asked);
    expect([answers.includes(null), answers.some((answer) => answer !== null)]).toEqual([true, true]);
    const [first, second] = [connections[answers.findIndex((answer) => answer === null)]!, connections[answers.findIndex((answer) => answer !== null)]!];

    const acknowledged = new Map<string, string>();
    const cast = async (turn: number, over = first) => {
      const form = voteForm(voter!, turn);
      expect((await postVote(portal.url, form, over)).status).toBe(302);
      acknowledged.set(form.nonce, `Keer ${turn}`);
    };

    // A kept page of one process follows what the other writes.
    const review = (await send(`${round}/stembiljet?stap=controle`, { cookie: voter!.cookie })).body;
    const field = (name: string) => [...review.matchAll(new RegExp(`name="${name}" value="([^"]+)"`, "g"))].map(([, value]) => value ?? "");
    const withdraw = async (over = second, onderdeel = voter!.itemId) => expect((await send(`${round}/stem-intrekking`, { cookie: voter!.cookie, form: { onderdeel, zetel: field("zetel")[0] ?? "" }, over })).status).toBe(302);
    for (const item of new Set(field("onderdeel"))) await withdraw(first, item);
    const page = async (over = first) => (await send(round, { over })).body;
    const pages = { cast: new Set<string>(), withdrawn: new Set<string>() };
    for (let turn = 1; turn <= 4; turn++) {
      const [mine, other] = turn % 2 === 0 ? [first, second] : [second, first];
      await cast(turn, mine);
      pages.cast.add(await page(other)).add(await page(mine));
      await withdraw(other);
      pages.withdrawn.add(await page(mine)).add(await page(other));
    }
    expect([pages.cast.size, pages.withdrawn.size]).toEqual([1, 1]);
    expect([...pages.cast]).not.toEqual([...pages.withdrawn]);

    // Votes of one seat through both at once: each is a revision of its own.
    await Promise.all(Array.from({ length: 60 }, (_, n) => cast(100 + n, n % 2 === 0 ? first : second)));

    // A process dies in the middle: the portal goes on, another takes its place, and nothing that was acknowledged is gone.
    process.kill(held!, "SIGKILL");
    expect((await send(`${portal.url}/readyz`, { over: aConnection() })).status).toBe(200);
    await expect.poll(() => portal.workers().filter((pid) => pid !== held).length, { timeout: 30_000 }).toBe(2);
    await expectWhole(portal.databaseUrl, acknowledged);

    // What runs when the portal is told to stop is still answered.
    const last = voteForm(voter!, 999);
    const [answer, code] = await Promise.all([postVote(portal.url, last, aConnection()), moment(5).then(() => portal.stop())]);
    expect([answer.status, code]).toEqual([302, 0]);
    await expectWhole(portal.databaseUrl, acknowledged.set(last.nonce, "Keer 999"));
    expect(portal.workers()).toEqual([]);
  } finally {
    await portal.stop();
  }
}, 180_000);
