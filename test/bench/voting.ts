/* Voting under load: the end of a round, the page of a result, tallies, and two processes on PostgreSQL. */
import type { ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Agent } from "node:http";
import { pairwiseCount, rank, type RankedBallot } from "#app/domain/voting/ranking.ts";
import { openDatabase, type Db } from "#db/client.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { countRows } from "#db/portable.ts";
import { startPostgres } from "#test/support/postgres.ts";
import { ask, sideBySide, type Ask } from "./load.ts";
import { aBigBody, aLongHistory, anOpenRoundOf, sessionOf, type BigBody } from "./voting-body.ts";

const [SEATS, ITEMS, PER_PAGE, ROUNDS] = [400, 40, 20, 6];
const TWO_MINUTES = 120_000;
/** The last form leaves this long before the end. */
const MARGIN = 2_000;
const CHOICES = ["voor", "voor", "tegen", "onthouden"] as const;

interface Bench {
  readonly database: string;
  readonly portal: string;
  readonly bare: string;
  readonly asShipped: string[];
  readonly start: (args: string[], settings?: Readonly<Record<string, string>>) => ChildProcess;
  readonly reachable: (url: string) => Promise<void>;
  readonly compare: (what: string, ours: (lane: number, turn: number) => Ask, theirs: (lane: number, turn: number) => Ask, target: string) => Promise<void>;
  readonly print: (what: string, figure: string, target: string) => void;
}

/** Every figure of this part; the portal and the bare pages already run on `database`. */
export async function measureVoting(bench: Bench): Promise<void> {
  const { print, portal, bare } = bench;
  const { whole, one } = tallies();
  print("Tally of 100,000 ballots × 20 ranked options", `${Math.round(whole)} ms`, "≤ 150 ms");
  print("One of them changed", `${one.toFixed(2)} ms`, "≤ 1 ms");

  const db = await openDatabase(bench.database);
  const body = await aBigBody(db, SEATS);
  const [result, member] = [`/stemrondes/${await aLongHistory(body, ROUNDS)}/uitslag`, await sessionOf(body, body.voters[0]?.personId ?? "")];
  await bench.compare(`Result of ${SEATS} seats × ${ROUNDS} rounds, for a member`, () => ({ url: `${portal}${result}`, cookie: member }), () => ({ url: `${bare}${result}` }), "≥ 30 %");
  await bench.compare(`Result of ${SEATS} seats × ${ROUNDS} rounds, kept for strangers`, () => ({ url: `${portal}${result}` }), () => ({ url: `${bare}${result}` }), "≥ 30 %");

  const { sent, lost, doubled, refused, p50, p99, slowest } = await endOfRound(body, portal);
  print(`End of a round: ${SEATS} seats × ${ITEMS} items in two minutes`, `${sent} ballots, ${lost} lost, ${doubled} doubled, ${refused} of ${SEATS} too late refused; half in ${Math.round(p50)} ms, p99 ${Math.round(p99)} ms, slowest ${Math.round(slowest)} ms`, "0 lost, p99 ≤ 250 ms");
  await db.destroy();

  await twoProcesses(bench);
}

/** Milliseconds for counting 100,000 rankings of 20 options, and for changing one of them: the middle of five. */
function tallies(): { whole: number; one: number } {
  const options = Array.from({ length: 20 }, (_, n) => `NET-${String(n + 1).padStart(3, "0")}`);
  let seed = 7;
  const next = () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;
  const shuffled = (): string[] => options.map((option) => [next(), option] as const).sort(([a], [b]) => a - b).map(([, option]) => option);
  const ballots = Array.from({ length: 100_000 }, (): RankedBallot => ({ weight: 1, ranking: shuffled().map((option) => [option]) }));
  const timed = (work: () => void): number => {
    const begin = performance.now();
    work();
    return performance.now() - begin;
  };
  const middle = (work: (turn: number) => void): number => Array.from({ length: 5 }, (_, turn) => timed(() => work(turn))).sort((a, b) => a - b)[2] ?? 0;

  const whole = middle(() => rank(options, ballots));
  const count = pairwiseCount(options);
  for (const ballot of ballots) count.add(ballot);
  const one = middle((turn) => {
    count.take(ballots[turn] ?? { weight: 1, ranking: [] });
    count.add(ballots[turn + 5] ?? { weight: 1, ranking: [] });
    count.result();
  });
  return { whole, one };
}

/**
 * Every seat votes on every item in the last two minutes, ever more of them towards the end, each as a browser does it: the form, the
 * next form, the review. After the end every seat tries once more.
 */
async function endOfRound(body: BigBody, portal: string) {
  const { id, items } = await anOpenRoundOf(body, ITEMS, TWO_MINUTES + MARGIN);
  const began = performance.now();
  const cookies: string[] = [];
  for (const { personId } of body.voters) cookies.push(await sessionOf(body, personId));
  const [over, address] = [new Agent({ keepAlive: true, maxSockets: SEATS }), `${portal}/stemrondes/${id}/stembiljet`];
  const [waits, acknowledged] = [[] as number[], new Set<string>()];
  const timed = async (asked: Ask, status: number) => {
    const begin = performance.now();
    const answer = await ask({ ...asked, over });
    waits.push(performance.now() - begin);
    if (answer.status !== status) throw new Error(`${asked.url} answered ${answer.status}: ${answer.body.replace(/<[^>]+>/g, " ").slice(0, 300)}`);
  };
  const formOf = (seat: number, page: number): { form: Record<string, string>; nonces: string[] } => {
    const [form, nonces]: [Record<string, string>, string[]] = [{ stap: page * PER_PAGE < ITEMS ? "verder" : "controleer" }, []];
    for (const { id: item, hash } of items.slice((page - 1) * PER_PAGE, page * PER_PAGE)) {
      const nonce = randomUUID();
      nonces.push(nonce);
      Object.assign(form, { [`keuze-${item}`]: CHOICES[(seat + page) % CHOICES.length], [`motivering-${item}`]: "", [`nonce-${item}`]: nonce, [`tekst-${item}`]: hash });
    }
    return { form, nonces };
  };
  await Promise.all(
    body.voters.map(async (_, seat) => {
      const cookie = cookies[seat] ?? "";
      const at = began + (TWO_MINUTES - 5_000) * Math.sqrt((seat + 1) / SEATS);
      await new Promise((resolve) => setTimeout(resolve, Math.max(0, at - performance.now())));
      await timed({ url: address, cookie }, 200);
      for (let page = 1; page <= ITEMS / PER_PAGE; page++) {
        const { form, nonces } = formOf(seat, page);
        await timed({ url: page === 1 ? address : `${address}?pagina=${page}`, cookie, form }, 302);
        for (const nonce of nonces) acknowledged.add(nonce);
        await timed({ url: page * PER_PAGE < ITEMS ? `${address}?pagina=${page + 1}` : `${address}?stap=controle`, cookie }, 200);
      }
    }),
  );
  await new Promise((resolve) => setTimeout(resolve, Math.max(0, began + TWO_MINUTES + 2 * MARGIN - performance.now())));
  const late = await Promise.all(cookies.map((cookie, seat) => ask({ url: address, cookie, over, form: { ...formOf(seat, 1).form, [`keuze-${items[0]?.id ?? ""}`]: "onthouden", [`motivering-${items[0]?.id ?? ""}`]: "Te laat" } })));
  over.destroy();

  const { kept, revised } = await keptIn(body.db, id, acknowledged);
  waits.sort((a, b) => a - b);
  const share = (part: number): number => waits[Math.min(waits.length - 1, Math.floor(waits.length * part))] ?? 0;
  return { sent: acknowledged.size, lost: acknowledged.size - kept, doubled: revised, refused: late.filter(({ status }) => status === 409).length, p50: share(0.5), p99: share(0.99), slowest: share(1) };
}

/** How many of these ballots are there, and how many stand there more than once. */
async function keptIn(db: Db, roundId: string, nonces: ReadonlySet<string>): Promise<{ kept: number; revised: number }> {
  const rows = await db.selectFrom("ballot").innerJoin("round_item", "round_item.id", "ballot.round_item_id").select(["ballot.nonce", "ballot.revision"]).where("round_item.round_id", "=", roundId).execute();
  return { kept: new Set(rows.map(({ nonce }) => nonce).filter((nonce) => nonces.has(nonce))).size, revised: rows.filter(({ revision }) => revision > 1).length };
}

/** Casting on a PostgreSQL that waits for its disk: a portal of two processes beside a portal of one, on the same round. */
async function twoProcesses({ asShipped, start, reachable, print }: Bench): Promise<void> {
  const server = await startPostgres({ isDurable: true });
  const db = await openDatabase(server.url);
  try {
    await migrateToLatest(db);
    await db.insertInto("component").values({ id: "ggi-netwerk", slug: "ggi-netwerk", name: "GGI-Netwerk", summary: "", position: 1 }).execute();
    const body = await aBigBody(db, 16);
    const { id, items } = await anOpenRoundOf(body, 1, 60 * 60_000);
    const cookies: string[] = [];
    for (const { personId } of body.voters) cookies.push(await sessionOf(body, personId));
    const portalOf = async (port: number, workers: number): Promise<string> => {
      const url = `http://localhost:${port}`;
      start(asShipped, { PORT: String(port), APP_URL: url, DATABASE_URL: server.url, WORKERS: String(workers) });
      await reachable(`${url}/readyz`);
      return url;
    };
    const [two, one] = [await portalOf(41_733, 2), await portalOf(41_734, 1)];
    const [item, hash, sent] = [items[0]?.id ?? "", items[0]?.hash ?? "", new Set<string>()];
    const castAt = (portal: string, offset: number) => (lane: number, turn: number): Ask => {
      const nonce = randomUUID();
      sent.add(nonce);
      return { url: `${portal}/stemrondes/${id}/stembiljet`, cookie: cookies[offset + lane] ?? "", form: { stap: "bewaar", [`keuze-${item}`]: CHOICES[(turn % 2) + 1] ?? "", [`motivering-${item}`]: `Keer ${turn}`, [`nonce-${item}`]: nonce, [`tekst-${item}`]: hash } };
    };
    const { own, floor } = await sideBySide(castAt(two, 0), castAt(one, 8));
    const { kept } = await keptIn(db, id, sent);
    print("Cast on PostgreSQL, two processes", `${(own / floor).toFixed(2)} × one (${Math.round(own)} against ${Math.round(floor)} per second), ${sent.size - kept} of ${sent.size} lost`, "≥ 0.9 × on two cores");
    const { rows } = await db.selectFrom("ballot").select(countRows().as("rows")).executeTakeFirstOrThrow();
    if (rows !== kept) throw new Error(`${rows} ballots for ${kept} votes`);
  } finally {
    await db.destroy();
    await server.stop();
  }
}
