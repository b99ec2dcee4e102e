import { diffWords } from "#app/domain/proposals/diff.ts";
import { ask } from "./load.ts";

const WORDS = 4_000;
const AUTHORS = 100;
const TURNS = 10;

const middle = (times: readonly number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
const chance = (seed: number) => () => (seed = (seed * 1_103_515_245 + 12_345) & 0x7fffffff) / 0x7fffffff;

/** Milliseconds for comparing two versions of 4,000 words of which one in twenty differs: the middle of nine, of nothing kept. */
export function diffOfLongVersions(): number {
  const next = chance(7);
  const word = () => `woord${Math.floor(next() * 900)}`;
  const before = Array.from({ length: WORDS }, (_, index) => word() + (index % 17 === 16 ? "." : ""));
  const after = before.map((one) => (next() < 0.05 ? word() : one));
  const times = Array.from({ length: 9 }, () => {
    const begin = performance.now();
    diffWords(before.join(" "), after.join(" "));
    return performance.now() - begin;
  });
  return middle(times);
}

/**
 * A hundred people who type at the same time, each kept every few seconds: milliseconds of the server per text, as work in a row.
 * `cookies` are of people who may write a new proposal; they take turns.
 */
export async function autosaves(portal: string, cookies: readonly string[]): Promise<{ each: number; slowest: number }> {
  const statement = Array.from({ length: 600 }, (_, index) => `woord${index}`).join(" ");
  const waits: number[] = [];
  const begin = performance.now();
  for (let turn = 0; turn < TURNS; turn++) {
    await Promise.all(
      Array.from({ length: AUTHORS }, async (_, author) => {
        const asked = performance.now();
        const { status, body } = await ask({ url: `${portal}/voorstellen/nieuw/concept`, cookie: cookies[author % cookies.length] ?? "", form: { title: `Keer ${turn}`, statement, body: "netwerk", kind: "eis" } });
        if (status !== 200) throw new Error(`autosave answered ${status}: ${body.slice(0, 200)}`);
        waits.push(performance.now() - asked);
      }),
    );
  }
  const each = (performance.now() - begin) / (AUTHORS * TURNS);
  return { each, slowest: Math.max(...waits) };
}
