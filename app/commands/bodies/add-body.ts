import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { insertBody, type NewBody } from "#db/queries/administration.ts";
import { record } from "#db/queries/audit.ts";

export type BodyRefusal = "not-allowed" | "slug-invalid" | "prefix-invalid" | "name-missing" | "body-taken";

/** Adds a body. Its prefix stands in the numbers of its proposals and never changes. Source: domain, "Bodies". */
export function addBody(context: CommandContext, input: Omit<NewBody, "id">): Promise<Result<{ slug: string }, BodyRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "body.add")) return refuse("not-allowed");
    if (!/^[a-z][a-z0-9-]{1,40}$/.test(input.slug)) return refuse("slug-invalid");
    if (!/^[A-Z]{3}$/.test(input.prefix)) return refuse("prefix-invalid");
    if (input.name.trim() === "") return refuse("name-missing");

    const id = context.newId();
    if (!(await insertBody(trx, { ...input, id }))) return refuse("body-taken");
    await record(trx, context, { act: "body.add", bodyId: null, subject: { kind: "body", id }, payload: { slug: input.slug, prefix: input.prefix } });
    return accept({ slug: input.slug });
  });
}
