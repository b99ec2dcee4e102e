import { instant } from "#app/domain/shared/instant.ts";
import { readEnv, type Env } from "#app/platform/env.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { isEmptyPortal, seed } from "#seeds/seed.ts";
import { backupRefusalText, backUp, restore } from "./backup.ts";
import { openDatabase, UnusableDatabase, type Db } from "./client.ts";
import { runAuditVerify } from "./cli/audit-verify.ts";
import { runGenerate } from "./cli/generate.ts";
import { runImportMinutes } from "./cli/import-minutes.ts";
import { runImportRequirements } from "./cli/import-requirements.ts";
import { runUserAdd } from "./cli/user-add.ts";
import { runTally } from "./cli/tally.ts";
import { migrateToLatest } from "./migrate.ts";

const USAGE = `gebruik: ggi <opdracht>
  migrate                                        werkt de database bij
  seed [--demo]                                  laadt de eerste gegevens in een leeg portaal
  user add --name NAAM --email ADRES [--admin]   maakt een account en toont de link voor het wachtwoord
  import minutes BESTAND.md --body SLUG [--dry-run] [--json]
  import requirements BESTAND.csv|.xlsx|.ods --body SLUG [--dry-run] [--json]
  generate --proposals N --seats N [--seed S]    maakt gegevens om de belasting te meten
  backup BESTAND                                 maakt een hele kopie, ook als het portaal draait (SQLite)
  restore BESTAND                                zet een kopie terug; bewaart wat er stond (SQLite)
  audit verify [--anchors BESTAND] [--json]      rekent het logboek na en houdt rondes en stemmen ertegen
  tally BESTAND.json [--json]                    telt een gepubliceerde uitslag opnieuw`;

const io = { out: (line: string) => void console.log(line), err: (line: string) => void console.error(line) };
const now = () => instant(new Date());

let opened: Db | undefined;

/** These explain themselves at `--help`; the others stand in the list. */
const EXPLAINED = ["tally", "import", "user", "audit"];

async function run([command, ...rest]: readonly string[]): Promise<number> {
  if (command !== undefined && rest.includes("--help") && !EXPLAINED.includes(command)) return run(["--help"]);
  if (command === "tally") return runTally(rest, io);
  if (command === "import" && rest[0] === "minutes") return runImportMinutes(rest.slice(1), { ...io, now, newId: uuid7, open: async () => ({ db: await open(), close: async () => {} }) }).finally(close);
  if (command === "import" && rest[0] === "requirements") return runImportRequirements(rest.slice(1), { ...io, now, newId: uuid7, open: async () => ({ db: await open(), close: async () => {} }) }).finally(close);
  if (command === "user" && rest[0] === "add") {
    const { appUrl } = environment();
    return runUserAdd(rest.slice(1), { ...io, now, newId: uuid7, appUrl, open: openMigrated }).finally(close);
  }
  if (command === "audit" && rest[0] === "verify") return runAuditVerify(rest.slice(1), { ...io, open }).finally(close);
  if (command === "generate") return runGenerate(rest, { ...io, now, open }).finally(close);
  if ((command === "backup" || command === "restore") && rest[0] !== undefined && !rest[0].startsWith("-")) {
    const url = environment().databaseUrl;
    const kept = `${url.replace(/^file:/, "")}.voor-${now().replace(/[:.]/g, "-")}`;
    const refusal = command === "backup" ? await backUp(url, rest[0]) : await restore(url, rest[0], kept);
    if (refusal === null) io.out(command === "backup" ? `De reservekopie staat in ${rest[0]}.` : `De kopie is teruggezet. Wat er stond, staat in ${kept}.`);
    else io.err(backupRefusalText[refusal]);
    return refusal === null ? 0 : 1;
  }
  if (command === "migrate") {
    const applied = await migrateToLatest(await open());
    io.out(applied.length === 0 ? "De database was al bij." : `Bijgewerkt: ${applied.join(", ")}`);
    return close().then(() => 0);
  }
  if (command === "seed") {
    const db = await open();
    await migrateToLatest(db);
    if (!(await isEmptyPortal(db))) {
      io.err("Dit portaal heeft al gegevens.");
      return close().then(() => 1);
    }
    await seed({ db, now, newId: uuid7 }, { isDemo: rest.includes("--demo") });
    io.out("De gegevens zijn geladen.");
    return close().then(() => 0);
  }
  const isHelp = command === undefined || command === "--help" || command === "-h";
  (isHelp ? io.out : io.err)(USAGE);
  return isHelp ? 0 : 2;
}

function environment(): Env {
  const reading = readEnv(process.env);
  if (!reading.ok) throw new UnusableDatabase(reading.problems.join("\n"));
  return reading.env;
}

async function open(): Promise<Db> {
  return (opened = await openDatabase(environment().databaseUrl));
}

/** For who works on a portal that has not been started yet. */
async function openMigrated(): Promise<Db> {
  const db = await open();
  await migrateToLatest(db);
  return db;
}

async function close(): Promise<void> {
  await opened?.destroy();
}

// Last, so that everything above exists when it runs.
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  io.err(error instanceof UnusableDatabase || error instanceof Error ? error.message : String(error));
  return 1;
});
