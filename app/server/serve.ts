import { createServer } from "node:http";
import path from "node:path";
import { pathToFileURL } from "node:url";
import type { ServerBuild } from "@remix-run/node";
import { instant } from "#app/domain/shared/instant.ts";
import { startClock } from "#app/jobs/start-clock.ts";
import type { Env } from "#app/platform/env.ts";
import { createLog } from "#app/platform/log.ts";
import { folderPostman, senderAt, smtpPostman } from "#app/platform/mail.ts";
import { newToken } from "#app/platform/tokens.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { createApp, hardened } from "#app/server.ts";
import type { Db } from "#db/client.ts";
import { listenProblem } from "./problem.ts";

const PATIENCE = 10_000;
const A_MOMENT = 100;

interface Serving {
  readonly env: Env;
  readonly root: string;
  readonly db: Db;
  readonly isDemo: boolean;
  readonly ready: () => void;
}

/** Serves a prepared portal until SIGTERM or SIGINT: then it takes nothing new, ends what runs and closes the database. */
export async function serve({ env, root, db, isDemo, ready }: Serving): Promise<void> {
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
    ready();
  });
  let isStopping = false;
  const stop = (): void => {
    // Ctrl-C reaches every process of a group, and the first of them passes it on.
    if (isStopping) return;
    isStopping = true;
    const end = (): void => void stopClock().then(() => db.destroy()).finally(() => process.exit(0));
    server.close(end);
    // A connection whose last request was answered is closed at once, not after waiting for the next.
    setInterval(() => server.closeIdleConnections(), A_MOMENT).unref();
    // Who is still busy after ten seconds is cut off; the database is closed properly either way.
    setTimeout(() => server.closeAllConnections(), PATIENCE).unref();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
}
