import { execFileSync, spawn, type ChildProcess } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { freePort } from "./free-port.ts";

const PATIENCE = 180_000;

/** The built portal as a process of its own, on a database that outlives it: it can be killed at any moment and started again. */
export class ChildPortal {
  #child: ChildProcess | null = null;

  private constructor(
    readonly url: string,
    readonly databaseUrl: string,
    private readonly folder: string,
    private readonly settings: Readonly<Record<string, string>>,
  ) {}

  /** With the demonstration in it: on a SQLite file, or in a database of its own on this PostgreSQL server. */
  static async start(postgresUrl: string | null, settings: Readonly<Record<string, string>> = {}): Promise<ChildPortal> {
    const folder = mkdtempSync(path.join(tmpdir(), "ggi-child-"));
    const portal = new ChildPortal(`http://localhost:${await freePort()}`, postgresUrl === null ? `file:${folder}/ggi.sqlite` : await freshPostgres(postgresUrl), folder, settings);
    await portal.restart();
    return portal;
  }

  async restart(): Promise<void> {
    const env: NodeJS.ProcessEnv = { ...process.env, PORT: new URL(this.url).port, DATABASE_URL: this.databaseUrl, NODE_ENV: "production", LOG_LEVEL: "error", APP_URL: this.url, ...this.settings };
    this.#child = spawn(process.execPath, ["--import", "tsx", "app/start.ts"], { env, stdio: "ignore" });
    const until = Date.now() + PATIENCE;
    while (Date.now() < until) {
      if (await fetch(`${this.url}/readyz`).then(({ ok }) => ok, () => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`nothing answered at ${this.url}`);
  }

  /** The processes that serve, when there is more than one. */
  workers(): number[] {
    const all = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" });
    // The first process also has the one that reads TypeScript for it.
    return [...all.matchAll(/^\s*(\d+)\s+(\d+) .*app\/start\.ts$/gm)].flatMap(([, pid, parent]) => (Number(parent) === this.#child?.pid ? [Number(pid)] : []));
  }

  /** The process is gone at once, in the middle of whatever it did. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  /** Ends in order; answers with which code. */
  async stop(): Promise<number | null> {
    const code = await this.#end("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
    return code;
  }

  async #end(signal: NodeJS.Signals): Promise<number | null> {
    const child = this.#child;
    if (!child || child.exitCode !== null || child.signalCode !== null) return child?.exitCode ?? null;
    const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
    child.kill(signal);
    return ended;
  }
}

async function freshPostgres(serverUrl: string): Promise<string> {
  const name = `child_${crypto.randomUUID().replaceAll("-", "")}`;
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  await client.query(`create database ${name}`);
  await client.end();
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
