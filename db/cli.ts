import { instant } from "#app/domain/shared/instant.ts";
import { readEnv, type Env } from "#app/platform/env.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { serverText } from "#app/text/server.ts";
import { openDatabase, UnusableDatabase, type Db } from "./client.ts";
import { runAuditVerify } from "./cli/audit-verify.ts";
import { runBackup, runRestore } from "./cli/backup.ts";
import { runExportRound } from "./cli/export-round.ts";
import { runGenerate } from "./cli/generate.ts";
import { runImportMinutes } from "./cli/import-minutes.ts";
import { runImportRequirements } from "./cli/import-requirements.ts";
import { runUserAdd } from "./cli/user-add.ts";
import { runMigrate } from "./cli/migrate.ts";
import { runSeed } from "./cli/seed.ts";
import { runTally } from "./cli/tally.ts";
import { storageFailureOf } from "./failures.ts";
import { migrateToLatest } from "./migrate.ts";

const USAGE = `gebruik: ggi <opdracht>
  migrate                                        werkt de database bij
  seed [--demo]                                  laadt de eerste gegevens in een leeg portaal
  user add --name NAAM --email ADRES [--admin]   maakt een account en toont de link voor het wachtwoord
  import minutes BESTAND.md --body SLUG [--dry-run] [--json]
  import requirements BESTAND.csv|.xlsx|.ods --body SLUG [--dry-run] [--json]
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

/** Each command by its words; each explains itself at `--help`. */
const COMMANDS: readonly { readonly words: readonly string[]; readonly run: Run }[] = [
  { words: ["migrate"], run: (args) => runMigrate(args, { ...io, open }) },
  { words: ["seed"], run: (args) => runSeed(args, { ...io, now, newId: uuid7, open }) },
  { words: ["user", "add"], run: (args) => runUserAdd(args, { ...io, now, newId: uuid7, appUrl: () => environment().appUrl, open: openMigrated }) },
  { words: ["import", "minutes"], run: (args) => runImportMinutes(args, { ...io, now, newId: uuid7, open: async () => ({ db: await open(), close: async () => {} }) }) },
  { words: ["import", "requirements"], run: (args) => runImportRequirements(args, { ...io, now, newId: uuid7, open: async () => ({ db: await open(), close: async () => {} }) }) },
  { words: ["export", "round"], run: (args) => runExportRound(args, { ...io, open }) },
  { words: ["generate"], run: (args) => runGenerate(args, { ...io, now, open }) },
  { words: ["backup"], run: (args) => runBackup(args, { ...io, now, open, url: () => environment().databaseUrl }) },
  { words: ["restore"], run: (args) => runRestore(args, { ...io, now, open, url: () => environment().databaseUrl }) },
  { words: ["audit", "verify"], run: (args) => runAuditVerify(args, { ...io, open }) },
  { words: ["tally"], run: (args) => runTally(args, io) },
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
