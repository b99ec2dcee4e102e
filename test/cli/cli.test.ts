import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test as anyTest } from "vitest";
import { runsOnPostgres } from "#test/support/database.ts";

/** A process of its own on a file of its own: the same on whichever database the rest of the tests run. */
const test = anyTest.skipIf(runsOnPostgres);

/** The command line as somebody types it, on a database of its own. */
function aConsole() {
  const folder = mkdtempSync(path.join(tmpdir(), "ggi-cli-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const env: NodeJS.ProcessEnv = { ...process.env, DATABASE_URL: `file:${folder}/ggi.sqlite`, NODE_ENV: "production" };
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", "db/cli.ts", ...args], { env, encoding: "utf8" });
    return { status, out: stdout, err: stderr };
  };
  return Object.assign(run, { folder });
}

test("a new portal is migrated, filled, gets its first beheerder, and its log is whole", { timeout: 60_000 }, () => {
  const ggi = aConsole();
  expect(ggi("migrate")).toMatchObject({ status: 0, err: "" });
  expect(ggi("seed")).toMatchObject({ status: 0, out: "De gegevens zijn geladen.\n" });
  expect(ggi("seed")).toMatchObject({ status: 1, err: "Dit portaal heeft al gegevens.\n" });
  expect(ggi("user", "add", "--name", "Eerste", "--email", "eerste@vng.nl", "--admin").out).toMatch(/http:\/\/localhost:3000\/wachtwoord\/[\w-]{43}/);
  expect(ggi("audit", "verify")).toMatchObject({ status: 0, out: "Het logboek is heel: 15 regels in 1 ketens.\n" });
});

test("help is help, and nonsense gets one answer on the side of errors", { timeout: 60_000 }, () => {
  const ggi = aConsole();
  expect(ggi("--help")).toMatchObject({ status: 0, err: "" });
  for (const command of [["migrate"], ["seed"], ["backup"], ["restore"], ["tally"], ["generate"], ["import", "minutes"], ["export", "round"], ["user", "add"], ["audit", "verify"]]) expect([command, ggi(...command, "--help").status]).toEqual([command, 0]);
  expect(ggi("dansen")).toEqual({ status: 2, out: "", err: "Deze opdracht bestaat niet: dansen. Alle opdrachten: npm run ggi -- --help\n" });
  expect(ggi("backup")).toEqual({ status: 2, out: "", err: "Noem één bestand: npm run ggi -- backup BESTAND\n" });
  expect(ggi("migrate", "--snel")).toEqual({ status: 2, out: "", err: "De optie --snel bestaat niet. Zie: npm run ggi -- migrate --help\n" });
});

test("a backup brings back what was there; a damaged one and one that would overwrite are refused", { timeout: 90_000 }, () => {
  const ggi = aConsole();
  ggi("seed");
  ggi("user", "add", "--name", "Voor", "--email", "voor@vng.nl", "--admin");
  const copy = path.join(ggi.folder, "kopie.sqlite");
  expect(ggi("backup", copy)).toMatchObject({ status: 0, err: "" });
  expect(ggi("backup", copy)).toMatchObject({ status: 1, err: "Het bestand bestaat al. Kies een andere naam.\n" });
  ggi("user", "add", "--name", "Na", "--email", "na@vng.nl", "--admin");

  expect(ggi("restore", copy)).toMatchObject({ status: 0, err: "" });
  expect(ggi("user", "add", "--name", "Voor", "--email", "voor@vng.nl")).toMatchObject({ status: 1 });
  expect(ggi("user", "add", "--name", "Na", "--email", "na@vng.nl")).toMatchObject({ status: 0 });
  expect(ggi("audit", "verify")).toMatchObject({ status: 0, out: "Het logboek is heel: 16 regels in 1 ketens.\n" });

  const broken = path.join(ggi.folder, "stuk.sqlite");
  writeFileSync(broken, "geen database");
  expect(ggi("restore", broken)).toMatchObject({ status: 1, err: "Het bestand is beschadigd of geen portaal.\n" });
  expect(ggi("audit", "verify").status).toBe(0);
});
