import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { strictest } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { checkDates, type RoundRefusal } from "#app/domain/voting/round.ts";
import { checkRule, type RuleRefusal, type RuleSet } from "#app/domain/voting/rule.ts";
import { inTransaction } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findBodyForRound } from "#db/queries/voting-bodies.ts";
import { insertItem } from "#db/queries/voting-items.ts";
import { insertRound } from "#db/queries/voting-round-writes.ts";
import { findPreviousRound } from "#db/queries/voting-rounds.ts";
import { checkDeadline } from "./check-deadline.ts";
import { chooseItems, type ItemChoice, type ItemChoiceRefusal } from "./choose-items.ts";

export interface RoundPreparation extends ItemChoice {
  readonly bodyId: string;
  readonly title: string;
  readonly rule: RuleSet;
  readonly visibility: "openbaar" | "besloten";
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** the day of closing is meant, although people may be away */
  readonly isDeadlineConfirmed?: boolean;
}

export type PreparationRefusal = "not-found" | "not-allowed" | "deadline-on-quiet-day" | ItemChoiceRefusal | RuleRefusal | RoundRefusal;

/**
 * Makes a round as concept, with its items and rule set; nothing is frozen yet. Refuses when the person is not the secretaris,
 * a subject cannot be voted on by this body, the rule set decides nothing, or the dates are not in order.
 */
export function prepareRound(context: CommandContext, input: RoundPreparation): Promise<Result<{ id: string }, PreparationRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const body = await findBodyForRound(trx, input.bodyId);
    if (!body) return refuse("not-found");
    if (!may(context.actor, "round.prepare", { bodyId: body.id })) return refuse("not-allowed");
    const rule = checkRule(input.rule);
    if (!rule.ok) return rule;
    const dates = checkDates(input.opensAt, input.closesAt, context.now());
    if (!dates.ok) return dates;
    const deadline = await checkDeadline(trx, input.kind, input.closesAt, input.isDeadlineConfirmed ?? false);
    if (!deadline.ok) return deadline;

    const id = context.newId();
    const chosen = await chooseItems(trx, context, body, id, input);
    if (!chosen.ok) return chosen;
    const { items, labels } = chosen.value;

    const previous = await findPreviousRound(trx, body.id, items.flatMap(({ subjectId }) => subjectId ?? []));
    const { title, explanation, kind, visibility, opensAt, closesAt } = input;
    await insertRound(trx, {
      ...{ id, bodyId: body.id, title, explanation, kind, visibility, opensAt, closesAt, rule: rule.value, isSecondCall: false },
      ...{ sequence: (previous?.sequence ?? 0) + 1, previousId: previous?.id ?? null },
      ...{ tlp: labels.length > 0 ? strictest(labels) : body.defaultTlp, createdBy: personOf(context), createdAt: context.now() },
    });
    for (const item of items) await insertItem(trx, item);
    await record(trx, context, {
      act: "round.prepare",
      bodyId: body.id,
      subject: { kind: "round", id },
      payload: { title, kind, opensAt, closesAt, items: items.map(({ number, title: text }) => number ?? text) },
    });
    return accept({ id });
  });
}
