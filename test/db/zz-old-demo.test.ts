import { expect, test } from "vitest";
import { readCopy } from "#db/portable-copy.ts";
import { verifyRows } from "#db/queries/audit-rows.ts";
import { verifyLog } from "#db/queries/audit-verify.ts";
import { bareDatabase } from "#test/support/database.ts";
test("old demo", { timeout: 120000 }, async () => {
  const db = await bareDatabase();
  expect(await readCopy(db, "/tmp/r9.gz")).toBeNull();
  console.log(await verifyLog(db), await verifyRows(db));
});
