import cluster from "node:cluster";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { readEnv } from "#app/platform/env.ts";
import { createLog } from "#app/platform/log.ts";
import { problemOf } from "#app/server/problem.ts";

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

process.env["NODE_ENV"] ??= "production";
await main().catch((error: unknown) => {
  console.error(problemOf(error));
  process.exit(1);
});

/**
 * `npm start`: builds when needed, migrates, loads what an empty portal needs, and serves; with WORKERS in several processes, of
 * which the first prepares and the others serve. What a process does not do it does not load either.
 */
async function main(): Promise<void> {
  const reading = readEnv(process.env);
  if (!reading.ok) {
    for (const problem of reading.problems) console.error(problem);
    process.exit(1);
  }
  const { env } = reading;
  if (cluster.isWorker) {
    const [{ openDatabase }, { serve }] = await Promise.all([import("#db/client.ts"), import("#app/server/serve.ts")]);
    return serve({ env, root, db: await openDatabase(env.databaseUrl, { processes: env.workers }), isDemo: env.demo === true, ready: () => {} });
  }
  const { preparePortal } = await import("#app/server/prepare.ts");
  const { db, ...portal } = await preparePortal(env, root);
  if (env.workers === 1) {
    const { serve } = await import("#app/server/serve.ts");
    return serve({ env, root, db, ...portal });
  }
  await db.destroy();
  const { keepWorkers } = await import("#app/server/workers.ts");
  keepWorkers({ count: env.workers, log: createLog(env.logLevel), ...portal });
}
