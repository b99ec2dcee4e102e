import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { isPrefixTaken, isPrefixUsed, updateBody, type BodyDetails } from "#db/queries/administration.ts";
import { record } from "#db/queries/audit.ts";
import { findBody } from "#db/queries/bodies.ts";
import { holdBody } from "#db/queries/seats.ts";

export type BodyChangeRefusal = "not-allowed" | "not-found" | "name-missing" | "prefix-invalid" | "prefix-used" | "body-taken";

/** Changes what a body is called and does. Its prefix is fixed once a proposal carries it. Source: domain, "Bodies". */
export function changeBody(context: CommandContext, { slug, ...input }: { readonly slug: string } & BodyDetails): Promise<Result<true, BodyChangeRefusal>> {
  return inTransaction(context.db, async (trx) => {
    if (!may(context.actor, "body.change")) return refuse("not-allowed");
    const body = await findBody(trx, slug);
    if (!body) return refuse("not-found");
    if (input.name.trim() === "") return refuse("name-missing");
    if (!/^[A-Z]{3}$/.test(input.prefix)) return refuse("prefix-invalid");
    await holdBody(trx, body.id);
    if (input.prefix !== body.prefix) {
      if (await isPrefixUsed(trx, body.id, body.prefix)) return refuse("prefix-used");
      if (await isPrefixTaken(trx, input.prefix, body.id)) return refuse("body-taken");
    }

    await updateBody(trx, body.id, { ...input, name: input.name.trim() });
    await record(trx, context, { act: "body.change", bodyId: null, subject: { kind: "body", id: body.id }, payload: { name: input.name.trim(), prefix: input.prefix, defaultTlp: input.defaultTlp } });
    return accept(true);
  });
}
