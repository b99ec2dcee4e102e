import { createServer } from "node:http";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { buildPages, isBuildCurrent } from "#app/build.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { createApp, hardened } from "#app/server.ts";
import { demonstrationFor } from "#app/platform/demonstration.ts";
import { readEnv } from "#app/platform/env.ts";
import { createLog } from "#app/platform/log.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { serverText } from "#app/text/server.ts";
import { openDatabase, UnusableDatabase } from "#db/client.ts";
import { storageFailureOf } from "#db/failures.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { hasDemoAccounts } from "#db/queries/demo.ts";
import { loadSchoolHolidays } from "#seeds/school-holidays.ts";
import { isEmptyPortal, seed } from "#seeds/seed.ts";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const PATIENCE = 10_000;

process.env["NODE_ENV"] ??= "production";
await main().catch((error: unknown) => {
  console.error(problemOf(error));
  process.exit(1);
});

/** `npm start`: builds when needed, migrates, loads what an empty portal needs, and serves. */
async function main(): Promise<void> {
  const reading = readEnv(process.env);
  if (!reading.ok) {
    for (const problem of reading.problems) console.error(problem);
    process.exit(1);
  }
  const { env } = reading;
  if (!isBuildCurrent(root)) {
    console.log(serverText.building);
    if (!buildPages(root)) process.exit(1);
  }
  const db = await openDatabase(env.databaseUrl);
  console.log(serverText.migrating);
  await migrateToLatest(db);
  const isEmpty = await isEmptyPortal(db);
  const demonstration = demonstrationFor({ demo: env.demo, appUrl: env.appUrl, isEmpty, holdsDemoAccounts: await hasDemoAccounts(db) });
  if (!demonstration.ok) throw new UnusableDatabase(serverText.demoInPublic);
  const isDemo = demonstration.value;
  if (isEmpty) {
    console.log(serverText.seeding);
    await seed({ db, now: () => instant(new Date()), newId: uuid7 }, { isDemo });
  }

  if (!isEmpty) await loadSchoolHolidays(db, uuid7);
  const log = createLog(env.logLevel);
  const build = (await import(pathToFileURL(path.join(root, "build/server/index.js")).href)) as ServerBuild;
  const server = hardened(createServer(createApp({ db, env, log, build, clientFolder: path.join(root, "build/client"), isDemo })));
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(error.code === "EADDRINUSE" ? serverText.busyPort(env.port) : error.message);
    void db.destroy().finally(() => process.exit(1));
  });
  server.listen(env.port, env.host, () => {
    console.log(serverText.ready(env.appUrl));
    console.log(serverText.signIn(env.appUrl));
    if (isDemo) console.log(serverText.demo);
  });
  const stop = (): void => {
    const end = (): void => void db.destroy().finally(() => process.exit(0));
    server.close(end);
    server.closeIdleConnections();
    // Who is still busy after ten seconds is cut off; the database is closed properly either way.
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

/** One line for whoever starts the portal; never a stack trace. */
function problemOf(error: unknown): string {
  if (error instanceof UnusableDatabase) return error.message;
  if (storageFailureOf(error) === "full") return serverText.full;
  if (storageFailureOf(error) === "unavailable") return serverText.unreachable;
  return error instanceof Error ? serverText.stopped(error.message.split("\n")[0] ?? "") : serverText.stopped(String(error));
}
