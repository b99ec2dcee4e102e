import { spawn, type ChildProcess } from "node:child_process";
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
  ) {}

  /** With the demonstration in it: on a SQLite file, or in a database of its own on this PostgreSQL server. */
  static async start(postgresUrl: string | null): Promise<ChildPortal> {
    const folder = mkdtempSync(path.join(tmpdir(), "ggi-child-"));
    const portal = new ChildPortal(`http://localhost:${await freePort()}`, postgresUrl === null ? `file:${folder}/ggi.sqlite` : await freshPostgres(postgresUrl), folder);
    await portal.restart();
    return portal;
  }

  async restart(): Promise<void> {
    const env: NodeJS.ProcessEnv = { ...process.env, PORT: new URL(this.url).port, DATABASE_URL: this.databaseUrl, NODE_ENV: "production", LOG_LEVEL: "error", APP_URL: this.url };
    this.#child = spawn(process.execPath, ["--import", "tsx", "app/start.ts"], { env, stdio: "ignore" });
    const until = Date.now() + PATIENCE;
    while (Date.now() < until) {
      if (await fetch(`${this.url}/readyz`).then(({ ok }) => ok, () => false)) return;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error(`nothing answered at ${this.url}`);
  }

  /** The process is gone at once, in the middle of whatever it did. */
  kill(): Promise<void> {
    return this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
    rmSync(this.folder, { recursive: true, force: true });
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#child;
    if (!child || child.exitCode !== null) return;
    const ended = new Promise<void>((resolve) => child.once("exit", () => resolve()));
    child.kill(signal);
    await ended;
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
