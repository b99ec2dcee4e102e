import { spawnSync } from "node:child_process";
import { expect, test } from "vitest";

test("a run that used PostgreSQL and failed says so in its exit code", { timeout: 60_000 }, () => {
  const run = 'const { startPostgres } = await import("./test/support/postgres.ts"); const { stop } = await startPostgres(); await stop(); process.exitCode = 3;';
  const { status, stderr } = spawnSync(process.execPath, ["--import", "tsx", "--input-type=module", "-e", run], { encoding: "utf8" });
  expect({ status, stderr }).toEqual({ status: 3, stderr: "" });
});
