import { Agent, request as send } from "node:http";

const CONNECTIONS = 8;

export interface Answer {
  readonly status: number;
  readonly bytes: number;
  readonly body: string;
  readonly cookies: readonly string[];
}

export interface Ask {
  readonly url: string;
  readonly cookie?: string;
  /** a form: then it is a POST */
  readonly form?: Readonly<Record<string, string>>;
  /** other connections than the eight of everybody */
  readonly over?: Agent;
}

const agent = new Agent({ keepAlive: true, maxSockets: CONNECTIONS });

export const ask = ({ url, cookie = "", form, over = agent }: Ask): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const body = form && new URLSearchParams(form).toString();
    const headers = { ...(cookie !== "" && { cookie }), ...(body !== undefined && { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body), origin: new URL(url).origin }) };
    const outgoing = send(url, { agent: over, method: body === undefined ? "GET" : "POST", headers }, (incoming) => {
      const parts: Buffer[] = [];
      incoming.on("data", (part: Buffer) => parts.push(part));
      incoming.on("end", () => {
        const all = Buffer.concat(parts);
        resolve({ status: incoming.statusCode ?? 0, bytes: all.length, body: all.toString("utf8"), cookies: incoming.headers["set-cookie"] ?? [] });
      });
    });
    outgoing.on("error", reject).end(body);
  });

/** Requests per second over eight connections for so long; `next` says what connection `lane` asks for, time after time. Any answer of 400 or more is an error. */
export async function throughput(milliseconds: number, next: (lane: number, turn: number) => Ask): Promise<number> {
  const until = performance.now() + milliseconds;
  const started = performance.now();
  let done = 0;
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async (_, lane) => {
      for (let turn = 0; performance.now() < until; turn++) {
        const asked = next(lane, turn);
        const { status, body } = await ask(asked);
        if (status >= 400) throw new Error(`${asked.url} answered ${status}: ${body.replace(/<[^>]+>/g, " ").slice(0, 300)}`);
        done++;
      }
    }),
  );
  return done / ((performance.now() - started) / 1000);
}

const [ROUNDS, SLICE, WARM_UP] = [5, 3_000, 1_000];

/** Both in turns, so that a slow moment of the machine falls on both: requests per second in the round whose ratio is in the middle. */
export async function sideBySide(ours: (lane: number, turn: number) => Ask, theirs: (lane: number, turn: number) => Ask): Promise<{ own: number; floor: number }> {
  await throughput(WARM_UP, ours);
  await throughput(WARM_UP, theirs);
  const pairs: { own: number; floor: number }[] = [];
  for (let round = 0; round < ROUNDS; round++) pairs.push({ own: await throughput(SLICE, ours), floor: await throughput(SLICE, theirs) });
  return pairs.sort((a, b) => a.own / a.floor - b.own / b.floor)[Math.floor(ROUNDS / 2)] ?? { own: 0, floor: 1 };
}
