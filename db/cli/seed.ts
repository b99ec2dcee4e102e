import { isEmptyPortal, seed } from "#seeds/seed.ts";
import { migrateToLatest } from "../migrate.ts";
import { readArgs, type ClockIo } from "./io.ts";

/** `ggi seed`: what every portal starts with, and with --demo its story; only in a portal without data. */
export async function runSeed(args: readonly string[], io: ClockIo & { readonly newId: () => string }): Promise<number> {
  const asked = readArgs(args, ["--help", "--demo", "--json"], io, "seed");
  if (asked === null) return 2;
  if (asked.flags.has("--help")) {
    io.out("gebruik: ggi seed [--demo] [--json]\n  laadt gremia, onderdelen, behoeften, gemeenten en bouwstenen in een leeg portaal; met --demo ook het verhaal met demonstratieaccounts");
    return 0;
  }
  const db = await io.open();
  await migrateToLatest(db);
  if (!(await isEmptyPortal(db))) {
    io.err("Dit portaal heeft al gegevens.");
    return 1;
  }
  const isDemo = asked.flags.has("--demo");
  await seed({ db, now: io.now, newId: io.newId }, { isDemo });
  io.out(asked.flags.has("--json") ? JSON.stringify({ seeded: true, demo: isDemo }) : "De gegevens zijn geladen.");
  return 0;
}
