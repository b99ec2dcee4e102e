import { randomUUID } from "node:crypto";
import { Agent, request } from "node:http";

export interface Reply {
  readonly status: number;
  readonly body: string;
  readonly cookie: string;
}

/** One vote as a browser sends it. */
export interface VoteForm {
  readonly address: string;
  readonly cookie: string;
  readonly nonce: string;
  readonly fields: Readonly<Record<string, string>>;
}

/** Where a member votes, with everything that the form of its first item holds. */
export interface Voter {
  readonly cookie: string;
  readonly address: string;
  readonly itemId: string;
  readonly textHash: string;
  readonly choices: readonly string[];
}

const agent = new Agent({ keepAlive: true, maxSockets: 64 });

/** Asks a portal over a real connection; throws when it breaks before the answer is whole. */
export const send = (url: string, { cookie = "", form, over = agent }: { cookie?: string; form?: Readonly<Record<string, string>>; over?: Agent } = {}): Promise<Reply> =>
  new Promise((resolve, reject) => {
    const body = form && new URLSearchParams(form).toString();
    const headers = { cookie, ...(body !== undefined && { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body), origin: new URL(url).origin }) };
    const outgoing = request(url, { agent: over, method: body === undefined ? "GET" : "POST", headers }, (incoming) => {
      let text = "";
      incoming.setEncoding("utf8").on("data", (part: string) => (text += part));
      incoming.on("error", reject);
      incoming.on("end", () =>
        incoming.complete ? resolve({ status: incoming.statusCode ?? 0, body: text, cookie: (incoming.headers["set-cookie"] ?? []).map((one) => one.split(";")[0]).join("; ") }) : reject(new Error("cut off")),
      );
    });
    outgoing.on("error", reject).end(body);
  });

export async function signIn(portal: string, account: string): Promise<string> {
  const { status, cookie } = await send(`${portal}/inloggen`, { form: { email: `${account}@demo.ggi`, password: "demo-ggi-2026" } });
  if (status !== 302) throw new Error(`${account} could not sign in: ${status}`);
  return cookie;
}

/** Members of a group of the demonstration, at the ballot of the round that is open there. */
export async function votersOf(portal: string, group: string, count: number): Promise<Voter[]> {
  const { body } = await send(`${portal}/stemrondes`);
  const addresses = [...new Set([...body.matchAll(/href="(\/stemrondes\/[0-9a-f-]{36})"/g)].map(([, address]) => address ?? ""))];
  const voters: Voter[] = [];
  for (let n = 1; n <= count; n++) {
    const cookie = await signIn(portal, `lid${n}.${group}`);
    for (const address of addresses) {
      const page = await send(`${portal}${address}/stembiljet`, { cookie });
      const itemId = /name="keuze-([^"]+)"/.exec(page.body)?.[1];
      if (page.status !== 200 || itemId === undefined) continue;
      const choices = [...page.body.matchAll(/name="keuze-[^"]+"[^>]*value="(voor|tegen|akkoord|niet_akkoord)"/g)].map(([, choice]) => choice ?? "");
      voters.push({ cookie, address, itemId, textHash: new RegExp(`name="tekst-${itemId}" value="([^"]+)"`).exec(page.body)?.[1] ?? "", choices });
      break;
    }
  }
  if (voters.length < count) throw new Error(`only ${voters.length} of ${count} members of ${group} can vote`);
  return voters;
}

/** The next vote of this member; every one has words of its own, so that none is "the same as before". */
export function voteForm({ cookie, address, itemId, textHash, choices }: Voter, turn: number): VoteForm {
  const nonce = randomUUID();
  const fields = { stap: "bewaar", [`keuze-${itemId}`]: choices[turn % 2] ?? "", [`motivering-${itemId}`]: `Keer ${turn}`, [`nonce-${itemId}`]: nonce, [`tekst-${itemId}`]: textHash };
  return { address, cookie, nonce, fields };
}

export const postVote = (portal: string, { address, cookie, fields }: VoteForm, over = agent): Promise<Reply> => send(`${portal}${address}/stembiljet`, { cookie, form: fields, over });

/** A connection of its own that stays: everything sent over it reaches the same process. */
export const aConnection = (): Agent => new Agent({ keepAlive: true, maxSockets: 1 });
