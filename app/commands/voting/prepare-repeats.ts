import { personOf, type CommandContext } from "#app/commands/context.ts";
import { later } from "#app/domain/shared/instant.ts";
import { nextRoundAfter, NEXT_ROUNDS, ruleAfter, type NextRound } from "#app/domain/voting/settlement.ts";
import type { Trx } from "#db/client.ts";
import { record } from "#db/queries/audit.ts";
import { insertItem, type RoundItem } from "#db/queries/voting-items.ts";
import type { CountedRound } from "#db/queries/voting-results.ts";
import { insertRound } from "#db/queries/voting-round-writes.ts";
import { type StoredRound } from "#db/queries/voting-rounds.ts";

/**
 * Prepares what an established result asks for: one herstemming on the tied items, a besluit on those that met objections, a second
 * call on those that missed the quorum. All are concepts on the same text, as long as the first round; the secretaris opens them. The objections stay with the first round,
 * where its members read them beside the new one: an explanation would show them to everybody. Returns their ids.
 */
export async function prepareRepeats(trx: Trx, context: CommandContext, round: StoredRound, { items, published }: CountedRound): Promise<string[]> {
  const asked = (what: NextRound) =>
    items.filter((item) => item.pulledAt === null && nextRoundAfter(published.items.find(({ id }) => id === item.id)?.outcome ?? null, round) === what);
  const prepared: string[] = [];
  for (const what of NEXT_ROUNDS) {
    const again = asked(what);
    if (again.length === 0) continue;
    prepared.push(await repeat(trx, context, round, again, what));
  }
  return prepared;
}

async function repeat(trx: Trx, context: CommandContext, round: StoredRound, items: readonly RoundItem[], what: NextRound): Promise<string> {
  const [id, now] = [context.newId(), context.now()];
  const length = Math.max(MINUTE, Date.parse(round.closesAt) - Date.parse(round.opensAt));
  await insertRound(trx, {
    ...{ id, bodyId: round.bodyId, title: round.title, explanation: round.explanation, kind: "besluit", visibility: round.visibility, tlp: round.tlp },
    ...{ sequence: round.sequence + 1, previousId: round.id, rule: ruleAfter(round.rule, what), isSecondCall: what === "tweede_oproep" },
    ...{ opensAt: now, closesAt: later(now, length), createdBy: personOf(context), createdAt: now },
  });
  for (const [index, item] of items.entries()) {
    const { subjectKind, subjectId, number, title, statement, version, stateBefore } = item;
    await insertItem(trx, { id: context.newId(), roundId: id, position: index + 1, subjectKind, subjectId, number, title, statement, version, stateBefore });
  }
  await record(trx, context, { act: "round.prepare", bodyId: round.bodyId, subject: { kind: "round", id }, payload: { kind: "besluit", items: items.length, after: round.id } });
  return id;
}

const MINUTE = 60_000;
