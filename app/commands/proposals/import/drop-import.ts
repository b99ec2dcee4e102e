import { personOf, type CommandContext } from "#app/commands/context.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findImport, forgetImport } from "#db/queries/proposal-imports.ts";

/** Forgets a file that is not taken over. Nothing of it became a proposal, so there is nothing to log. */
export function dropImport(context: CommandContext, { id }: { id: string }): Promise<Result<null, "not-found" | "import-closed">> {
  return inTransaction(context.db, async (trx) => {
    const found = await findImport(trx, id, personOf(context));
    if (!found) return refuse("not-found");
    if (found.state !== "open") return refuse("import-closed");
    await forgetImport(trx, id);
    return accept(null);
  });
}
