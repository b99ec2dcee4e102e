import { accept, refuse, type Result } from "../shared/result.ts";
import { isChoiceOf, ROUND_KINDS, type RoundKind } from "./choice.ts";
import type { CountedBallot } from "./count.ts";
import { FORMAT } from "./published.ts";
import { BASES, checkRule, PRESETS, ruleOf, type CastingVote, type Fraction, type RuleSet } from "./rule.ts";
import { hasExactWeights, type CountedSeat } from "./tally.ts";

/** What counting needs of a published round; the rest of the file is not judged. */
export interface CountableRound {
  readonly kind: RoundKind;
  readonly rule: RuleSet;
  readonly options: readonly string[];
  readonly seats: readonly (CountedSeat & { readonly recusedFrom: readonly string[] })[];
  readonly items: readonly CountableItem[];
}

export interface CountableItem {
  readonly id: string;
  readonly ballots: readonly CountedBallot[] | null;
  /** how the voorzitter decided a tie, where the rule set allows that */
  readonly castingVote: CastingVote | null;
  readonly claims: { readonly tally?: unknown; readonly outcome?: unknown; readonly support?: unknown; readonly result?: unknown };
}

export const FLAWS = [
  "not-an-object", "not-a-list", "not-text", "not-a-whole-number", "not-yes-or-no", "unknown-format", "unknown-kind", "bad-rule",
  "duplicate", "unknown-seat", "unknown-item", "unknown-choice", "unknown-option", "recused-seat", "weights-too-large", "presence-missing",
] as const;
export type Flaw = (typeof FLAWS)[number];

/** Where a file is malformed, and how. */
class Malformed extends Error {
  constructor(readonly at: string, readonly flaw: Flaw) {
    super(`${at}: ${flaw}`);
  }
}

/**
 * Reads a downloaded round as far as counting goes. Refuses with the place and the flaw: `items[0].ballots[3].seat unknown-seat`.
 */
export function parsePublished(file: unknown): Result<CountableRound, `${string} ${Flaw}`> {
  try {
    return accept(roundOf(file));
  } catch (error) {
    if (error instanceof Malformed) return refuse(`${error.at} ${error.flaw}`);
    throw error;
  }
}

function roundOf(raw: unknown): CountableRound {
  const file = record(raw, "(file)");
  if (file["format"] !== FORMAT) throw new Malformed("format", "unknown-format");
  const head = record(file["round"], "round");
  const kind = ROUND_KINDS.find((known) => known === head["kind"]) ?? fail("round.kind", "unknown-kind");
  const rule = ruleFrom(file["rule"], kind);
  const options = kind === "prioritering" ? distinct(list(head["options"], "round.options").map((option, n) => text(option, `round.options[${n}]`)), "round.options") : [];
  const rawItems = list(file["items"], "items").map((item, n) => record(item, `items[${n}]`));
  const itemIds = distinct(rawItems.map((item, n) => text(item["id"], `items[${n}].id`)), "items");
  const seats = list(file["seats"], "seats").map((seat, n) => seatFrom(record(seat, `seats[${n}]`), `seats[${n}]`, new Set(itemIds)));
  distinct(seats.map(({ id }) => id), "seats");
  if (!hasExactWeights(seats)) throw new Malformed("seats", "weights-too-large");
  if (rule.majority.base === "aanwezig" && seats.some(({ present }) => present === undefined)) throw new Malformed("seats", "presence-missing");
  const items = rawItems.map((item, n) => itemFrom(item, `items[${n}]`, { kind, options: new Set(options), seats }));
  return { kind, rule, options, seats, items };
}

function ruleFrom(raw: unknown, kind: RoundKind): RuleSet {
  const rule = raw === undefined && kind !== "besluit" ? { quorum: null } : record(raw, "rule");
  const majority = kind === "besluit" ? majorityFrom(rule["majority"]) : PRESETS.gewoon;
  const quorum = rule["quorum"] === null ? null : fractionFrom(rule["quorum"], "rule.quorum");
  const objections = rule["objections"] === undefined ? 1 : whole(rule["objections"], "rule.objections");
  const secondTie = rule["secondTie"] === undefined ? false : yesNo(rule["secondTie"], "rule.secondTie");
  const castingVote = rule["castingVote"] === undefined ? false : yesNo(rule["castingVote"], "rule.castingVote");
  const checked = checkRule(ruleOf("gewoon", { quorum, majority, secondTie, objections, ...(castingVote && { castingVote }) }));
  return checked.ok ? checked.value : fail("rule", "bad-rule");
}

function majorityFrom(raw: unknown): RuleSet["majority"] {
  const base = BASES.find((known) => known === record(raw, "rule.majority")["base"]) ?? fail("rule.majority.base", "bad-rule");
  return { ...fractionFrom(raw, "rule.majority"), base };
}

function fractionFrom(raw: unknown, at: string): Fraction {
  const { num, den, strict } = record(raw, at);
  return { num: whole(num, `${at}.num`), den: whole(den, `${at}.den`), strict: yesNo(strict, `${at}.strict`) };
}

function seatFrom(seat: Fields, at: string, items: ReadonlySet<string>): CountableRound["seats"][number] {
  const recusedFrom = list(seat["recusedFrom"] ?? [], `${at}.recusedFrom`).map((item, n) => text(item, `${at}.recusedFrom[${n}]`));
  const stray = recusedFrom.findIndex((item) => !items.has(item));
  if (stray >= 0) throw new Malformed(`${at}.recusedFrom[${stray}]`, "unknown-item");
  const weight = seat["weight"] === undefined ? 1 : whole(seat["weight"], `${at}.weight`);
  if (weight < 1) throw new Malformed(`${at}.weight`, "not-a-whole-number");
  return {
    id: text(seat["id"], `${at}.id`),
    weight,
    recusedFrom,
    ...(seat["notified"] === undefined ? {} : { notified: yesNo(seat["notified"], `${at}.notified`) }),
    ...(seat["present"] === undefined ? {} : { present: yesNo(seat["present"], `${at}.present`) }),
  };
}

interface Frame {
  readonly kind: RoundKind;
  readonly options: ReadonlySet<string>;
  readonly seats: CountableRound["seats"];
}

function itemFrom(item: Fields, at: string, frame: Frame): CountableItem {
  const id = text(item["id"], `${at}.id`);
  const { tally, outcome, support, result } = item;
  const claims = { tally, outcome, support, result };
  const castingVote = item["castingVote"] === undefined ? null : castingVoteFrom(record(item["castingVote"], `${at}.castingVote`), `${at}.castingVote`);
  if (item["ballots"] === null) return { id, ballots: null, castingVote, claims };
  const recused = new Map(frame.seats.map((seat) => [seat.id, seat.recusedFrom.includes(id)]));
  const seen = new Set<string>();
  const ballots = list(item["ballots"], `${at}.ballots`).map((raw, n): CountedBallot => {
    const place = `${at}.ballots[${n}]`;
    const ballot = record(raw, place);
    const seat = text(ballot["seat"], `${place}.seat`);
    if (!recused.has(seat)) throw new Malformed(`${place}.seat`, "unknown-seat");
    if (recused.get(seat)) throw new Malformed(`${place}.seat`, "recused-seat");
    if (seen.has(seat)) throw new Malformed(`${place}.seat`, "duplicate");
    seen.add(seat);
    return frame.kind === "prioritering"
      ? { seat, ranking: rankingFrom(ballot["ranking"], `${place}.ranking`, frame.options) }
      : { seat, choice: choiceFrom(ballot["choice"], `${place}.choice`, frame.kind) };
  });
  return { id, ballots, castingVote, claims };
}

function castingVoteFrom({ choice, reason }: Fields, at: string): CastingVote {
  if (choice !== "voor" && choice !== "tegen") return fail(`${at}.choice`, "unknown-choice");
  return { choice, reason: text(reason, `${at}.reason`) };
}

function choiceFrom(raw: unknown, at: string, kind: RoundKind): string {
  const choice = text(raw, at);
  return isChoiceOf(kind, choice) ? choice : fail(at, "unknown-choice");
}

function rankingFrom(raw: unknown, at: string, options: ReadonlySet<string>): string[][] {
  const seen = new Set<string>();
  return list(raw, at).map((place, n) =>
    list(place, `${at}[${n}]`).map((entry) => {
      const option = text(entry, `${at}[${n}]`);
      if (!options.has(option)) throw new Malformed(`${at}[${n}]`, "unknown-option");
      if (seen.has(option)) throw new Malformed(`${at}[${n}]`, "duplicate");
      seen.add(option);
      return option;
    }),
  );
}

type Fields = Readonly<Record<string, unknown>>;

const fail = (at: string, flaw: Flaw): never => {
  throw new Malformed(at, flaw);
};
const record = (raw: unknown, at: string): Fields =>
  typeof raw === "object" && raw !== null && !Array.isArray(raw) ? (raw as Fields) : fail(at, "not-an-object");
const list = (raw: unknown, at: string): readonly unknown[] => (Array.isArray(raw) ? raw : fail(at, "not-a-list"));
const text = (raw: unknown, at: string): string => (typeof raw === "string" && raw !== "" ? raw : fail(at, "not-text"));
const whole = (raw: unknown, at: string): number => (Number.isSafeInteger(raw) ? (raw as number) : fail(at, "not-a-whole-number"));
const yesNo = (raw: unknown, at: string): boolean => (typeof raw === "boolean" ? raw : fail(at, "not-yes-or-no"));

function distinct(values: string[], at: string): string[] {
  const seen = new Set<string>();
  values.forEach((value, n) => (seen.has(value) ? fail(`${at}[${n}]`, "duplicate") : seen.add(value)));
  return values;
}
