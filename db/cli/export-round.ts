import { findEstablishedResult } from "../queries/voting-export.ts";
import { readArgs, type DatabaseIo } from "./io.ts";

const HELP = `gebruik: ggi export round ID
  schrijft de vastgestelde uitslag van een stemronde als uitslag.json; het ID staat in het adres van de ronde
  met "> uitslag.json" komt het in een bestand, dat "ggi tally" opnieuw telt`;

/** `ggi export round ID`: the document as it was established; 0 written, 1 there is none, 2 misunderstood. */
export async function runExportRound(args: readonly string[], io: DatabaseIo): Promise<number> {
  const asked = readArgs(args, ["--help", "--json"], io, "export round");
  if (asked === null) return 2;
  if (asked.flags.has("--help")) {
    io.out(HELP);
    return 0;
  }
  const [id] = asked.values;
  if (id === undefined || asked.values.length > 1) {
    io.err("Noem één stemronde: npm run ggi -- export round ID");
    return 2;
  }
  const document = await findEstablishedResult(await io.open(), id);
  if (document === null) {
    io.err("Deze stemronde bestaat niet, of de uitslag is nog niet vastgesteld.");
    return 1;
  }
  io.out(JSON.stringify(document, null, 2));
  return 0;
}
