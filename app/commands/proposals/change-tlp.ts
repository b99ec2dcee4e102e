import { personOf, type CommandContext } from "#app/commands/context.ts";
import { holds } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { isLooser, type Tlp } from "#app/domain/access/visibility.ts";
import { LIMITS } from "#app/domain/proposals/proposal.ts";
import type { LabelRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { relabelInitiativesOf } from "#db/queries/portfolio-labels.ts";
import { findLabelRequest, saveLabelRequest, updateLabel } from "#db/queries/proposal-writes.ts";
import { findProposal } from "#db/queries/proposals.ts";
import { relabelRoundsOf } from "#db/queries/voting-round-writes.ts";

/**
 * A stricter label counts at once. A looser one takes voorzitter and secretaris: the first asks, the other, a different person,
 * asks for the same label and so grants it. Answers whether the label changed or now waits. Both are logged.
 */
export function changeTlp(
  context: CommandContext,
  { number, tlp, reason }: { number: string; tlp: Tlp; reason: string },
): Promise<Result<"changed" | "waiting", LabelRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const proposal = await findProposal(trx, context.actor, number, dutchDay(context.now()));
    if (!proposal) return refuse("not-found");
    if (!may(context.actor, "proposal.relabel", proposal)) return refuse("not-allowed");
    if (tlp === proposal.tlp) return refuse("label-unchanged");
    if (reason.trim() === "" || reason.length > LIMITS.reason) return refuse("reason-missing");

    const [askedBy, askedAt] = [personOf(context), context.now()];
    const asked = isLooser(tlp, proposal.tlp) ? await findLabelRequest(trx, proposal.id) : null;
    const isSame = asked?.tlp === tlp;
    if (asked && isSame && asked.askedBy === askedBy) return refuse("second-person-needed");
    const role = holds(context.actor, proposal.bodyId, "chair") ? "chair" : "secretary";
    const isGranted = !isLooser(tlp, proposal.tlp) || (asked !== null && isSame && asked.askedRole !== role);
    if (asked && isSame && !isGranted) return refuse("second-person-needed");
    if (isGranted) {
      await updateLabel(trx, proposal.id, tlp, askedAt);
      for (const round of await relabelRoundsOf(trx, proposal.id)) {
        await record(trx, context, { act: "proposal.relabel", bodyId: round.bodyId, subject: { kind: "round", id: round.id }, payload: { number, from: round.from, to: round.to } });
      }
      await relabelInitiativesOf(trx, proposal.id);
    } else await saveLabelRequest(trx, { proposalId: proposal.id, tlp, reason, askedBy, askedRole: role, askedAt });
    await record(trx, context, {
      act: "proposal.relabel",
      bodyId: proposal.bodyId,
      subject: { kind: "proposal", id: proposal.id },
      payload: { number, from: proposal.tlp, to: tlp, reason, isGranted, firstAskedBy: asked?.askedBy },
    });
    return accept(isGranted ? "changed" : "waiting");
  });
}
