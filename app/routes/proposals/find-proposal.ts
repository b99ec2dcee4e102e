import type { CommandContext } from "#app/commands/context.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { notFound } from "#app/platform/http.ts";
import { findProposal, listVersionTexts, type Proposal, type Version } from "#db/queries/proposals.ts";

/** The proposal that an address is about; throws 404 when it is hidden or absent. */
export const proposalAt = async ({ db, actor, now }: CommandContext, number = ""): Promise<Proposal> => (await findProposal(db, actor, number, dutchDay(now()))) ?? notFound();

/** Its texts: the current one, and those of these versions. */
export async function textsOf({ db }: CommandContext, proposal: Proposal, versions: readonly number[]): Promise<{ current: Version; texts: ReadonlyMap<number, Version> }> {
  const texts = await listVersionTexts(db, proposal.id, [...versions, proposal.currentVersion]);
  return { current: texts.get(proposal.currentVersion) ?? notFound(), texts };
}
