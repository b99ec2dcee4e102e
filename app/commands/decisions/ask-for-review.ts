import type { CommandContext } from "#app/commands/context.ts";
import { isReviewDue } from "#app/domain/decisions/decision.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Trx } from "#db/client.ts";
import { findMailedDecision } from "#db/queries/minutes-mail.ts";
import { queueMail } from "#db/queries/outbox.ts";
import { listBureau } from "#db/queries/round-mail.ts";

/** Mails voorzitter and secretaris that the review day of a decision is there, unless that day was moved or the decision no longer holds. */
export async function askForReview(trx: Trx, context: Pick<CommandContext, "now" | "newId">, { subjectId, dueAt }: { readonly subjectId: string; readonly dueAt: Instant }): Promise<void> {
  const decision = await findMailedDecision(trx, subjectId, context.now());
  if (!decision || !isReviewDue(decision, dueAt)) return;
  await queueMail(trx, { kind: "decision-review", subjectId, personIds: await listBureau(trx, decision.bodyId, context.now()), facts: {}, once: dueAt }, context);
}
