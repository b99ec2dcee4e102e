import type { Params } from "@remix-run/react";
import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { findDecision, type Decision } from "#db/queries/decisions.ts";

/** The decision of this address for whoever may change it: 404 when hidden, 403 when only to be read. */
export async function decisionFor({ db, actor, now }: CommandContext, params: Params): Promise<Decision> {
  const decision = (await findDecision(db, actor, params["number"] ?? "", now())) ?? notFound();
  if (!may(actor, "decision.change", { bodyId: decision.body.id })) forbidden();
  return decision;
}
