import type { CommandContext } from "#app/commands/context.ts";
import { strictest } from "#app/domain/access/visibility.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { isFollowUp } from "#app/domain/voting/settlement.ts";
import { inTransaction, type Db, type Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { findBodyForRound } from "#db/queries/voting-bodies.ts";
import { deleteItemsOfConcept, insertItem, isOfPulledItem, listItems, type RoundItem } from "#db/queries/voting-items.ts";
import { changeConcept } from "#db/queries/voting-round-writes.ts";
import { findPreviousRound, type StoredRound } from "#db/queries/voting-rounds.ts";
import { checkDeadline } from "./check-deadline.ts";
import { chooseItems, type ItemChoice, type ItemChoiceRefusal } from "./choose-items.ts";
import { holdConcept, type ConceptRefusal, type ConceptSeen } from "./hold-concept.ts";

export interface SubjectChange extends ConceptSeen, ItemChoice {
  readonly title: string;
  /** the day of closing is meant, although people may be away */
  readonly isDeadlineConfirmed?: boolean;
}

export type SubjectRefusal = ConceptRefusal | ItemChoiceRefusal | "items-stand-fixed" | "deadline-on-quiet-day";

/** Whether the items of a concept are fixed: it repeats a text, or stands ready for an item that was pulled out of another round. */
export const hasFixedItems = async (db: Db, round: StoredRound, items: readonly RoundItem[]): Promise<boolean> =>
  isFollowUp(round, items) || (await isOfPulledItem(db, round.id)) || (await isAfterObjections(db, round, items));

/** Whether objections in the round before sent one of these texts to the vote; a motion has no state that says so. */
async function isAfterObjections(db: Db, { kind, previousId }: StoredRound, items: readonly RoundItem[]): Promise<boolean> {
  if (kind !== "besluit" || previousId === null) return false;
  const sent = (await listItems(db, previousId)).filter(({ outcome }) => outcome === "naar_stemming");
  return sent.some((before) => items.some((item) => item.subjectKind === before.subjectKind && item.subjectId === before.subjectId && (item.subjectId !== null || item.statement === before.statement)));
}

/** Changes what a concept is about: title, explanation, kind and items. A round that follows on another keeps its kind and its items. */
export function changeRoundSubject(context: CommandContext, input: SubjectChange): Promise<Result<null, SubjectRefusal>> {
  return inTransaction(context.db, async (trx) => {
    const held = await holdConcept(trx, context, input);
    if (!held.ok) return held;
    const { round, items } = held.value;
    const { title, explanation, kind } = input;
    const isFixed = await hasFixedItems(trx, round, items);
    if (isFixed && kind !== round.kind) return refuse("items-stand-fixed");
    const deadline = await checkDeadline(trx, kind, round.closesAt, (input.isDeadlineConfirmed ?? false) || kind === round.kind);
    if (!deadline.ok) return deadline;

    const placed = isFixed ? accept({}) : await replaceItems(trx, context, round, input);
    if (!placed.ok) return placed;
    await changeConcept(trx, round.id, { title, explanation, kind, ...placed.value });
    await record(trx, context, { act: "round.change", bodyId: round.bodyId, subject: { kind: "round", id: round.id }, payload: { part: "subject", title, kind } });
    return accept(null);
  });
}

async function replaceItems(trx: Trx, context: CommandContext, round: StoredRound, input: SubjectChange) {
  const body = await findBodyForRound(trx, round.bodyId);
  if (!body) throw new Error("a round without a body");
  const chosen = await chooseItems(trx, context, body, round.id, input);
  if (!chosen.ok) return chosen;
  const { items, labels } = chosen.value;
  await deleteItemsOfConcept(trx, round.id);
  for (const item of items) await insertItem(trx, item);
  const previous = await findPreviousRound(trx, round.bodyId, items.flatMap(({ subjectId }) => subjectId ?? []));
  return accept({ sequence: (previous?.sequence ?? 0) + 1, previousId: previous?.id ?? null, tlp: labels.length > 0 ? strictest(labels) : body.defaultTlp });
}
