import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import type { ConsultationRefusal } from "#app/domain/proposals/refusals.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { setConsultation as keepConsultation } from "#db/queries/proposal-writes.ts";
import { findProposal } from "#db/queries/proposals.ts";

/** Voorzitter or secretaris opens a proposal to every gemeente until a moment, or moves that moment; without one it closes now. */
export function setConsultation(context: CommandContext, input: { number: string; until: Instant | null }): Promise<Result<null, ConsultationRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const now = context.now();
    const proposal = await findProposal(trx, context.actor, input.number, dutchDay(now));
    if (!proposal) return refuse("not-found");
    if (!may(context.actor, "proposal.consult", proposal)) return refuse("not-allowed");
    if (proposal.state !== "under_discussion") return refuse("wrong-state");
    if (input.until !== null && input.until <= now) return refuse("moment-past");

    const from = proposal.consultation !== null && proposal.consultation.until > now ? proposal.consultation.from : now;
    await keepConsultation(trx, proposal.id, { from, until: input.until ?? now });
    await record(trx, context, {
      act: "proposal.consult",
      bodyId: proposal.bodyId,
      subject: { kind: "proposal", id: proposal.id },
      payload: { number: proposal.number, until: input.until },
    });
    return accept(null);
  });
}
