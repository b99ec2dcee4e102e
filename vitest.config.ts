import { defineConfig } from "vitest/config";

const DATABASE_TESTS = ["test/{commands,db,routes,seeds,auth,cli,server,jobs}/**/*.test.{ts,tsx}"];

/**
 * Rules need no database; everything that does runs twice: on SQLite and on a real PostgreSQL server. Test files of these projects share
 * the modules that they load (`isolate: false`): loading the portal anew for each of 85 files took a third of the time of the whole run.
 */
export default defineConfig({
  test: {
    restoreMocks: true,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
    projects: [
      { extends: true, test: { name: "rules", isolate: false, include: ["test/{domain,text,ui,platform,architecture}/**/*.test.{ts,tsx}"] } },
      { extends: true, test: { name: "sqlite", isolate: false, include: DATABASE_TESTS, env: { TEST_DATABASE: "sqlite" } } },
      // The built portal, killed in the middle of its work, on both databases.
      { extends: true, test: { name: "faults", include: ["test/faults/**/*.test.ts"], globalSetup: ["test/support/postgres.ts"] } },
      // The built portal in a real browser: run `npm run build` first.
      { extends: true, test: { name: "browser", include: ["test/browser/**/*.test.ts"], globalSetup: ["test/support/browser-server.ts"] } },
      {
        extends: true,
        test: { name: "postgres", isolate: false, include: DATABASE_TESTS, env: { TEST_DATABASE: "postgres" }, globalSetup: ["test/support/postgres.ts"] },
      },
    ],
  },
});
