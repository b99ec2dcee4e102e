import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { record } from "#db/queries/audit.ts";
import { findDecision, linkDecision } from "#db/queries/decisions.ts";
import { findMeeting } from "#db/queries/meetings.ts";

/**
 * Ties a decision, also one that a round made, to the agenda item whose minutes tell of it; the minutes themselves stay as they are.
 * Refusals: not-found, not-allowed, item-not-found (another body's meeting included), item-closed (what others may read is not tied to what they may not).
 */
export function linkDecisionToMinutes(context: CommandContext, { number, agendaItemId, meetingId }: { number: string; meetingId: string; agendaItemId: string }): Promise<Result<null, "not-found" | "not-allowed" | "item-not-found" | "item-closed">> {
  return inTransaction(context.db, async (trx) => {
    const decision = await findDecision(trx, context.actor, number, context.now());
    if (!decision) return refuse("not-found");
    if (!may(context.actor, "decision.change", { bodyId: decision.body.id })) return refuse("not-allowed");
    const meeting = await findMeeting(trx, context.actor, meetingId);
    const item = meeting?.bodyId === decision.body.id ? await findAgendaItem(trx, context.actor, meetingId, agendaItemId) : null;
    if (!item || item.isPublicWording) return refuse("item-not-found");
    if (item.isClosed && decision.tlp !== "RED") return refuse("item-closed");

    await linkDecision(trx, decision.id, { meetingId, agendaItemId });
    await record(trx, context, { act: "decision.change", bodyId: decision.body.id, subject: { kind: "decision", id: decision.id }, payload: { number, meeting: meetingId, item: agendaItemId } });
    return accept(null);
  });
}
