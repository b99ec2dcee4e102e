import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import sparticuz from "@sparticuz/chromium";
import { chromium, type Browser, type LaunchOptions, type Page } from "playwright-core";
import { freePort } from "./free-port.ts";

/** Long enough to build the pages first, when they are older than their source. */
const PATIENCE = 180_000;
const QUIET = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-background-networking"];

/** A real browser: the one that the test run shares, or one of its own. */
export async function aBrowser(): Promise<Browser> {
  const shared = process.env.BROWSER_ADDRESS;
  return shared === undefined ? chromium.launch(await launching()) : chromium.connect(shared);
}

/** How a browser starts: the one that is named, the one of the system, or the one that came with the packages. */
export async function launching(): Promise<LaunchOptions> {
  const named = process.env.CHROMIUM_PATH ?? (existsSync("/usr/bin/chromium") ? "/usr/bin/chromium" : null);
  return named === null ? { executablePath: await sparticuz.executablePath(), args: [...sparticuz.args.filter((arg) => arg !== "--single-process" && arg !== "--no-zygote"), ...QUIET] } : { executablePath: named, args: QUIET };
}

/** Does what leads to another page and waits until that page is there: whoever goes on at once can still meet the old one, or cut the new one off. */
export async function turning(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent("load", { timeout: 60_000 }), act()]);
}

export interface ServedPortal {
  readonly url: string;
  readonly databaseUrl: string;
  /** the command line of this portal, as its beheerder types it */
  readonly ggi: (...args: string[]) => string;
  /** moves the portal's clock forward */
  readonly passes: (milliseconds: number) => Promise<void>;
  /** the moment on the portal's clock */
  readonly now: () => Date;
  readonly stop: () => Promise<void>;
}

/** The built portal with its demonstration, served as `npm start` serves it, on a port and a database of its own, with a clock that can be moved; the database goes with it, unless it is kept in a folder. */
export async function aServedPortal(keptIn: string | null = null): Promise<ServedPortal> {
  const [folder, port] = [keptIn ?? mkdtempSync(path.join(tmpdir(), "ggi-")), await freePort()];
  const [url, databaseUrl] = [`http://localhost:${port}`, `file:${folder}/ggi.sqlite`];
  if (keptIn === null && process.env.DEMO_DATABASE !== undefined) copyFileSync(process.env.DEMO_DATABASE, path.join(folder, "ggi.sqlite"));
  const environment: NodeJS.ProcessEnv = { ...process.env, PORT: String(port), DATABASE_URL: databaseUrl, NODE_ENV: "production", LOG_LEVEL: "error" };
  const server = spawn(process.execPath, ["--import", "./test/support/shifted-clock.mjs", "--import", "tsx", "app/start.ts"], { env: environment, stdio: ["ignore", "ignore", "ignore", "ipc"] });
  let shift = 0;
  const ended = new Promise<void>((resolve) => server.once("exit", () => resolve()));
  await reachable(`${url}/readyz`).catch((error: unknown) => {
    server.kill("SIGKILL");
    throw error;
  });
  return {
    url,
    databaseUrl,
    ggi: (...args) => spawnSync(process.execPath, ["--import", "tsx", "db/cli.ts", ...args], { env: environment, encoding: "utf8" }).stdout,
    now: () => new Date(Date.now() + shift),
    async passes(milliseconds) {
      const moved = new Promise<void>((resolve) => server.once("message", () => resolve()));
      server.send(milliseconds);
      await moved;
      shift += milliseconds;
    },
    async stop() {
      server.kill("SIGTERM");
      await ended;
      if (keptIn === null) rmSync(folder, { recursive: true, force: true });
    },
  };
}

async function reachable(url: string): Promise<void> {
  const until = Date.now() + PATIENCE;
  while (Date.now() < until) {
    if (await fetch(url).then(({ ok }) => ok, () => false)) return;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error(`nothing answered at ${url}`);
}
