import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findCommitment, setCommitmentDone } from "#db/queries/commitments.ts";

/** Notes that a promise was kept, and how. Refusals: not-found, not-allowed, note-missing, commitment-done. */
export function fulfilCommitment(context: CommandContext, { number, note }: { number: string; note: string }): Promise<Result<null, "not-found" | "not-allowed" | "note-missing" | "commitment-done">> {
  return inTransaction(context.db, async (trx) => {
    const commitment = await findCommitment(trx, context.actor, number, context.now());
    if (!commitment) return refuse("not-found");
    if (!may(context.actor, "commitment.fulfil", { bodyId: commitment.body.id })) return refuse("not-allowed");
    if (note.trim() === "") return refuse("note-missing");
    if (!(await setCommitmentDone(trx, commitment.id, { at: context.now(), note: note.trim() }))) return refuse("commitment-done");

    await record(trx, context, { act: "commitment.fulfil", bodyId: commitment.body.id, subject: { kind: "commitment", id: commitment.id }, payload: { number } });
    return accept(null);
  });
}
