import { existsSync } from "node:fs";
import { instant } from "#app/domain/shared/instant.ts";
import { readEnv, type Env } from "#app/platform/env.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { serverText } from "#app/text/server.ts";
import { isPostgres, openDatabase, UnusableDatabase, type Db } from "./client.ts";
import { storageFailureOf } from "./failures.ts";
import { isSchemaCurrent, latestApplied, migrateToLatest } from "./migrate.ts";

const USAGE = `gebruik: ggi <opdracht>
  migrate                                        werkt de database bij
  seed [--demo] [--json]                         laadt de eerste gegevens in een leeg portaal
  user add --name NAAM --email ADRES [--admin]   maakt een account en toont de link voor het wachtwoord
  import minutes BESTAND.md --body SLUG [--dry-run] [--json]
  import requirements BESTAND.csv|.xlsx|.ods|.reqif --body SLUG [--dry-run] [--json]
  export set WOORD [--format F] [--version N]    schrijft een bevroren programma van eisen als bestand
  export round ID                                schrijft de uitslag van een stemronde als uitslag.json
  generate [--proposals N] [--rounds N] [--seats N] [--seed S] [--json]
                                                 maakt gegevens om de belasting te meten
  backup BESTAND [--portable] [--json]           maakt een hele kopie, ook als het portaal draait
  restore BESTAND [--json]                       zet een kopie terug
  audit verify [--anchors BESTAND] [--json]      rekent het logboek na en houdt rondes en stemmen ertegen
  tally BESTAND.json [--json]                    telt een gepubliceerde uitslag opnieuw`;

const io = { out: (line: string) => void console.log(line), err: (line: string) => void console.error(line) };
const now = () => instant(new Date());

let opened: Db | undefined;

type Run = (args: readonly string[]) => Promise<number>;

/** Each command by its words; each explains itself at `--help`. One is read from the disk only when it is asked for: help comes at once. */
const COMMANDS: readonly { readonly words: readonly string[]; readonly run: Run }[] = [
  { words: ["migrate"], run: async (args) => (await import("./cli/migrate.ts")).runMigrate(args, { ...io, open }) },
  { words: ["seed"], run: async (args) => (await import("./cli/seed.ts")).runSeed(args, { ...io, now, newId: uuid7, open }) },
  { words: ["user", "add"], run: async (args) => (await import("./cli/user-add.ts")).runUserAdd(args, { ...io, now, newId: uuid7, appUrl: () => environment().appUrl, open: openMigrated }) },
  { words: ["import", "minutes"], run: async (args) => (await import("./cli/import-minutes.ts")).runImportMinutes(args, { ...io, now, newId: uuid7, open: async () => ({ db: await openCurrent(), close: async () => {} }) }) },
  { words: ["import", "requirements"], run: async (args) => (await import("./cli/import-requirements.ts")).runImportRequirements(args, { ...io, now, newId: uuid7, open: async () => ({ db: await openCurrent(), close: async () => {} }) }) },
  { words: ["export", "round"], run: async (args) => (await import("./cli/export-round.ts")).runExportRound(args, { ...io, open: openCurrent }) },
  { words: ["export", "set"], run: async (args) => (await import("./cli/export-set.ts")).runExportSet(args, { ...io, now, newId: uuid7, open: openCurrent }) },
  { words: ["generate"], run: async (args) => (await import("./cli/generate.ts")).runGenerate(args, { ...io, now, open: openCurrent }) },
  { words: ["backup"], run: async (args) => (await import("./cli/backup.ts")).runBackup(args, { ...io, now, open: openExisting, url: () => environment().databaseUrl }) },
  { words: ["restore"], run: async (args) => (await import("./cli/backup.ts")).runRestore(args, { ...io, now, open, url: () => environment().databaseUrl }) },
  { words: ["audit", "verify"], run: async (args) => (await import("./cli/audit-verify.ts")).runAuditVerify(args, { ...io, open: openCurrent }) },
  { words: ["tally"], run: async (args) => (await import("./cli/tally.ts")).runTally(args, io) },
];

async function run(args: readonly string[]): Promise<number> {
  const command = COMMANDS.find(({ words }) => words.every((word, place) => args[place] === word));
  if (command) return command.run(args.slice(command.words.length)).finally(close);
  const isHelp = args[0] === undefined || args.includes("--help") || args[0] === "-h";
  if (isHelp) io.out(USAGE);
  else io.err(`Deze opdracht bestaat niet: ${args.filter((arg) => !arg.startsWith("-")).slice(0, 2).join(" ")}. Alle opdrachten: npm run ggi -- --help`);
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

/** For who only reads: a mistyped DATABASE_URL makes no new database. */
async function openExisting(): Promise<Db> {
  const url = environment().databaseUrl;
  const file = url.replace(/^file:/, "");
  if (!isPostgres(url) && !existsSync(file)) throw new UnusableDatabase(`Het databasebestand ${file} bestaat niet. Controleer DATABASE_URL, of begin met: npm run ggi -- migrate`);
  return open();
}

/** For who works with what is in a portal, which must be of this version. */
async function openCurrent(): Promise<Db> {
  const db = await openExisting();
  if ((await latestApplied(db)) === null) throw new UnusableDatabase("Deze database is geen portaal. Begin met: npm run ggi -- migrate");
  if (!(await isSchemaCurrent(db))) throw new UnusableDatabase("Deze database is van een oudere versie van het portaal. Begin met: npm run ggi -- migrate");
  return db;
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

/** One clear line; never a stack trace. */
function sentenceOf(error: unknown): string {
  if (error instanceof UnusableDatabase) return error.message;
  const failure = storageFailureOf(error);
  if (failure !== null) return failure === "full" ? serverText.full : serverText.unreachable;
  return error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error);
}

// Last, so that everything above exists when it runs.
process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  io.err(sentenceOf(error));
  return 1;
});
