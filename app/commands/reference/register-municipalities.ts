import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { sha256 } from "#db/hash.ts";
import { insertMunicipalities, type ReferenceMunicipality } from "#db/queries/reference.ts";

interface Register {
  readonly municipalities: readonly ReferenceMunicipality[];
  readonly successions: readonly { readonly id: string; readonly successorId: string }[];
}

/** Loads the register of gemeenten of the CBS at once: one record in the log, with a hash over all of it. */
export function registerMunicipalities(context: CommandContext, { municipalities, successions }: Register): Promise<Result<number, "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "organisation.register")) return refuse("not-allowed");
    await insertMunicipalities(trx, municipalities, successions);
    const hash = sha256(canonicalJson(municipalities.map(({ code, name, validUntil }) => ({ code, name, validUntil }))));
    await record(trx, context, { act: "organisation.register", bodyId: null, subject: { kind: "reference", id: "gemeenten" }, payload: { count: municipalities.length, hash } });
    return accept(municipalities.length);
  });
}
