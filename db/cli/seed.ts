import { isEmptyPortal, seed } from "#seeds/seed.ts";
import { migrateToLatest } from "../migrate.ts";
import { readArgs, type ClockIo } from "./io.ts";

/** `ggi seed`: what every portal starts with, and with --demo its story; only in a portal without data. */
export async function runSeed(args: readonly string[], io: ClockIo & { readonly newId: () => string }): Promise<number> {
  const asked = readArgs(args, ["--help", "--demo"], io, "seed");
  if (asked === null) return 2;
  if (asked.flags.has("--help")) {
    io.out("gebruik: ggi seed [--demo]\n  laadt gremia, onderdelen, behoeften, gemeenten en bouwstenen in een leeg portaal; met --demo ook het verhaal met demonstratieaccounts");
    return 0;
  }
  const db = await io.open();
  await migrateToLatest(db);
  if (!(await isEmptyPortal(db))) {
    io.err("Dit portaal heeft al gegevens.");
    return 1;
  }
  await seed({ db, now: io.now, newId: io.newId }, { isDemo: asked.flags.has("--demo") });
  io.out("De gegevens zijn geladen.");
  return 0;
}
