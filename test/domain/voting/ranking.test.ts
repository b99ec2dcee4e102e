import fc from "fast-check";
import { expect, test } from "vitest";
import { pairwiseCount, rank, type RankedBallot } from "#app/domain/voting/ranking.ts";

const ballots = (...groups: [times: number, ranking: string][]): RankedBallot[] =>
  groups.map(([weight, ranking]) => ({ weight, ranking: ranking.split(">").map((place) => place.split("=")) }));

test("the order of Schulze's own example of 45 ballots is E, A, C, B, D", () => {
  const cast = ballots([5, "A>C>B>E>D"], [5, "A>D>E>C>B"], [8, "B>E>D>A>C"], [3, "C>A>B>E>D"], [7, "C>A>E>B>D"], [2, "C>B>A>D>E"], [7, "D>C>E>B>A"], [8, "E>B>A>D>C"]);
  const { order, pairwise } = rank(["A", "B", "C", "D", "E"], cast);
  expect(order).toEqual([["E"], ["A"], ["C"], ["B"], ["D"]]);
  expect(pairwise["A"]).toEqual({ B: 20, C: 26, D: 30, E: 22 });
});

test("a perfect circle is shown as a tie", () => {
  expect(rank(["A", "B", "C"], ballots([1, "A>B>C"], [1, "B>C>A"], [1, "C>A>B"])).order).toEqual([["A", "B", "C"]]);
});

test("options left out come last, together", () => {
  expect(rank(["A", "B", "C"], ballots([1, "B"])).order).toEqual([["B"], ["A", "C"]]);
});

const options = ["A", "B", "C", "D", "E"];
const anyBallot = fc.record({
  weight: fc.integer({ min: 1, max: 5 }),
  ranking: fc.shuffledSubarray(options).map((chosen) => chosen.map((option) => [option])),
});

test("every option has exactly one place, and an option that beats all others one by one stands first", () => {
  fc.assert(fc.property(fc.array(anyBallot, { maxLength: 12 }), (cast) => {
    const { order, pairwise } = rank(options, cast);
    expect(order.flat().sort()).toEqual(options);
    const winner = options.find((one) => options.every((other) => one === other || (pairwise[one]?.[other] ?? 0) > (pairwise[other]?.[one] ?? 0)));
    if (winner) expect(order[0]).toEqual([winner]);
  }));
});

test("the order of the ballots and of the options makes no difference", () => {
  fc.assert(fc.property(fc.array(anyBallot, { maxLength: 8 }), (cast) => {
    const places = (result: ReturnType<typeof rank>) => result.order.map((place) => [...place].sort());
    expect(places(rank([...options].reverse(), [...cast].reverse()))).toEqual(places(rank(options, cast)));
  }));
});

test("taking one ballot out and putting another in gives what counting anew gives", () => {
  fc.assert(fc.property(fc.array(anyBallot, { minLength: 1, maxLength: 8 }), anyBallot, (cast, changed) => {
    const [former, ...others] = cast;
    const count = pairwiseCount(options);
    for (const ballot of cast) count.add(ballot);
    count.take(former!);
    count.add(changed);
    expect(count.result()).toEqual(rank(options, [...others, changed]));
  }));
});

test("a ranking with an option that is not there, or is there twice, is not counted at all", () => {
  const count = pairwiseCount(options);
  for (const ranking of [[["A"], ["Z"]], [["A"], ["B", "A"]]]) expect(() => count.add({ weight: 1, ranking })).toThrow(RangeError);
  expect(count.result()).toEqual(rank(options, []));
});
