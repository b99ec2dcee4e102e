import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { isEnded } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { deleteLink, findUpstream } from "#db/queries/proposal-links.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** Takes back a link that somebody made by mistake. One that says by what an ended proposal was replaced stays: that is how the chain goes on. */
export function unlinkProposals(context: CommandContext, input: { number: string; linkId: string }): Promise<Result<null, "not-found" | "not-allowed" | "link-holds">> {
  return inTransaction(context.db, async (trx) => {
    const today = dutchDay(context.now());
    const proposal = await findProposal(trx, context.actor, input.number, today);
    const upstream = proposal && (await findUpstream(trx, context.actor, input.linkId, proposal.id));
    if (!upstream) return refuse("not-found");
    if (!may(context.actor, "proposal.unlink", proposal)) return refuse("not-allowed");
    const other = await findProposal(trx, context.actor, upstream.number, today);
    if (upstream.kind === "replaces" && other && isEnded(other.state)) return refuse("link-holds");

    if (!(await deleteLink(trx, input.linkId))) return refuse("not-found");
    await record(trx, context, {
      act: "proposal.unlink",
      bodyId: proposal.bodyId,
      subject: { kind: "proposal", id: proposal.id },
      payload: { number: proposal.number, other: upstream.number, kind: upstream.kind },
    });
    return accept(null);
  });
}
