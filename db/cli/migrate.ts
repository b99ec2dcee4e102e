import { migrateToLatest } from "../migrate.ts";
import { readArgs, type DatabaseIo } from "./io.ts";

/** `ggi migrate`: brings the database up to date. */
export async function runMigrate(args: readonly string[], io: DatabaseIo): Promise<number> {
  const asked = readArgs(args, ["--help", "--json"], io, "migrate");
  if (asked === null) return 2;
  if (asked.flags.has("--help")) {
    io.out("gebruik: ggi migrate [--json]\n  werkt de database bij naar deze versie van het portaal");
    return 0;
  }
  const applied = await migrateToLatest(await io.open());
  if (asked.flags.has("--json")) io.out(JSON.stringify({ applied }));
  else io.out(applied.length === 0 ? "De database was al bij." : `Bijgewerkt: ${applied.join(", ")}`);
  return 0;
}
