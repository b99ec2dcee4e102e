/* `npm run bench`: the portal beside bare Remix pages on the same rows, in one run. Prints ratios; nothing here is a test. */
import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { autosaves, diffOfLongVersions } from "./drafting.ts";
import { measureFiles } from "./files.ts";
import { longMinutes, pdfsBeside } from "./minutes.ts";
import { measureProgramme } from "./programme.ts";
import { aBusyProposal } from "./busy.ts";
import { ask, sideBySide, type Ask } from "./load.ts";
import { aLongRoadmap } from "./roadmap.ts";
import { measureVoting } from "./voting.ts";

const PROPOSALS = 10_000;
const VIEWS = 10_000;
const PASSWORD = "demo-ggi-2026";

const folder = mkdtempSync(path.join(tmpdir(), "ggi-bench-"));
const database = `file:${folder}/ggi.sqlite`;
const environment: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: database, NODE_ENV: "production", LOG_LEVEL: "error", PORT: "41731", DEMO: "0" };
const portal = "http://localhost:41731";
const bare = "http://127.0.0.1:41732";
const started: ChildProcess[] = [];

async function main(): Promise<void> {
  run("npm", ["run", "build"]);
  ggi("migrate");
  ggi("seed", "--demo");
  ggi("generate", "--proposals", String(PROPOSALS), "--seats", "0");

  for (const { what, seconds, held, bytes } of await measureFiles(database)) print(what, `${seconds.toFixed(1)} s, loop held ${Math.round(held)} ms at most, ${kilobytes(bytes)}`, "≤ 10 s, ≤ 50 ms");

  const { slug, measured } = await measureProgramme(database);
  for (const { what, seconds, held, bytes, grown } of measured) print(what, `${seconds.toFixed(1)} s, loop held ${Math.round(held)} ms at most, ${kilobytes(bytes)}, heap at most ${Math.round(grown)} MB higher`, "≤ 5 s, flat memory");

  const busy = await aBusyProposal(database);
  await aLongRoadmap(database);
  const meetings = await longMinutes(database);

  const begin = performance.now();
  const server = start(asShipped());
  await reachable(`${portal}/readyz`);
  print("Start on an existing database", `${((performance.now() - begin) / 1000).toFixed(1)} s`, "≤ 3 s");
  start(["--import", "tsx", "test/bench/bare.tsx", database, "41732"]);
  await reachable(`${bare}/voorstellen`);

  const list = await ask({ url: `${portal}/voorstellen` });
  print("List of 50, HTML", kilobytes(list.bytes), "≤ 60 kB");
  print("Roadmap of 500 items, HTML of a page of it", kilobytes((await ask({ url: `${portal}/roadmap` })).bytes), "≤ 150 kB");
  print("Scripts on the list", String(list.body.match(/<script/g)?.length ?? 0), "0");
  print("Stylesheet, gzip", kilobytes(stylesheet()), "≤ 25 kB");

  const number = [...list.body.matchAll(/href="\/voorstellen\/([A-Z]+-\d+)"/g)].map(([, one]) => one ?? "").find((one) => one !== busy) ?? "";
  // A stranger's page is kept until the data or the clock moves. Somebody signed in gets every page made anew, session and rights included.
  const cookie = await signIn("gemeente1@demo.ggi");
  const pages: { what: string; path: string; target?: string }[] = [
    { what: "List of 50 over 10,000 proposals", path: "/voorstellen" },
    { what: "Detail of a proposal", path: `/voorstellen/${number}` },
    { what: "Proposal with 50 versions, 300 comments, 40 amendments", path: `/voorstellen/${busy}`, target: "≥ 40 %" },
    { what: "Minutes of 40 items", path: `/vergaderingen/${meetings[0]}/notulen`, target: "≥ 40 %" },
    { what: "Roadmap with 500 items and 800 dependencies", path: "/roadmap", target: "≥ 25 %" },
  ];
  for (const { what, path: address, target = "≥ 60 %" } of pages) {
    await compare(`${what}, made anew`, () => ({ url: `${portal}${address}`, cookie }), () => ({ url: `${bare}${address}` }), target);
    await compare(`${what}, kept for strangers`, () => ({ url: `${portal}${address}` }), () => ({ url: `${bare}${address}` }), target);
  }
  const cast = await ballots();
  await compare("Cast a ballot, durable and logged", cast, () => ({ url: `${bare}/bewaar`, form: { points: "1" } }), "≥ 50 %");

  print("Diff of two versions of 4,000 words", `${diffOfLongVersions().toFixed(1)} ms`, "≤ 60 ms");
  const kept = await autosaves(portal, await Promise.all(Array.from({ length: 10 }, (_, one) => signIn(`lid${one + 1}.netwerk@demo.ggi`))));
  print("Autosave with 100 authors at once", `${kept.each.toFixed(1)} ms of the server each, the slowest answer after ${Math.round(kept.slowest)} ms`, "≤ 20 ms");

  await besideFiles(slug, cookie, number);
  const pdf = await pdfsBeside(portal, meetings, `${portal}/voorstellen/${number}`, cookie);
  print(`PDF of minutes, ${pdf.pages} pages`, `${pdf.seconds.toFixed(1)} s at most`, "≤ 1.5 s");
  print("p99 of a page while such a PDF is made", `${pdf.beside.toFixed(1)} ms against ${pdf.idle.toFixed(1)} ms idle (${pdf.samples} pages)`, "≤ 3 times idle");

  let memory = "";
  for (let views = 0, lane = 0; views < VIEWS; lane++) {
    // Half of the views are made anew, and each search is another address for the kept pages.
    const addresses = ["/voorstellen", `/voorstellen/${number}`, `/zoeken?q=koppeling${lane}`, "/roadmap"];
    await Promise.all(Array.from({ length: 8 }, (_, one) => ask({ url: `${portal}${addresses[(one + lane) % 4] ?? "/"}`, cookie: one < 4 ? cookie : "" })));
    views += 8;
    if (views % 2_000 === 0) memory += `${memory === "" ? "" : ", "}${resident(server)}`;
  }
  print(`Resident memory per 2,000 of ${VIEWS} more views`, `${memory} MB`, "≤ 300 MB and flat");
  await measureVoting({ database, portal, bare, asShipped: asShipped(), start, reachable, compare, print });
}

/** How long a page takes alone, and while three large files are being made. */
async function besideFiles(slug: string, cookie: string, number: string): Promise<void> {
  const middle = async (): Promise<number> => {
    const times: number[] = [];
    for (let turn = 0; turn < 60; turn++) {
      const begin = performance.now();
      await ask({ url: `${portal}/voorstellen/${number}`, cookie });
      times.push(performance.now() - begin);
    }
    return times.sort((a, b) => a - b)[30] ?? 0;
  };
  const alone = await middle();
  const files = Promise.all(["odt", "xlsx", "reqif"].map((ending) => ask({ url: `${portal}/programma-van-eisen/${slug}.${ending}`, cookie })));
  const beside = await middle();
  const statuses = (await files).map(({ status }) => status).join(", ");
  print("A page while ODT, XLSX and ReqIF of 2,000 are made", `${beside.toFixed(1)} ms against ${alone.toFixed(1)} ms alone (files: ${statuses})`, "≤ 50 ms");
}

/** Eight members of the Adviesraad with an open round, each changing their vote time after time. */
async function ballots(): Promise<(lane: number, turn: number) => Ask> {
  const rounds = await ask({ url: `${portal}/stemrondes` });
  const addresses = [...new Set([...rounds.body.matchAll(/href="(\/stemrondes\/[^"/]+)"/g)].map(([, address]) => address ?? ""))].filter((address) => !address.endsWith("/nieuw"));
  const body = async (cookie: string) => {
    for (const address of addresses) {
      const page = await ask({ url: `${portal}${address}/stembiljet`, cookie });
      const item = /name="keuze-([^"]+)"/.exec(page.body)?.[1];
      if (page.status === 200 && item !== undefined) return { address, item, hash: new RegExp(`name="tekst-${item}" value="([^"]+)"`).exec(page.body)?.[1] ?? "", choices: [...page.body.matchAll(/name="keuze-[^"]+"[^>]*value="(voor|tegen|akkoord|niet_akkoord)"/g)].map(([, choice]) => choice ?? "") };
    }
    return null;
  };
  for (const group of ["adviesraad", "netwerk", "veilig", "services", "taskforce"]) {
    const cookies = await Promise.all(Array.from({ length: 8 }, (_, lane) => signIn(`lid${lane + 1}.${group}@demo.ggi`)));
    const forms = await Promise.all(cookies.map(body));
    if (forms.some((form) => form === null)) continue;
    return (lane, turn) => {
      const form = forms[lane];
      if (!form) throw new Error("no form for this seat");
      const choice = form.choices[turn % 2] ?? "";
      return { url: `${portal}${form.address}/stembiljet`, cookie: cookies[lane] ?? "", form: { stap: "bewaar", [`keuze-${form.item}`]: choice, [`motivering-${form.item}`]: `Keer ${turn}`, [`nonce-${form.item}`]: randomUUID(), [`tekst-${form.item}`]: form.hash } };
    };
  }
  throw new Error("no open round in which eight members may vote");
}

async function signIn(email: string): Promise<string> {
  const { cookies, status } = await ask({ url: `${portal}/inloggen`, form: { email, password: PASSWORD } });
  if (status !== 302) throw new Error(`${email} could not sign in: ${status}`);
  return cookies.map((cookie) => cookie.split(";")[0]).join("; ");
}

async function compare(what: string, ours: (lane: number, turn: number) => Ask, theirs: (lane: number, turn: number) => Ask, target: string): Promise<void> {
  const { own, floor } = await sideBySide(ours, theirs);
  print(what, `${Math.round((100 * own) / floor)} % of bare Remix (${Math.round(own)} against ${Math.round(floor)} per second)`, target);
}

/** The arguments with which `npm start` runs node. */
const asShipped = (): string[] => (JSON.parse(readFileSync("package.json", "utf8")) as { scripts: { start: string } }).scripts.start.split(" ").slice(1);

function start(args: string[], settings: Readonly<Record<string, string>> = {}): ChildProcess {
  const child = spawn(process.execPath, args, { env: { ...environment, ...settings }, stdio: ["ignore", "ignore", "inherit"] });
  started.push(child);
  return child;
}

function run(command: string, args: string[]): void {
  const { status, stderr, stdout } = spawnSync(command, args, { env: environment, encoding: "utf8" });
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} failed: ${stderr}${stdout}`);
}

function ggi(...args: string[]): void {
  run(process.execPath, ["--import", "tsx", "db/cli.ts", ...args]);
}

async function reachable(url: string): Promise<void> {
  for (let wait = 0; wait < 600; wait++) {
    if (await fetch(url).then(({ ok }) => ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(`nothing answered at ${url}`);
}

const stylesheet = (): number => readdirSync("build/client/assets").filter((file) => file.endsWith(".css")).reduce((sum, file) => sum + gzipSync(readFileSync(path.join("build/client/assets", file))).length, 0);
const resident = ({ pid = 0 }: ChildProcess): number => Math.round(Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024);
const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
function print(what: string, figure: string, target: string): void {
  console.log(`${what.padEnd(58)} ${figure}   (target ${target})`);
}

try {
  await main();
} finally {
  for (const child of started) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true });
}
