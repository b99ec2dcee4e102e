import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { openDatabase } from "#db/client.ts";
import { readCopy, writeCopy } from "#db/portable-copy.ts";
import { listTables } from "#db/table-order.ts";
import { verifyLog } from "#db/queries/audit-verify.ts";
import { seed } from "#seeds/seed.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import type { Db } from "#db/client.ts";
import { freshDatabase } from "#test/support/database.ts";

function aFile(name: string): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ggi-copy-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return path.join(folder, name);
}

async function contentOf(db: Db): Promise<Record<string, string[]>> {
  const content: Record<string, string[]> = {};
  for (const table of await listTables(db)) {
    const rows = await db.selectFrom(table as "person").selectAll().execute();
    content[table] = rows.map((row) => JSON.stringify(Object.entries({ ...row, words: undefined }).filter(([, value]) => value !== undefined).sort())).sort();
  }
  return content;
}

test("a whole portal goes through one file into a database of either kind, row for row, with its log", { timeout: 240_000 }, async () => {
  const db = await freshDatabase();
  await seed({ db, now: () => instant(new Date()), newId: uuid7 }, { isDemo: true });
  const file = aFile("kopie.gz");
  expect(await writeCopy(db, file)).toBeNull();
  expect(await writeCopy(db, file)).toBe("file-exists");

  const same = await freshDatabase();
  expect(await readCopy(same, file)).toBeNull();
  expect(await contentOf(same)).toEqual(await contentOf(db));
  const sqlite = await openDatabase(`file:${aFile("ander.sqlite")}`);
  onTestFinished(() => sqlite.destroy());
  expect(await readCopy(sqlite, file)).toBeNull();
  expect(await contentOf(sqlite)).toEqual(await contentOf(db));
  expect((await verifyLog(sqlite)).broken).toBeNull();
  expect(await readCopy(sqlite, file)).toBe("not-empty");
});

test("a copy that was cut off or changed is refused and leaves the database empty", async () => {
  const db = await freshDatabase();
  await seed({ db, now: () => instant(new Date()), newId: uuid7 }, { isDemo: false });
  const file = aFile("kopie.gz");
  await writeCopy(db, file);
  const whole = gunzipSync(readFileSync(file)).toString("utf8");
  const damaged = {
    "half.gz": readFileSync(file).subarray(0, 4000),
    "zonder-eind.gz": gzipSync(whole.split("\n").slice(0, -2).join("\n")),
    "anders.gz": gzipSync(whole.replace("Gelderland", "Zeeland")),
    "leeg.gz": Buffer.alloc(0),
    "ander-soort.gz": gzipSync('{"format":"iets anders"}\n'),
  };
  const target = await freshDatabase();
  for (const [name, bytes] of Object.entries(damaged)) {
    const place = aFile(name);
    writeFileSync(place, bytes);
    expect([name, await readCopy(target, place)]).toEqual([name, "damaged"]);
    expect(await target.selectFrom("organisation").select("id").limit(1).execute()).toEqual([]);
  }
  expect(await readCopy(target, aFile("is-er-niet.gz"))).toBe("no-database");
  const later = aFile("later.gz");
  writeFileSync(later, gzipSync(whole.replace(/"schema":"[^"]+"/, '"schema":"9999-later"')));
  expect(await readCopy(target, later)).toBe("newer");
});
