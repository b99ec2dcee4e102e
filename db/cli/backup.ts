import { closeSync, existsSync, openSync, readSync } from "node:fs";
import { backupRefusalText, backUp, restore } from "../backup.ts";
import { isPostgres } from "../client.ts";
import { readCopy, writeCopy } from "../portable-copy.ts";
import { readArgs, type ClockIo } from "./io.ts";

interface BackupIo extends ClockIo {
  readonly url: () => string;
}

const HELP = {
  backup: `gebruik: ggi backup BESTAND [--portable] [--json]
  maakt een hele kopie, ook als het portaal draait, en schrijft nooit over een bestand heen
  SQLite: een databasebestand; met --portable, en bij PostgreSQL altijd: een bestand dat op beide databases terug te zetten is`,
  restore: `gebruik: ggi restore BESTAND [--json]
  een SQLite-bestand komt op de plaats van het portaal; wat er stond, blijft ernaast bewaard. Stop eerst de server
  een kopie van PostgreSQL of met --portable gaat in een lege database, ook van de andere soort`,
};

/** `ggi backup FILE`: 0 made, 1 refused, 2 misunderstood. */
export async function runBackup(args: readonly string[], io: BackupIo): Promise<number> {
  const asked = fileIn(args, ["--help", "--json", "--portable"], io, "backup");
  if (typeof asked === "number") return asked;
  const isOneFile = !isPostgres(io.url()) && !asked.flags.has("--portable");
  const refusal = isOneFile ? await backUp(io.url(), asked.file) : await writeCopy(await io.open(), asked.file);
  if (refusal !== null) {
    io.err(backupRefusalText[refusal]);
    return 1;
  }
  io.out(asked.flags.has("--json") ? JSON.stringify({ file: asked.file, portable: !isOneFile }) : `De reservekopie staat in ${asked.file}.`);
  return 0;
}

/** `ggi restore FILE`: 0 put back and its log adds up, 1 refused, 2 misunderstood. */
export async function runRestore(args: readonly string[], io: BackupIo): Promise<number> {
  const asked = fileIn(args, ["--help", "--json"], io, "restore");
  if (typeof asked === "number") return asked;
  const [url, isPortable] = [io.url(), isZipped(asked.file)];
  const kept = !isPostgres(url) && !isPortable ? `${url.replace(/^file:/, "")}.voor-${io.now().replace(/[:.]/g, "-")}` : null;
  const hadFile = kept !== null && existsSync(url.replace(/^file:/, ""));
  const refusal = kept !== null ? await restore(url, asked.file, kept) : existsSync(asked.file) ? await readCopy(await io.open(), asked.file) : ("no-database" as const);
  if (refusal !== null) {
    io.err(backupRefusalText[refusal]);
    return 1;
  }
  if (asked.flags.has("--json")) io.out(JSON.stringify({ file: asked.file, kept: hadFile ? kept : null }));
  else io.out(`De kopie is teruggezet.${hadFile ? ` Wat er stond, staat in ${kept}.` : ""}`);
  return 0;
}

function fileIn(args: readonly string[], known: readonly string[], io: BackupIo, command: "backup" | "restore"): number | { readonly file: string; readonly flags: ReadonlySet<string> } {
  const asked = readArgs(args, known, io, command);
  if (asked === null) return 2;
  if (asked.flags.has("--help")) {
    io.out(HELP[command]);
    return 0;
  }
  const [file] = asked.values;
  if (file !== undefined && asked.values.length === 1) return { file, flags: asked.flags };
  io.err(`Noem één bestand: npm run ggi -- ${command} BESTAND`);
  return 2;
}

/** A portable copy is zipped; a SQLite file says that it is one. */
function isZipped(file: string): boolean {
  if (!existsSync(file)) return false;
  const [handle, start] = [openSync(file, "r"), Buffer.alloc(2)];
  try {
    return readSync(handle, start, 0, 2, 0) === 2 && start[0] === 0x1f && start[1] === 0x8b;
  } finally {
    closeSync(handle);
  }
}
