import type { CommandContext } from "#app/commands/context.ts";
import { countOf, type ItemCount } from "#app/domain/voting/count.ts";
import { parsePublished } from "#app/domain/voting/published-parser.ts";
import { recount } from "#app/domain/voting/recount.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { roundName, verdictText } from "#app/text/voting.ts";
import { optionsOf } from "#app/domain/voting/ranked-choice.ts";
import { aboutItemsText } from "#app/text/voting-kinds.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { resultText } from "#app/text/voting-result.ts";
import type { Db } from "#db/client.ts";
import { listDecisionsOfRound } from "#db/queries/voting-decisions.ts";
import { listFrozenSeats, type FrozenSeat } from "#db/queries/voting-electorate.ts";
import { listItems, type RoundItem } from "#db/queries/voting-items.ts";
import { listRepresented } from "#db/queries/partnerships.ts";
import { countLoaded, countRound } from "#db/queries/voting-results.ts";
import { findStoredResult, type StoredRound } from "#db/queries/voting-rounds.ts";
import { figuresOf, historyOf, missingOf, namedRoundsOf, partsOf, remarksOf } from "./result-view.ts";

/** What the uitslag shows of one item of a round. The caller made sure that this reader may see the result. */
export async function loadResult({ db, actor, now }: CommandContext, round: StoredRound, position: number, isRecounting: boolean) {
  const items = await listItems(db, round.id);
  const seats = await listFrozenSeats(db, round.id);
  const counts = await countsOf(db, round, items, seats);
  const isRanking = round.kind === "prioritering";
  const item = (isRanking ? items[0] : (items.find((one) => one.position === position && one.pulledAt === null) ?? items.find((one) => one.pulledAt === null) ?? items[0])) ?? notFound();
  const counted = counts.get(item.id) ?? null;
  if (counted === null) return null;
  const isMember = actor.memberships.some(({ bodyId }) => bodyId === round.bodyId);
  const named = await namedRoundsOf(db, actor, round, item, now());
  const decisions = round.establishedAt === null ? [] : await listDecisionsOfRound(db, actor, round.id, now());
  const isWeighted = seats.some(({ weight }) => weight !== 1);
  const sentence = (one: RoundItem): string => {
    const count = counts.get(one.id);
    return count ? verdictText(count, { isWeighted, isAdvice: one.stateBefore === "in_advice", rule: round.rule }) : "";
  };
  const frozenWeight = seats.reduce((sum, seat) => (seat.recusedFrom.includes(item.id) ? sum : sum + seat.weight), 0);
  return {
    title: items.length === 1 ? item.title : round.title,
    kicker: [...(item.number === null || isRanking ? [] : [item.number]), ...(item.version === null || isRanking ? [] : [roundText.version(item.version)]), round.body.name, roundName(round.kind, round.sequence).toLowerCase()].join(" · "),
    ranking: counted.result ?? null,
    optionTitles: Object.fromEntries(optionsOf(items).map((option, index) => [option, items[index]?.number === null ? (items[index]?.title ?? "") : `${option} ${items[index]?.title ?? ""}`])),
    itemTitle: item.title,
    itemHref: item.subjectKind === "proposal" && item.number !== null && !isRanking ? href(paths.proposal, { number: item.number }) : null,
    outcome: counted.outcome ?? null,
    sentence: sentence(item),
    decision: decisions.find(({ itemId }) => itemId === item.id)?.number ?? null,
    advicePoints: item.advicePoints,
    figures: figuresOf(counted, round.rule),
    parts: partsOf(counted, round.rule, frozenWeight),
    isWeighted,
    hasBase: round.kind === "besluit",
    history: historyOf(named),
    missing: isMember || round.visibility === "openbaar" ? missingOf(seats, item, named, await listRepresented(db, seats.map(({ organisationId }) => organisationId), round.openedAt ?? now())) : null,
    remarks: isMember ? await remarksOf(db, round, item, seats, named) : [],
    others:
      items.length === 1 || isRanking
        ? []
        : items.map((one) => ({
            position: one.position,
            isShown: one.id === item.id,
            name: one.number === null ? one.title : `${one.number} ${one.title}`,
            outcome: counts.get(one.id)?.outcome ?? null,
            sentence: one.pulledAt === null ? sentence(one) : aboutItemsText.pulled,
          })),
    ...(isRecounting ? await recounted(db, round) : { recounted: null, document: null }),
  };
}

/** Figures as they were stored; before that, counted now by the same function. */
async function countsOf(db: Db, round: StoredRound, items: readonly RoundItem[], seats: readonly FrozenSeat[]): Promise<Map<string, ItemCount>> {
  if (round.establishedAt !== null) return new Map(items.flatMap(({ id, count }) => (count ? [[id, count] as const] : [])));
  const { published } = await countLoaded(db, round, items, seats);
  return new Map(
    published.items.flatMap((item) => {
      const count = countOf(item);
      return count ? [[item.id, count] as const] : [];
    }),
  );
}

/** Counts the stored document again and says in one sentence what came out; with the document, for a browser that counts too. */
async function recounted(db: Db, round: StoredRound): Promise<{ recounted: string; document: string }> {
  const stored = await findStoredResult(db, round.id);
  const document: unknown = stored === null ? (await countRound(db, round)).published : JSON.parse(stored);
  // In a script element nothing but the end tag matters; it cannot occur in JSON without this character.
  return { recounted: sentenceOf(document), document: JSON.stringify(document).replaceAll("<", "\\u003c") };
}

function sentenceOf(document: unknown): string {
  const parsed = parsePublished(document);
  if (!parsed.ok) return resultText.recountWrong(parsed.refusal);
  const again = recount(parsed.value);
  if (again.every(({ count }) => count === null)) return resultText.recountHidden;
  const wrong = again.flatMap(({ id, differences }) => differences.map((name) => `${id} ${name}`));
  return wrong.length === 0 ? resultText.recountRight : resultText.recountWrong(wrong.join(", "));
}
