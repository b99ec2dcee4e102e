import { createServer } from "node:net";
import { buildPages, isBuildCurrent } from "#app/build.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { demonstrationFor } from "#app/platform/demonstration.ts";
import type { Env } from "#app/platform/env.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { serverText } from "#app/text/server.ts";
import { openDatabase, type Db } from "#db/client.ts";
import { latestApplied, migrateToLatest } from "#db/migrate.ts";
import { hasAccounts } from "#db/queries/accounts.ts";
import { hasDemoAccounts } from "#db/queries/demo.ts";
import { loadSchoolHolidays } from "#seeds/school-holidays.ts";
import { isEmptyPortal, seed } from "#seeds/seed.ts";
import { CannotStart } from "./problem.ts";

export interface PreparedPortal {
  readonly db: Db;
  readonly isDemo: boolean;
  /** says where the portal is and how to sign in */
  readonly ready: () => void;
}

/** Everything that is done once before the portal serves, whatever the number of processes: build, migrate, load. Throws with a line for who starts it. */
export async function preparePortal(env: Env, root: string): Promise<PreparedPortal> {
  if (!(await isPortFree(env))) throw new CannotStart(serverText.busyPort(env.port));
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
  if (!demonstration.ok) throw new CannotStart(serverText.demoInPublic);
  const isDemo = demonstration.value;
  if (isEmpty) {
    console.log(serverText.seeding);
    await seed({ db, now: () => instant(new Date()), newId: uuid7 }, { isDemo });
  }

  if (!isEmpty) await loadSchoolHolidays(db, uuid7);
  const isUnused = !(await hasAccounts(db));
  const ready = (): void => {
    console.log(serverText.ready(env.appUrl));
    console.log(serverText.signIn(env.appUrl));
    if (isDemo) console.log(serverText.demo);
    else if (isUnused) console.log(`${serverText.empty}\n  ${serverText.firstAccount}`);
  };
  return { db, isDemo, ready };
}

/** Asked before anything is built or loaded: who starts the portal twice hears it at once. */
function isPortFree({ port, host }: Env): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    // Another problem with the address shows when the server itself begins to listen.
    probe.once("error", (error: NodeJS.ErrnoException) => resolve(error.code !== "EADDRINUSE"));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
