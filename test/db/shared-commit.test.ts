import Database from "better-sqlite3";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { CompiledQuery, Kysely, sql } from "kysely";
import { afterEach, describe, expect, test } from "vitest";
import { prepareSqlite } from "#db/client.ts";
import { sqliteDialect } from "#db/sqlite-dialect.ts";
import { runsOnPostgres } from "#test/support/database.ts";

interface Notes {
  note: { id: number; about: number | null };
}

const opened: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of opened.splice(0)) await close();
});

/** A database in a file with every statement that it was told; a note may only name a note that exists when all is committed. */
function aNotebook() {
  const folder = mkdtempSync(path.join(tmpdir(), "ggi-shared-commit-"));
  const said: string[] = [];
  const raw = new Database(path.join(folder, "notes.sqlite"), { verbose: (text) => said.push(String(text)) });
  prepareSqlite(raw);
  raw.exec("create table note (id integer primary key, about integer references note (id) deferrable initially deferred)");
  const db = new Kysely<Notes>({ dialect: sqliteDialect(raw) });
  opened.push(async () => {
    await db.destroy();
    rmSync(folder, { recursive: true });
  });
  const write = (id: number, about: number | null = null) =>
    db.transaction().execute(async (trx) => {
      await trx.insertInto("note").values({ id, about }).execute();
      return id;
    });
  const onDisk = () => {
    const other = new Database(path.join(folder, "notes.sqlite"), { readonly: true });
    const ids = other.prepare("select id from note order by id").pluck().all();
    other.close();
    return ids;
  };
  const commits = () => said.filter((text) => text === "commit").length;
  return { db, raw, write, onDisk, commits };
}

const refusedAfter = (db: Kysely<Notes>, id: number) =>
  db.transaction().execute(async (trx) => {
    await trx.insertInto("note").values({ id, about: null }).execute();
    throw new Error("refused");
  });

const outcomes = async (all: readonly Promise<unknown>[]) => (await Promise.allSettled(all)).map(({ status }) => status);

describe.skipIf(runsOnPostgres)("one commit for who waits", () => {
  test("twenty who write at once share few commits, and each hears it only when the disk has all of it", async () => {
    const { write, onDisk, commits } = aNotebook();
    const heard = await Promise.all(Array.from({ length: 20 }, (_, id) => write(id).then(() => onDisk().includes(id))));
    expect(heard.every(Boolean)).toBe(true);
    expect(commits()).toBe(1);
  });

  test("one alone is committed at once, and a long row does not wait for its end", async () => {
    const { write, commits } = aNotebook();
    for (let id = 0; id < 5; id++) await write(id);
    expect(commits()).toBe(5);
    await Promise.all(Array.from({ length: 70 }, (_, id) => write(100 + id)));
    expect(commits()).toBe(8);
  });

  test("one that is refused leaves the others alone, wherever it stands in the row", async () => {
    for (const refused of [0, 1, 2]) {
      const { db, write, onDisk } = aNotebook();
      const all = [0, 1, 2].map((id) => (id === refused ? refusedAfter(db, 50) : write(id)));
      expect(await outcomes(all)).toEqual([0, 1, 2].map((id) => (id === refused ? "rejected" : "fulfilled")));
      expect(onDisk()).toEqual([0, 1, 2].filter((id) => id !== refused));
    }
  });

  test("when the commit fails everybody in it is told, nothing is stored, and the next one is welcome", async () => {
    const { write, onDisk } = aNotebook();
    expect(await outcomes([write(1), write(2, 999), write(3)])).toEqual(["rejected", "rejected", "rejected"]);
    expect(onDisk()).toEqual([]);
    await write(4);
    expect(onDisk()).toEqual([4]);
  });

  test("a reader is never told what did not reach the disk", async () => {
    const { db, write, commits } = aNotebook();
    await write(1);
    const read = () => db.selectFrom("note").select("id").orderBy("id").execute();
    const [, lost] = await Promise.all([write(2, 999).catch(() => "failed"), read()]);
    expect(lost).toEqual([{ id: 1 }]);
    const before = commits();
    const [, found] = await Promise.all([write(3), read()]);
    expect(found).toEqual([{ id: 1 }, { id: 3 }]);
    expect(commits()).toBe(before + 1);
  });

  test("a change outside a transaction first puts on the disk what stands before it", async () => {
    const { db, write, onDisk } = aNotebook();
    await outcomes([write(1), db.updateTable("note").set({ id: 7 }).where("id", "=", 1).execute(), write(2)]);
    expect(onDisk()).toEqual([2, 7]);
    await Promise.all([write(3), sql`vacuum`.execute(db)]);
    expect(onDisk()).toEqual([2, 3, 7]);
  });

  test("who is still busy when the moment comes commits for all, or steps aside", async () => {
    const { db, write, onDisk, commits } = aNotebook();
    const slow = (id: number, ending: () => void) =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto("note").values({ id, about: null }).execute();
        await new Promise((resolve) => setTimeout(resolve, 15));
        ending();
      });
    await Promise.all([write(1), slow(2, () => {})]);
    expect([onDisk(), commits()]).toEqual([[1, 2], 1]);
    const refuse = () => {
      throw new Error("refused");
    };
    expect(await outcomes([write(3), slow(4, refuse)])).toEqual(["fulfilled", "rejected"]);
    expect(onDisk()).toEqual([1, 2, 3]);
  });

  test("those who come after a commit that failed are not rolled back with it", async () => {
    const { write, onDisk } = aNotebook();
    const all = Array.from({ length: 40 }, (_, id) => write(id, id === 5 ? 999 : null));
    expect(await outcomes(all)).toEqual(Array.from({ length: 40 }, (_, id) => (id < 32 ? "rejected" : "fulfilled")));
    expect(onDisk()).toEqual([32, 33, 34, 35, 36, 37, 38, 39]);
  });

  test("a rollback that comes late, after the common commit failed, touches nobody else's transaction", async () => {
    const { raw, onDisk } = aNotebook();
    const driver = sqliteDialect(raw).createDriver();
    const begun = async (id: number, about: number | null) => {
      const connection = await driver.acquireConnection();
      await driver.beginTransaction(connection, {});
      await connection.executeQuery(CompiledQuery.raw("insert into note (id, about) values (?, ?)", [id, about]));
      return connection;
    };
    const failed = await begun(1, 999);
    await expect(driver.commitTransaction(failed)).rejects.toThrow("FOREIGN KEY");
    const next = await begun(2, null);
    await driver.rollbackTransaction(failed);
    await driver.commitTransaction(next);
    expect(onDisk()).toEqual([2]);
  });

  test("what SQLite rolls back by itself takes the row with it, everybody hears why, and it is not gone on with", async () => {
    const { db, raw, write, onDisk } = aNotebook();
    raw.exec("create trigger full before insert on note when new.id = 77 begin select raise(rollback, 'the disk is full'); end");
    const stubborn = () =>
      db.transaction().execute(async (trx) => {
        await trx.insertInto("note").values({ id: 77, about: null }).execute().catch(() => {});
        await trx.insertInto("note").values({ id: 3, about: null }).execute();
      });
    const heard = await Promise.all([write(1), write(77), write(4), stubborn(), write(5)].map((one) => one.then(() => "stored", (error: Error) => error.message)));
    expect(heard).toEqual(["the disk is full", "the disk is full", "the disk is full", "this transaction was rolled back already", "stored"]);
    expect(onDisk()).toEqual([5]);
  });

  test("whatever the order of those who write, are refused and read: acknowledged is on the disk, and nothing else is", async () => {
    const act = fc.record({ kind: fc.constantFrom("write", "refused", "dangling", "read", "change"), wait: fc.integer({ min: 0, max: 2 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 25 }), async (acts) => {
        const { db, write, onDisk } = aNotebook();
        const acknowledged = new Set<number>();
        const play = async ({ kind, wait }: { kind: string; wait: number }, id: number) => {
          for (let turn = 0; turn < wait; turn++) await new Promise((resolve) => setImmediate(resolve));
          if (kind === "read") {
            const seen = await db.selectFrom("note").select("id").execute();
            const stored = onDisk();
            expect(seen.every((row) => stored.includes(row.id))).toBe(true);
            return;
          }
          if (kind === "change") return void (await db.insertInto("note").values({ id, about: null }).execute().then(() => acknowledged.add(id)));
          if (kind === "refused") return void expect(await outcomes([refusedAfter(db, id)])).toEqual(["rejected"]);
          await write(id, kind === "dangling" ? 9_999 : null).then((written) => acknowledged.add(written), () => {});
        };
        await Promise.all(acts.map(play));
        const stored = onDisk();
        expect(stored).toEqual([...acknowledged].sort((one, other) => one - other));
        expect(await db.selectFrom("note").select("id").execute()).toHaveLength(stored.length);
      }),
      { numRuns: 60 },
    );
  }, 30_000);
});
