import fc from "fast-check";
import { expect, test } from "vitest";
import { numbersOf, optionsOf, parseRanking, rankingOf, rankingText } from "#app/domain/voting/ranked-choice.ts";

const OPTIONS = ["A", "B", "C", "D"];

test("numbers become places: equal numbers together, gaps closed, the rest left out", () => {
  expect(rankingOf(new Map([["B", 5], ["A", 1], ["C", 5]]))).toEqual([["A"], ["B", "C"]]);
});

test("an option is called by its number, a free text by its place", () => {
  expect(optionsOf([{ number: "INI-001", position: 1 }, { number: null, position: 2 }])).toEqual(["INI-001", "tekst-2"]);
});

test.each(["", "voor", "[]", "[[]]", '[["A"],["A"]]', '[["X"]]', '["A"]', "[[1]]", "{}"])("%s is no ranking", (text) => {
  expect(parseRanking(text, OPTIONS)).toBeNull();
});

test("what a form says comes back from the ballot as it went in", () => {
  const numbers = fc.dictionary(fc.constantFrom(...OPTIONS), fc.integer({ min: 1, max: 9 }), { minKeys: 1, noNullPrototype: true });
  fc.assert(
    fc.property(numbers, (typed) => {
      const ranking = rankingOf(new Map(Object.entries(typed)));
      const kept = parseRanking(rankingText(ranking), OPTIONS);
      expect(kept).toEqual(ranking);
      for (const [one, place] of numbersOf(ranking)) for (const [other, place2] of numbersOf(ranking)) expect(Math.sign((typed[one] ?? 0) - (typed[other] ?? 0))).toBe(Math.sign(place - place2));
    }),
  );
});
