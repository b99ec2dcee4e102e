import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertDemoPerson } from "#db/queries/reference.ts";

export interface DemoAccountInput {
  readonly name: string;
  readonly email: string;
  readonly organisationId: string;
  readonly job: string;
  readonly passwordHash: string;
  readonly isAdmin: boolean;
  readonly isMunicipalAdmin: boolean;
}

/** Adds an account of the demonstration, with the password that everybody knows. */
export function addDemoAccount(context: CommandContext, input: DemoAccountInput): Promise<Result<{ id: string }, "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "account.add")) return refuse("not-allowed");
    const id = context.newId();
    await insertDemoPerson(trx, { ...input, id, at: context.now() });
    await record(trx, context, { act: "account.add", bodyId: null, subject: { kind: "person", id }, payload: { demo: true, isAdmin: input.isAdmin, isMunicipalAdmin: input.isMunicipalAdmin, organisation: input.organisationId } });
    return accept({ id });
  });
}
