import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { strictest, type Tlp } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import { checkDates, type RoundRefusal } from "#app/domain/voting/round.ts";
import { checkRule, type RuleRefusal, type RuleSet } from "#app/domain/voting/rule.ts";
import { inTransaction, type Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findBodyForRound, type VotingBody } from "#db/queries/voting-bodies.ts";
import { inOrderOfComponent, insertItem, type NewItem } from "#db/queries/voting-items.ts";
import { insertRound } from "#db/queries/voting-round-writes.ts";
import { findPreviousRound } from "#db/queries/voting-rounds.ts";
import { checkDeadline } from "./check-deadline.ts";
import { chosenSubjects } from "./round-texts.ts";

export interface RoundPreparation {
  readonly bodyId: string;
  readonly title: string;
  readonly explanation: string;
  readonly kind: RoundKind;
  readonly proposalIds: readonly string[];
  readonly initiativeIds?: readonly string[];
  /** meetings whose minutes are to be adopted */
  readonly minutesIds?: readonly string[];
  /** free texts to vote on, such as a motion */
  readonly motions?: readonly { readonly title: string; readonly statement: string }[];
  readonly rule: RuleSet;
  readonly visibility: "openbaar" | "besloten";
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  /** the day of closing is meant, although people may be away */
  readonly isDeadlineConfirmed?: boolean;
}

export type PreparationRefusal =
  | "not-found" | "not-allowed" | "no-items" | "too-many-items" | "too-few-options" | "item-not-votable" | "motivation-for-initiatives" | "deadline-on-quiet-day" | RuleRefusal | RoundRefusal;

const MOST_ITEMS = 200;

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
    const chosen = await itemsOf(trx, context, body, id, input);
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

/** The items of one kind after the other, the proposals by component; each must be one that this body may vote on and this person may see. */
async function itemsOf(
  trx: Trx,
  context: CommandContext,
  body: VotingBody,
  roundId: string,
  { kind, explanation, proposalIds, initiativeIds = [], minutesIds = [], motions = [] }: RoundPreparation,
): Promise<Result<{ items: NewItem[]; labels: Tlp[] }, "item-not-votable" | "no-items" | "too-many-items" | "too-few-options" | "motivation-for-initiatives">> {
  const chosen = [
    ...(await inOrderOfComponent(trx, proposalIds)).map((subjectId) => ({ subjectKind: "proposal", subjectId })),
    ...initiativeIds.map((subjectId) => ({ subjectKind: "initiative", subjectId })),
    ...minutesIds.map((subjectId) => ({ subjectKind: "minutes", subjectId })),
  ];
  const subjects = await chosenSubjects(trx, context, { kind, body }, chosen);
  if (!subjects) return refuse("item-not-votable");
  // The decision on an initiative always has a motivation; here it is the explanation of the round.
  if (kind === "besluit" && initiativeIds.length > 0 && explanation.trim() === "") return refuse("motivation-for-initiatives");
  const texts = [
    ...subjects.map(({ kind: subjectKind, id, number, title, statement, version }) => ({ subjectKind, subjectId: id, number, title, statement, version })),
    ...motions.map(({ title, statement }) => ({ subjectKind: "motion" as const, subjectId: null, number: null, title, statement, version: null })),
  ];
  if (texts.length === 0) return refuse("no-items");
  if (texts.length > MOST_ITEMS) return refuse("too-many-items");
  if (kind === "prioritering" && texts.length < 2) return refuse("too-few-options");
  const items = texts.map((text, index): NewItem => ({ ...text, id: context.newId(), roundId, position: index + 1, stateBefore: null }));
  return accept({ items, labels: subjects.map(({ tlp }) => tlp) });
}
