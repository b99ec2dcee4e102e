import { chainFaultText as FAULTS } from "#app/text/audit.ts";
import type { Db } from "../client.ts";
import { verifyLog } from "../queries/audit-verify.ts";

interface Io {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly open: () => Promise<Db>;
}

/** `ggi audit verify`: 0 whole, 1 broken with the first bad record, 2 when the database cannot be read. */
export async function runAuditVerify(args: readonly string[], { out, err, open }: Io): Promise<number> {
  if (args.includes("--help")) {
    out("gebruik: ggi audit verify [--json]\n  rekent het hele logboek na: 0 is heel, 1 is veranderd, 2 is niet te lezen");
    return 0;
  }
  let result: Awaited<ReturnType<typeof verifyLog>>;
  try {
    result = await verifyLog(await open());
  } catch (error) {
    err(`Het logboek is niet te lezen: ${error instanceof Error ? error.message : String(error)}`);
    return 2;
  }
  if (args.includes("--json")) out(JSON.stringify(result));
  else if (result.broken === null) out(`Het logboek is heel: ${result.records} regels in ${result.chains} ketens.`);
  if (result.broken !== null) err(`Het logboek is niet heel: keten ${result.broken.chain}, regel ${result.broken.sequence}: ${FAULTS[result.broken.fault]}.`);
  return result.broken === null ? 0 : 1;
}
