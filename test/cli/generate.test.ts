import { expect, test } from "vitest";
import { instant } from "#app/domain/shared/instant.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { countRows } from "#db/portable.ts";
import { runGenerate } from "#db/cli/generate.ts";
import { parsePublished } from "#app/domain/voting/published-parser.ts";
import { recount } from "#app/domain/voting/recount.ts";
import { verifyLog } from "#db/queries/audit-verify.ts";
import { seed } from "#seeds/seed.ts";
import { freshDatabase } from "#test/support/database.ts";

const now = () => instant(new Date());

test("load data has a version, a step and a search entry for each proposal", async () => {
  const db = await freshDatabase();
  await seed({ db, now, newId: uuid7 }, { isDemo: true });
  const lines: string[] = [];
  const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line), open: async () => db, now };
  const before = await db.selectFrom("proposal").select(countRows().as("count")).executeTakeFirstOrThrow();

  expect(await runGenerate(["--proposals", "100", "--rounds", "3", "--seats", "2", "--json"], io)).toBe(0);

  const after = await db.selectFrom("proposal").select(countRows().as("count")).executeTakeFirstOrThrow();
  const found = await db.selectFrom("search_entry").select(countRows().as("count")).where("kind", "=", "proposal").executeTakeFirstOrThrow();
  expect([after.count - before.count, found.count]).toEqual([100, after.count]);
  expect(JSON.parse(lines[0] ?? "")).toEqual({ proposals: 100, rounds: 3, seats: 2, seed: 1 });
  const rounds = await db.selectFrom("round").select(["state", "result"]).where("title", "like", "Belasting: ronde %").execute();
  expect(rounds.map(({ state }) => state)).toEqual(["gepubliceerd", "gepubliceerd", "gepubliceerd"]);
  for (const { result } of rounds) {
    const parsed = parsePublished(JSON.parse(result ?? "null"));
    expect(parsed.ok && recount(parsed.value).flatMap(({ count, differences }) => [count === null, ...differences])).toEqual([false]);
  }
  expect((await verifyLog(db)).broken).toBeNull();
  expect(await runGenerate(["--proposals", "many"], io)).toBe(2);
}, 60_000);
