import { dateTime } from "#app/text/format.ts";
import { choiceText, roundKindText, ruleText } from "#app/text/voting.ts";
import { roundText } from "#app/text/voting-pages.ts";
import { newRoundText, reviewText, roundPartText } from "#app/text/voting-preparing.ts";
import type { FieldRow } from "#app/ui/fields.tsx";
import type { Db } from "#db/client.ts";
import type { RoundItem } from "#db/queries/voting-items.ts";
import type { StoredRound } from "#db/queries/voting-rounds.ts";
import { quietDayAt } from "./load-quiet-day.ts";

type Row = FieldRow & { readonly value: string };

/** What a concept is about, as it is stored. */
export const subjectRows = ({ title, explanation, kind }: StoredRound, items: readonly RoundItem[]): Row[] => [
  { term: newRoundText.name, value: title },
  { term: newRoundText.explanation, value: explanation === "" ? reviewText.noExplanation : explanation },
  { term: newRoundText.kind, value: roundKindText[kind] },
  { term: roundText.items, value: [`${reviewText.items(items.length)}:`, ...items.map(({ number, title: name }) => (number === null ? name : `${number} ${name}`))].join("\n") },
];

/** How it will be counted and who will see it. */
export const ruleRows = ({ kind, rule, visibility }: StoredRound): Row[] => [
  ...(kind === "besluit" || kind === "stilte" ? [{ term: roundText.rule, value: ruleText(rule) }] : []),
  ...(kind === "stilte" ? [{ term: reviewText.objections, value: String(rule.objections) }] : []),
  ...(rule.motivation.length > 0 ? [{ term: reviewText.motivationTerm, value: reviewText.motivation(rule.motivation.map((choice) => choiceText[choice])) }] : []),
  ...(rule.earlyClose ? [{ term: reviewText.endTerm, value: reviewText.earlyClose }] : []),
  { term: roundPartText.visibility, value: roundText[visibility] },
];

/** When it opens and closes, with a warning when people may be away then. */
export async function dateRows(db: Db, { opensAt, closesAt }: StoredRound): Promise<Row[]> {
  const quiet = await quietDayAt(db, closesAt);
  return [
    { term: roundPartText.opensAt, value: dateTime(opensAt) },
    { term: roundPartText.closesAt, value: quiet === null ? dateTime(closesAt) : `${dateTime(closesAt)}. ${quiet}` },
  ];
}
