import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test as anyTest } from "vitest";
import { runsOnPostgres } from "#test/support/database.ts";

/** A process of its own on a file of its own: the same on whichever database the rest of the tests run. */
const test = anyTest.skipIf(runsOnPostgres);

/** Each command is a process of its own, on a machine that may be busy. */
const PATIENCE = { timeout: 240_000 };

const COMMANDS = [["migrate"], ["seed"], ["user", "add"], ["import", "minutes"], ["import", "requirements"], ["export", "round"], ["generate"], ["backup"], ["restore"], ["audit", "verify"], ["tally"]];

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

test("a new portal is migrated, filled, gets its first beheerder, and its log is whole", PATIENCE, () => {
  const ggi = aConsole();
  expect(ggi("migrate")).toMatchObject({ status: 0, err: "" });
  expect(ggi("seed")).toMatchObject({ status: 0, out: "De gegevens zijn geladen.\n" });
  expect(ggi("seed")).toMatchObject({ status: 1, err: "Dit portaal heeft al gegevens.\n" });
  expect(ggi("user", "add", "--name", "Eerste", "--email", "eerste@vng.nl", "--admin").out).toMatch(/http:\/\/localhost:3000\/wachtwoord\/[\w-]{43}/);
  expect(ggi("audit", "verify")).toMatchObject({ status: 0, out: "Het logboek is heel: 15 regels in 1 ketens.\nAlles klopt met het logboek: 0 rondes, 0 stemmen, 0 versies, 0 volmachten.\n" });
});

test("every command explains itself, and only commands that exist are listed", PATIENCE, () => {
  const ggi = aConsole();
  const help = ggi("--help");
  expect(help).toMatchObject({ status: 0, err: "" });
  expect(help.out).not.toContain("reset-mfa");
  for (const command of COMMANDS) {
    expect(help.out).toContain(`  ${command.join(" ")} `);
    expect([command, ggi(...command, "--help")]).toMatchObject([command, { status: 0, err: "", out: expect.stringContaining(`gebruik: ggi ${command.join(" ")}`) as string }]);
  }
  expect(existsSync(path.join(ggi.folder, "ggi.sqlite"))).toBe(false);
});

const WITHOUT_A_PORTAL = "Het databasebestand {file} bestaat niet. Controleer DATABASE_URL, of begin met: npm run ggi -- migrate";

test("nonsense, a missing word and a file that is not there get one Dutch line on the side of errors, and nothing is made", PATIENCE, () => {
  const ggi = aConsole();
  const file = path.join(ggi.folder, "ggi.sqlite");
  const wrong: readonly (readonly [readonly string[], number, string])[] = [
    [["dansen"], 2, "Deze opdracht bestaat niet: dansen. Alle opdrachten: npm run ggi -- --help"],
    [["user", "reset-mfa"], 2, "Deze opdracht bestaat niet: user reset-mfa. Alle opdrachten: npm run ggi -- --help"],
    [["migrate", "--snel"], 2, "De optie --snel bestaat niet. Zie: npm run ggi -- migrate --help"],
    [["user", "add"], 2, 'Geef een naam: --name "Voornaam Achternaam".'],
    [["user", "add", "--name", "Jan"], 2, "Geef een e-mailadres: --email naam@gemeente.nl."],
    [["backup"], 2, "Noem één bestand: npm run ggi -- backup BESTAND"],
    [["backup", "kopie.sqlite"], 1, "Het bestand is er niet."],
    [["backup", "kopie.gz", "--portable"], 1, WITHOUT_A_PORTAL],
    [["restore", "weg.sqlite"], 1, "Het bestand is er niet."],
    [["export", "round"], 2, "Noem één stemronde: npm run ggi -- export round ID"],
    [["export", "round", "x"], 1, WITHOUT_A_PORTAL],
    [["generate", "--proposals", "veel"], 2, "Geef hele getallen, zoals: npm run ggi -- generate --proposals 1000 --rounds 10 --seats 5"],
    [["import", "minutes", "weg.md", "--body", "veilig"], 2, "weg.md: dit bestand bestaat niet"],
    [["import", "requirements", "weg.csv", "--body", "veilig"], 2, "weg.csv: dit bestand bestaat niet"],
    [["tally", "weg.json"], 2, "weg.json: dit bestand bestaat niet"],
    [["audit", "verify"], 2, WITHOUT_A_PORTAL],
    [["audit", "verify", "--anchors", "weg.txt"], 2, "Het bestand weg.txt is niet te lezen."],
  ];
  for (const [command, status, line] of wrong) expect([command, ggi(...command)]).toEqual([command, { status, out: "", err: `${line.replace("{file}", file)}\n` }]);
  expect(existsSync(file)).toBe(false);
});

test("a backup brings back what was there; a damaged one and one that would overwrite are refused", PATIENCE, () => {
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
  expect(ggi("audit", "verify")).toMatchObject({ status: 0, out: "Het logboek is heel: 16 regels in 1 ketens.\nAlles klopt met het logboek: 0 rondes, 0 stemmen, 0 versies, 0 volmachten.\n" });

  const broken = path.join(ggi.folder, "stuk.sqlite");
  writeFileSync(broken, "geen database");
  expect(ggi("restore", broken)).toMatchObject({ status: 1, err: "Het bestand is beschadigd of geen portaal.\n" });
  expect(ggi("audit", "verify").status).toBe(0);
});
