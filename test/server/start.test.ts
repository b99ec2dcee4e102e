import { spawn, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import Database from "better-sqlite3";
import { expect, onTestFinished, test as anyTest } from "vitest";
import { openDatabase } from "#db/client.ts";
import { migrateToLatest } from "#db/migrate.ts";
import { runsOnPostgres } from "#test/support/database.ts";

/** The real process on a file of its own: the same on whichever database the rest of the tests run. */
const test = anyTest.skipIf(runsOnPostgres);

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "ggi-start-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Starts the server as `npm start` does and waits until it ends. Each of these stops before a page is made. */
function start(environment: Record<string, string>): Promise<{ status: number | null; lines: string[] }> {
  const child = spawn(process.execPath, ["--import", "tsx", "app/start.ts"], { env: { ...process.env, NODE_ENV: "production", DEMO: "0", LOG_LEVEL: "error", ...environment } });
  let said = "";
  child.stderr.on("data", (part) => (said += String(part)));
  onTestFinished(() => void child.kill("SIGKILL"));
  return new Promise((resolve) => child.once("close", (status) => resolve({ status, lines: said.split("\n").filter((line) => line !== "") })));
}

const fileIn = (folder: string): string => `file:${folder}/ggi.sqlite`;
const PATIENCE = { timeout: 120_000 };

test("wrong values are told all together, each by its name", PATIENCE, async () => {
  const { status, lines } = await start({ PORT: "99999", DATABASE_URL: "mysql://x", LOG_LEVEL: "luid", SECURITY_CONTACT: "iemand" });
  expect(status).toBe(1);
  expect(lines.map((line) => line.split(" ")[0])).toEqual(["PORT", "DATABASE_URL", "SECURITY_CONTACT", "LOG_LEVEL"]);
});

test("a damaged database stops the start with one line", PATIENCE, async () => {
  const folder = aFolder();
  writeFileSync(path.join(folder, "ggi.sqlite"), "dit is geen database, maar een tekst die lang genoeg is om er een te lijken".repeat(40));
  const { status, lines } = await start({ DATABASE_URL: fileIn(folder) });
  expect([status, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toMatch(/^Het databasebestand .* is geen database of is beschadigd\. Zet een back-up terug met "ggi restore"\.$/);
});

test("a damaged page inside the file is found before anything is served", PATIENCE, async () => {
  const folder = aFolder();
  const db = await openDatabase(fileIn(folder));
  await migrateToLatest(db);
  await db.destroy();
  const file = path.join(folder, "ggi.sqlite");
  const database = new Database(file);
  database.pragma("wal_checkpoint(TRUNCATE)");
  const size = Number(database.pragma("page_size", { simple: true }));
  const page = Number(database.prepare("select rootpage from sqlite_master where name = 'person'").pluck().get());
  database.close();
  spawnSync("dd", ["if=/dev/urandom", `of=${file}`, `bs=${size}`, `seek=${page - 1}`, "count=1", "conv=notrunc"]);

  const { status, lines } = await start({ DATABASE_URL: fileIn(folder) });
  expect([status, lines.length]).toEqual([1, 1]);
  expect(lines[0]).toContain("beschadigd");
});

test("a database of a newer version stops the start with one line", PATIENCE, async () => {
  const folder = aFolder();
  const db = await openDatabase(fileIn(folder));
  await migrateToLatest(db);
  await db.destroy();
  const database = new Database(path.join(folder, "ggi.sqlite"));
  database.prepare("insert into kysely_migration (name, timestamp) values ('9999-later', '2030-01-01')").run();
  database.close();

  expect(await start({ DATABASE_URL: fileIn(folder) })).toEqual({ status: 1, lines: ["De database is nieuwer dan deze versie van het portaal. Start de nieuwere versie, of zet een back-up terug."] });
});

test("a folder that cannot be written stops the start with one line", PATIENCE, async () => {
  const folder = aFolder();
  const closed = path.join(folder, "dicht");
  if (process.getuid?.() === 0) writeFileSync(closed, "een bestand waar een map hoort");
  else {
    mkdirSync(closed);
    chmodSync(closed, 0o500);
  }
  const { status, lines } = await start({ DATABASE_URL: `file:${closed}/diep/ggi.sqlite` });
  expect([status, lines]).toEqual([1, [`De map ${closed}/diep kan niet worden gebruikt. Maak hem aan, of geef het portaal het recht om erin te schrijven.`]]);
});

test("a busy port stops the start with one line, before the database is touched", PATIENCE, async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const { port } = other.address() as AddressInfo;
  const folder = aFolder();
  expect(await start({ PORT: String(port), DATABASE_URL: fileIn(folder) })).toEqual({ status: 1, lines: [`Poort ${port} is al in gebruik. Kies een andere met PORT.`] });
});

test("a PostgreSQL that does not answer stops the start with one line", PATIENCE, async () => {
  expect(await start({ DATABASE_URL: "postgres://a:b@127.0.0.1:1/ggi" })).toEqual({ status: 1, lines: ["De database is niet bereikbaar. Controleer DATABASE_URL en of de server draait."] });
});
