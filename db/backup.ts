import { chmodSync, existsSync, renameSync, rmSync } from "node:fs";
import Database from "better-sqlite3";
import { migrations } from "./migrations/index.ts";

export type BackupRefusal = "file-exists" | "no-database" | "damaged" | "newer" | "in-use" | "not-empty" | "not-current";

/** The file behind a SQLite address. */
const fileOf = (url: string): string => url.replace(/^file:/, "");

/** Writes a whole copy of a SQLite portal while it is in use, and checks the copy. Refuses to overwrite. */
export async function backUp(url: string, target: string): Promise<BackupRefusal | null> {
  if (!existsSync(fileOf(url))) return "no-database";
  if (existsSync(target)) return "file-exists";
  await copyOf(fileOf(url), target);
  const fault = faultOf(target);
  if (fault !== null) rmSync(target, { force: true });
  return fault;
}

/** Puts a copy back in the place of the portal's file; the present file is kept beside it. Refuses a damaged or newer copy, and a portal that is in use. */
export async function restore(url: string, source: string, kept: string): Promise<BackupRefusal | null> {
  if (!existsSync(source)) return "no-database";
  const fault = faultOf(source);
  if (fault !== null) return fault;
  const file = fileOf(url);
  if (existsSync(file) && isInUse(file)) return "in-use";
  // The whole copy stands beside the portal before anything moves: a full disk leaves the portal as it was.
  const fresh = `${file}.nieuw`;
  rmSync(fresh, { force: true });
  await copyOf(source, fresh);
  if (existsSync(file)) {
    renameSync(file, kept);
    for (const tail of ["-wal", "-shm"]) rmSync(file + tail, { force: true });
  }
  renameSync(fresh, file);
  return null;
}

/** Copies a database that may be in use. It holds password hashes, so only its owner reads the copy. */
async function copyOf(file: string, target: string): Promise<void> {
  const source = new Database(file, { readonly: true });
  try {
    await source.backup(target);
    chmodSync(target, 0o600);
  } finally {
    source.close();
  }
}

function faultOf(file: string): "damaged" | "newer" | null {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { readonly: true });
    if (database.pragma("integrity_check", { simple: true }) !== "ok") return "damaged";
    const applied = database.prepare("select name from kysely_migration").pluck().all() as string[];
    return applied.some((name) => !Object.hasOwn(migrations, name)) ? "newer" : null;
  } catch {
    return "damaged";
  } finally {
    database?.close();
  }
}

/** A server keeps its file open in WAL mode; who gets it alone knows that nobody else has it. */
function isInUse(file: string): boolean {
  const database = new Database(file, { timeout: 500 });
  try {
    database.pragma("locking_mode = EXCLUSIVE");
    database.exec("begin exclusive; commit");
    database.pragma("wal_checkpoint(TRUNCATE)");
    return database.pragma("journal_mode = DELETE", { simple: true }) !== "delete";
  } catch {
    return true;
  } finally {
    database.close();
  }
}

/** The sentence for a refusal. */
export const backupRefusalText: Record<BackupRefusal, string> = {
  "file-exists": "Het bestand bestaat al. Kies een andere naam.",
  "no-database": "Het bestand is er niet.",
  damaged: "Het bestand is beschadigd of geen portaal.",
  newer: "De kopie komt van een nieuwere versie van het portaal.",
  "not-empty": "Deze database heeft al gegevens. Zet de kopie terug in een lege database.",
  "not-current": "Deze database is geen portaal. Begin met: npm run ggi -- migrate",
  "in-use": "Het portaal gebruikt dit bestand nu. Stop eerst de server.",
};
