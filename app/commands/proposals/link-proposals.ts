import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { LinkKind } from "#app/domain/proposals/proposal.ts";
import type { LinkRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { saveLink } from "#db/queries/proposal-links.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** Links a proposal to another that the actor may see; a body replaces only its own. The same link again says: reviewed at the other's current version. */
export function linkProposals(context: CommandContext, input: { number: string; other: string; kind: LinkKind }): Promise<Result<null, LinkRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const today = dutchDay(context.now());
    const proposal = await findProposal(trx, context.actor, input.number, today);
    if (!proposal) return refuse("not-found");
    if (!may(context.actor, "proposal.link", proposal)) return refuse("not-allowed");
    const other = await findProposal(trx, context.actor, input.other, today);
    if (!other) return refuse("other-unknown");
    if (other.id === proposal.id) return refuse("other-is-same");
    if (input.kind === "replaces" && other.bodyId !== proposal.bodyId) return refuse("other-body");

    const link = { fromId: proposal.id, toId: other.id, kind: input.kind, reviewedVersion: other.currentVersion };
    await saveLink(trx, { ...link, id: context.newId(), createdAt: context.now() });
    await record(trx, context, {
      act: "proposal.link",
      bodyId: proposal.bodyId,
      subject: { kind: "proposal", id: proposal.id },
      payload: { number: proposal.number, other: other.number, kind: input.kind, version: other.currentVersion },
    });
    return accept(null);
  });
}
