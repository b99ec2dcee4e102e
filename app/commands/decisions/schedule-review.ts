import type { CommandContext } from "#app/commands/context.ts";
import { reviewAt } from "#app/domain/decisions/decision.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import type { Trx } from "#db/client.ts";
import { insertJobs } from "#db/queries/jobs.ts";

/** Lets the clock ask the bureau to look at a decision again on its review day; a day that is past asks nothing. */
export async function scheduleReview(trx: Trx, context: Pick<CommandContext, "now" | "newId">, decisionId: string, reviewOn: Day | null): Promise<void> {
  const dueAt = reviewOn === null ? null : reviewAt(reviewOn);
  if (dueAt !== null && dueAt > context.now()) await insertJobs(trx, decisionId, [{ kind: "decision-review", dueAt }], context);
}
