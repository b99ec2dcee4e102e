import { createServer } from "node:http";
import { createServer as createProbe } from "node:net";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { buildPages, isBuildCurrent } from "#app/build.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { startClock } from "#app/jobs/start-clock.ts";
import { createApp, hardened } from "#app/server.ts";
import { demonstrationFor } from "#app/platform/demonstration.ts";
import { readEnv, type Env } from "#app/platform/env.ts";
import { createLog } from "#app/platform/log.ts";
import { folderPostman, senderAt, smtpPostman } from "#app/platform/mail.ts";
import { newToken } from "#app/platform/tokens.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { serverText } from "#app/text/server.ts";
import { openDatabase, UnusableDatabase } from "#db/client.ts";
import { storageFailureOf } from "#db/failures.ts";
import { latestApplied, migrateToLatest } from "#db/migrate.ts";
import { hasAccounts } from "#db/queries/accounts.ts";
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
  if (!(await isPortFree(env))) return stopWith(serverText.busyPort(env.port));
  const db = await openDatabase(env.databaseUrl);
  // What stands in the way of a start is said before the pages are built, which takes a while.
  await latestApplied(db);
  if (!isBuildCurrent(root)) {
    console.log(serverText.building);
    if (!buildPages(root)) process.exit(1);
  }
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
  const isUnused = !(await hasAccounts(db));
  const log = createLog(env.logLevel);
  const build = (await import(pathToFileURL(path.join(root, "build/server/index.js")).href)) as ServerBuild;
  const server = hardened(createServer(createApp({ db, env, log, build, clientFolder: path.join(root, "build/client"), isDemo })));
  server.on("error", (error: NodeJS.ErrnoException) => {
    console.error(listenProblem(error, env));
    void db.destroy().finally(() => process.exit(1));
  });
  const from = env.mailFrom ?? senderAt(env.appUrl);
  const toFolder = folderPostman(path.join(root, "var/mail"), from);
  let stopClock = (): Promise<void> => Promise.resolve();
  const wind = () => startClock({
    ...{ db, now: () => instant(new Date()), newId: uuid7, newToken, appUrl: env.appUrl },
    ...{ post: env.smtpUrl === null ? toFolder : smtpPostman(env.smtpUrl, from), postDemo: toFolder },
    failed: (error) => log.error({ error }, "the clock stood still for a turn"),
  });
  server.listen(env.port, env.host, () => {
    stopClock = wind();
    console.log(serverText.ready(env.appUrl));
    console.log(serverText.signIn(env.appUrl));
    if (isDemo) console.log(serverText.demo);
    else if (isUnused) console.log(`${serverText.empty}\n  ${serverText.firstAccount}`);
  });
  const stop = (): void => {
    const end = (): void => void stopClock().then(() => db.destroy()).finally(() => process.exit(0));
    server.close(end);
    server.closeIdleConnections();
    // Who is still busy after ten seconds is cut off; the database is closed properly either way.
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
  };
  process.once("SIGTERM", stop);
  process.once("SIGINT", stop);
}

const listenProblem = ({ code, message }: NodeJS.ErrnoException, { port, host }: Env): string =>
  ({ EADDRINUSE: serverText.busyPort(port), EACCES: serverText.closedPort(port), EADDRNOTAVAIL: serverText.otherHost(host), ENOTFOUND: serverText.otherHost(host) })[code ?? ""] ?? serverText.stopped(message.split("\n")[0] ?? "");

function stopWith(line: string): never {
  console.error(line);
  process.exit(1);
}

/** Asked before anything is built or loaded: who starts the portal twice hears it at once. */
function isPortFree({ port, host }: Env): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createProbe();
    // Another problem with the address shows when the server itself begins to listen.
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "EADDRINUSE"));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}

/** One line for whoever starts the portal; never a stack trace. */
function problemOf(error: unknown): string {
  if (error instanceof UnusableDatabase) return error.message;
  if (storageFailureOf(error) === "full") return serverText.full;
  if (storageFailureOf(error) === "unavailable") return serverText.unreachable;
  return error instanceof Error ? serverText.stopped(error.message.split("\n")[0] ?? "") : serverText.stopped(String(error));
}
