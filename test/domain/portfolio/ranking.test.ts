import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ADVICE_STAGES, adviceStage, answerAdvice, waitsForInitiative } from "#app/domain/portfolio/advice.ts";
import { checkCriteria, isSameCriterion, type Weighted } from "#app/domain/portfolio/criteria.ts";
import { ranked, whatFits, type Candidate, type Ground, type Wish } from "#app/domain/portfolio/ranking.ts";
import { checkPoints, hasScored, lastScores, pastScores, scoredOn, seatsOnOlder, sightOfScores, standings, weightedTotal } from "#app/domain/portfolio/score.ts";
import { supportOf } from "#app/domain/portfolio/support.ts";
import { PROPOSAL_STATES } from "#app/domain/proposals/proposal.ts";
import { plusQuarters, quartersFrom, type Quarter } from "#app/domain/roadmap/quarter.ts";

const q = (text: string) => text as Quarter;
const first = q("2027-K1");
const WEIGHTS = ["a", "b", "c"];

const aMean = fc.integer({ min: 100, max: 500 });
const someMeans = fc.array(fc.tuple(aMean, aMean, aMean), { minLength: 2, maxLength: 12 });
const someWeights = fc.tuple(...WEIGHTS.map(() => fc.integer({ min: 1, max: 100 }))) as fc.Arbitrary<[number, number, number]>;
const order = (means: readonly (readonly number[])[], weights: readonly number[]): string[] =>
  ranked(means.map((own, place) => ({ number: `INI-${String(place).padStart(3, "0")}`, total: weightedTotal(own.map((mean, at) => ({ mean, weight: weights[at] ?? 1 }))) }))).map(({ number }) => number);

describe("the ranking", () => {
  test("raising a weight never lowers an initiative that scores best on it", () => {
    fc.assert(
      fc.property(someMeans, someWeights, fc.integer({ min: 0, max: 2 }), fc.integer({ min: 1, max: 100 }), (means, weights, at, more) => {
        const best = means.reduce((top, own, place) => ((own[at] ?? 0) > (means[top]?.[at] ?? 0) ? place : top), 0);
        const number = `INI-${String(best).padStart(3, "0")}`;
        const raised = weights.map((weight, place) => (place === at ? weight + more : weight));
        expect(order(means, raised).indexOf(number)).toBeLessThanOrEqual(order(means, weights).indexOf(number));
      }),
    );
  });

  test("what has no score comes last, equal scores stand by number", () => {
    expect(ranked([{ number: "INI-3", total: null }, { number: "INI-2", total: 5 }, { number: "INI-1", total: 5 }, { number: "INI-4", total: 9 }]).map(({ number }) => number)).toEqual(["INI-4", "INI-1", "INI-2", "INI-3"]);
  });
});

const aCandidate = (number: string): fc.Arbitrary<Candidate> =>
  fc.record({
    number: fc.constant(number),
    total: fc.option(fc.integer({ min: 100, max: 50_000 })),
    place: fc.option(fc.record({ start: fc.integer({ min: 0, max: 8 }).map((from) => plusQuarters(first, from)), efforts: fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 5 }) }), { freq: 8 }),
    needs: fc.subarray(["INI-0", "INI-1", "INI-2", "INI-3", "INI-4", "INI-5", "RM-1"].filter((one) => one !== number), { maxLength: 2 }),
  });
const someCandidates = fc.tuple(...Array.from({ length: 6 }, (_, place) => aCandidate(`INI-${place}`)));
const quarters = quartersFrom(plusQuarters(first, -2), plusQuarters(first, 16));
const perQuarter = (most: number) => fc.array(fc.integer({ min: 0, max: most }), { minLength: quarters.length, maxLength: quarters.length }).map((amounts) => new Map(quarters.map((quarter, place) => [quarter, amounts[place] ?? 0])));
const aGround: fc.Arbitrary<Ground> = fc.record({ capacity: perQuarter(14), taken: perQuarter(8), ends: fc.constant(new Map([["RM-1", plusQuarters(first, 2)]])) });
const someWishes = fc.array(fc.record({ stance: fc.constantFrom("eerst", "gewoon", "weg") as fc.Arbitrary<Wish["stance"]>, shift: fc.integer({ min: -2, max: 6 }) }), { maxLength: 6 }).map((list) => new Map(list.map((wish, place) => [`INI-${place}`, wish])));

describe("what fits", () => {
  test("a scenario never asks more people than there are in a quarter in which it puts something", () => {
    fc.assert(
      fc.property(someCandidates, someWishes, aGround, (candidates, wishes, ground) => {
        const asked = new Map<Quarter, number>();
        for (const { number, start, misfit } of whatFits(candidates, wishes, ground)) {
          const efforts = misfit === null && start !== null ? (candidates.find((one) => one.number === number)?.place?.efforts ?? []) : [];
          efforts.forEach((fte, place) => fte > 0 && asked.set(plusQuarters(start ?? first, place), (asked.get(plusQuarters(start ?? first, place)) ?? 0) + fte));
        }
        for (const [quarter, people] of asked) expect(people + (ground.taken.get(quarter) ?? 0)).toBeLessThanOrEqual(ground.capacity.get(quarter) ?? -1);
      }),
    );
  });

  test("the order in which candidates come makes no difference", () => {
    fc.assert(
      fc.property(someCandidates.chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length }))), someWishes, aGround, ([all, shuffled], wishes, ground) => {
        expect(whatFits(shuffled, wishes, ground)).toEqual(whatFits(all, wishes, ground));
      }),
    );
  });

  test("nothing fits before what it needs has ended, and everybody gets an answer once", () => {
    fc.assert(
      fc.property(someCandidates, someWishes, aGround, (candidates, wishes, ground) => {
        const fits = whatFits(candidates, wishes, ground);
        expect(fits.map(({ number }) => number).sort()).toEqual(candidates.map(({ number }) => number).sort());
        const ends = new Map([...ground.ends, ...fits.flatMap(({ number, end, misfit }) => (misfit === null && end !== null ? [[number, end] as const] : []))]);
        for (const { number, start, misfit } of fits) {
          if (misfit !== null) continue;
          for (const need of candidates.find((one) => one.number === number)?.needs ?? []) expect((ends.get(need) ?? "9999-K4") < (start ?? "")).toBe(true);
        }
      }),
    );
  });

  const place = (start: string, ...efforts: number[]) => ({ start: q(start), efforts });
  const ground = (capacity: number): Ground => ({ capacity: new Map(quartersFrom(q("2027-K1"), q("2027-K4")).map((quarter) => [quarter, capacity])), taken: new Map([[q("2027-K1"), 2]]), ends: new Map([["RM-1", q("2027-K2")]]) });
  const one = (number: string, total: number, more: Partial<Candidate> = {}): Candidate => ({ number, total, place: place("2027-K1", 2), needs: [], ...more });

  test("says why something does not fit", () => {
    const fits = whatFits(
      [one("A", 9), one("B", 8), one("C", 7, { place: null }), one("D", 6, { needs: ["RM-1"] }), one("E", 5, { needs: ["B"], place: place("2027-K3", 1) }), one("F", 4, { place: place("2028-K1", 1) }), one("G", 3)],
      new Map([["G", { stance: "weg", shift: 0 }]]),
      ground(4),
    );
    expect(Object.fromEntries(fits.map(({ number, misfit }) => [number, misfit]))).toEqual({
      A: null, B: { why: "too-full", quarter: "2027-K1", short: 2 }, C: { why: "no-place" }, D: { why: "starts-too-early", needs: "RM-1" }, E: { why: "waits-for", needs: "B" },
      F: { why: "capacity-unknown", quarter: "2028-K1" }, G: { why: "left-out" },
    });
  });

  test("what the best needs comes along in its turn, and keeps its own turn when the best has no place after all", () => {
    const empty: Ground = { ...ground(5), taken: new Map() };
    const [best, needed, third] = [one("A", 500, { needs: ["B"], place: { start: q("2027-K2"), efforts: [5] } }), one("B", 100, { place: { start: q("2027-K1"), efforts: [1] } }), one("C", 300, { place: { start: q("2027-K2"), efforts: [5] } })];
    const chosen = (candidates: readonly Candidate[]) => whatFits(candidates, new Map(), empty).filter(({ misfit }) => misfit === null).map(({ number }) => number);
    expect(chosen([best, needed, third])).toEqual(["A", "B"]);
    expect(chosen([{ ...best, place: { start: q("2027-K2"), efforts: [9] } }, needed, { ...third, place: { start: q("2027-K1"), efforts: [5] } }])).toEqual(["C"]);
  });

  test("what goes first gets the room, and a shift makes room", () => {
    const both = [one("A", 9), one("B", 8)];
    expect(whatFits(both, new Map([["B", { stance: "eerst", shift: 0 }]]), ground(4)).map(({ number, misfit }) => [number, misfit === null])).toEqual([["B", true], ["A", false]]);
    expect(whatFits(both, new Map([["B", { stance: "gewoon", shift: 1 }]]), ground(4)).map(({ start, misfit }) => [start, misfit])).toEqual([["2027-K1", null], ["2027-K2", null]]);
  });
});

describe("scores", () => {
  const criteria = [{ id: "a", weight: 30 }, { id: "b", weight: 10 }];
  const score = (seatId: string, criterionId: string, points: number, turn = 1) => ({ seatId, criterionId, points, turn });
  const given = [score("s1", "a", 5), score("s1", "b", 1), score("s2", "a", 2), score("s2", "b", 3), score("s1", "a", 4, 2)];

  test("the last turn of a seat counts, and the spread tells how far the seats lie apart", () => {
    expect(lastScores(given)).toHaveLength(4);
    const stand = standings(given, criteria);
    expect(stand).toEqual([
      { criterionId: "a", weight: 30, seats: 2, mean: 300, lowest: 2, highest: 4, spread: 100 },
      { criterionId: "b", weight: 10, seats: 2, mean: 200, lowest: 1, highest: 3, spread: 100 },
    ]);
    expect([weightedTotal(stand), weightedTotal(standings(given, [...criteria, { id: "c", weight: 1 }]))]).toEqual([11_000, null]);
  });

  test("a form gives points of 1 to 5 on every criterion", () => {
    const points = (a: number | null, b: number | null) => checkPoints(new Map([["a", a], ["b", b]]), criteria);
    expect([points(1, 5).ok, points(3, null), points(0, 3), points(6, 3), checkPoints(new Map(), [])]).toEqual([true, ...["points-missing", "points-invalid", "points-invalid", "criteria-missing"].map((refusal) => ({ ok: false, refusal }))]);
  });

  test("nobody with a seat sees the scores of others before giving the own, and strangers nothing before the decision", () => {
    const sight = (hasSeat: boolean, scored: boolean, mayRead: boolean) => [false, true].map((isDecided) => sightOfScores({ hasSeat, hasScored: scored, mayRead }, isDecided));
    expect(sight(true, false, true)).toEqual(["own-first", "all"]);
    expect(sight(true, true, true)).toEqual(["all", "all"]);
    expect(sight(false, false, true)).toEqual(["all", "all"]);
    expect(sight(false, false, false)).toEqual(["none", "figures"]);
    expect([hasScored(given, "s1", criteria), hasScored(given, "s3", criteria), hasScored(given, "s1", [...criteria, { id: "c", weight: 1 }]), hasScored(given, null, criteria)]).toEqual([true, false, false, false]);
  });

  test("a seat scored on older criteria as soon as one that counts now has none of its points; a weight makes no difference", () => {
    const [reworded, reweighed] = [[criteria[0]!, { id: "c", weight: 10 }], criteria.map((one) => ({ ...one, weight: 99 }))];
    expect([criteria, reweighed, reworded].map((now) => ["s1", "s3", null].map((seat) => scoredOn(given, seat, now)))).toEqual([["current", "none", "none"], ["current", "none", "none"], ["older", "none", "none"]]);
    expect([seatsOnOlder(given, reworded), pastScores(given, reworded).map(({ criterionId, points }) => [criterionId, points])]).toEqual([["s1", "s2"], [["b", 1], ["b", 3]]]);
    expect([seatsOnOlder([...given, score("s1", "c", 2, 3)], reworded), pastScores(given, reweighed)]).toEqual([["s2"], []]);
  });

  test("criteria have words, weights and names of their own; the same words keep their scores", () => {
    const good: Weighted = { title: "Nut", meaning: "Wat levert het op?", lowest: "Niets", highest: "Veel", weight: 10 };
    const check = (...list: Weighted[]) => checkCriteria(list);
    expect(check(good).ok).toBe(true);
    expect([check(), check(good, { ...good, title: "nut " }), check({ ...good, meaning: " " }), check({ ...good, weight: 0 }), check({ ...good, weight: 1.5 }), check(...Array.from({ length: 11 }, (_, place) => ({ ...good, title: `Nut ${place}` })))].map((one) => !one.ok && one.refusal)).toEqual(["criteria-missing", "criterion-twice", "criterion-incomplete", "weight-invalid", "weight-invalid", "too-many-criteria"]);
    expect([isSameCriterion(good, { ...good, weight: 99 } as Weighted), isSameCriterion(good, { ...good, highest: "Heel veel" })]).toEqual([true, false]);
  });
});

test("the last open vote of each seat on each proposal counts for the support", () => {
  const vote = (organisation: string, proposal: string, choice: "voor" | "tegen" | "akkoord_mits" | "onthouden", closesAt: string) => ({ organisation, code: null, proposal, choice, closesAt });
  expect(supportOf([vote("Ede", "NET-1", "tegen", "2026-01"), vote("Ede", "NET-1", "voor", "2026-02"), vote("Ede", "NET-2", "akkoord_mits", "2026-01"), vote("Goes", "NET-1", "onthouden", "2026-02")])).toEqual([
    { organisation: "Ede", code: null, inFavour: 1, withCondition: 1, abstained: 0, against: 0 },
    { organisation: "Goes", code: null, inFavour: 0, withCondition: 0, abstained: 1, against: 0 },
  ]);
});

describe("an advies of the Adviesraad", () => {
  test("has a stage in every state of a proposal, and a portfolio decision answers it", () => {
    const stages = PROPOSAL_STATES.map((state) => [adviceStage({ state, isAnswered: false }), adviceStage({ state, isAnswered: true })]);
    expect(stages.flat().every((stage) => ADVICE_STAGES.includes(stage))).toBe(true);
    expect((["draft", "adopted", "in_portfolio", "planned", "withdrawn"] as const).map((state) => adviceStage({ state, isAnswered: false }))).toEqual(["concept", "vastgesteld", "aangeboden", "beantwoord", "gestopt"]);
    expect(adviceStage({ state: "in_portfolio", isAnswered: true })).toBe("beantwoord");
  });

  test("waits for an initiative as long as it is in the portfolio without an answer", () => {
    expect(PROPOSAL_STATES.filter((state) => waitsForInitiative({ state, isAnswered: false }))).toEqual(["in_portfolio"]);
    expect(PROPOSAL_STATES.filter((state) => waitsForInitiative({ state, isAnswered: true }))).toEqual([]);
  });

  test("is answered once, when it was offered, with words and a reason, outside an initiative", () => {
    const advice = { isAdvice: true, state: "in_portfolio", isAnswered: false, isInInitiative: false } as const;
    const answer = { kind: "deels", dictum: "Deels.", motivation: "Geen geld." } as const;
    expect([answerAdvice(advice, answer), answerAdvice(advice, { ...answer, kind: "niet" })]).toEqual([{ ok: true, value: { declines: false } }, { ok: true, value: { declines: true } }]);
    for (const state of PROPOSAL_STATES.filter((one) => one !== "in_portfolio")) expect([state, answerAdvice({ ...advice, state }, answer)]).toEqual([state, { ok: false, refusal: "not-offered" }]);
    const refusals = [answerAdvice({ ...advice, isAdvice: false }, answer), answerAdvice({ ...advice, isAnswered: true }, answer), answerAdvice({ ...advice, isInInitiative: true }, answer), answerAdvice(advice, { ...answer, dictum: " " }), answerAdvice(advice, { ...answer, motivation: "" })];
    expect(refusals.map((one) => !one.ok && one.refusal)).toEqual(["not-an-advice", "already-answered", "in-initiative", "answer-missing", "motivation-missing"]);
  });
});
