import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { inTransaction } from "#db/client.ts";
import { lockMeeting } from "#db/queries/meetings.ts";
import { findCorrection, setCorrectionWithdrawn } from "#db/queries/minutes-corrections.ts";
import { recordOn } from "./on-meeting.ts";

/** Takes back an own correction that was not answered yet. Refusals: not-found, not-allowed, correction-closed. */
export function withdrawCorrection(context: CommandContext, { meetingId, number }: { meetingId: string; number: number }): Promise<Result<null, "not-found" | "not-allowed" | "correction-closed">> {
  return inTransaction(context.db, async (trx) => {
    const meeting = await lockMeeting(trx, context.actor, meetingId);
    const correction = meeting && (await findCorrection(trx, meeting.id, number));
    if (!meeting || !correction) return refuse("not-found");
    if (!may(context.actor, "correction.withdraw", { personId: correction.author.id })) return refuse("not-allowed");
    if (!correction.isOpen) return refuse("correction-closed");

    await setCorrectionWithdrawn(trx, correction.id, context.now());
    await recordOn(trx, context, meeting, "correction.withdraw", { correction: number });
    return accept(null);
  });
}
