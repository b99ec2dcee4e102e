import type { Params } from "@remix-run/react";
import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { listVotingBodies, type VotingBody } from "#db/queries/voting-bodies.ts";

/** The body of this address, for who may change its fixed points. */
export async function templateBody({ db, actor }: CommandContext, params: Params): Promise<VotingBody> {
  const body = (await listVotingBodies(db)).find(({ slug }) => slug === params["slug"]) ?? notFound();
  if (!may(actor, "template.change", { bodyId: body.id })) forbidden();
  return body;
}
