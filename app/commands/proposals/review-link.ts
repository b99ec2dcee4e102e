import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findUpstream, reviewLinkRow } from "#db/queries/proposal-links.ts";
import { findProposal } from "#db/queries/proposals.ts";

/**
 * An author or the bureau looked at what a link leads to, in the version that the page showed: the link is no longer suspect.
 * A version that came since keeps it suspect.
 */
export function reviewLink(context: CommandContext, input: { number: string; linkId: string; version: number }): Promise<Result<{ version: number }, "not-found" | "not-allowed">> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(context.now()));
    const upstream = proposal && (await findUpstream(trx, context.actor, input.linkId, proposal.id));
    if (!upstream) return refuse("not-found");
    if (!may(context.actor, "link.review", proposal)) return refuse("not-allowed");

    const version = Math.min(input.version, upstream.version);
    await reviewLinkRow(trx, { linkId: input.linkId, version, by: personOf(context), at: context.now() });
    await record(trx, context, {
      act: "link.review",
      bodyId: proposal.bodyId,
      subject: { kind: "proposal", id: proposal.id },
      payload: { number: proposal.number, other: upstream.number, kind: upstream.kind, version, before: upstream.reviewedVersion },
    });
    return accept({ version });
  });
}
