import { expect, test } from "vitest";
import type { Choice } from "#app/domain/voting/choice.ts";
import { compareRounds, conditionsAnswered, supportOf, turnoutByProvince, type ComparedRound } from "#app/domain/voting/comparison.ts";

const round = (choices: Record<string, Choice | null>): ComparedRound => ({
  seats: Object.keys(choices).map((seatId) => ({ seatId, name: seatId })),
  choices: new Map(Object.entries(choices).flatMap(([seat, choice]) => (choice ? [[seat, choice] as const] : []))),
});
const movesOf = (...rounds: ComparedRound[]) => compareRounds(rounds).map(({ name, cells }) => `${name}: ${cells.map((cell) => `${cell.kind}/${cell.move ?? "-"}`).join(" ")}`);

test.each([
  ["akkoord_mits", "voor", "condition-met"],
  ["akkoord_mits", "akkoord", "condition-met"],
  ["akkoord_mits", "akkoord_mits", "condition-kept"],
  ["akkoord_mits", "tegen", "condition-missed"],
  ["niet_akkoord", "akkoord_mits", "up"],
  ["akkoord", "onthouden", "down"],
  ["akkoord", "voor", "-"],
] as const)("from %s to %s is %s", (from, to, move) => {
  expect(movesOf(round({ Breda: from }), round({ Breda: to }))).toEqual([`Breda: cast/- cast/${move}`]);
});

test("a seat that joined or left shows as such", () => {
  expect(movesOf(round({ Ede: "voor" }), round({ Zwolle: "tegen", Ede: null }), round({ Zwolle: "tegen" }))).toEqual([
    "Ede: cast/- not-cast/- no-seat/left",
    "Zwolle: no-seat/- cast/new-seat cast/-",
  ]);
});

test("support counts who is for it, of all seats", () => {
  expect(supportOf(round({ a: "akkoord", b: "akkoord_mits", c: "niet_akkoord", d: null }))).toEqual({ support: 1, seats: 4 });
});

test("of the seats with a condition in a former round it is told how many stand behind the last text", () => {
  const rows = compareRounds([round({ a: "akkoord_mits", b: "akkoord", c: "akkoord_mits" }), round({ a: "akkoord", b: "akkoord_mits", c: null }), round({ a: "voor", b: "tegen", c: null })]);
  expect(conditionsAnswered(rows)).toEqual({ raised: 3, behind: 1 });
  expect(conditionsAnswered(compareRounds([round({ a: "akkoord" }), round({ a: "akkoord_mits" })]))).toBeNull();
});

test("whom we miss comes first, then provinces without a seat", () => {
  const seats = [
    { id: "1", name: "Emmen", province: "Drenthe" },
    { id: "2", name: "Ede", province: "Gelderland" },
    { id: "3", name: "VNG", province: null },
  ];
  expect(turnoutByProvince(["Drenthe", "Flevoland", "Gelderland"], seats, new Set(["2", "3"]))).toEqual([
    { province: "Drenthe", seats: 1, cast: 0, missing: ["Emmen"] },
    { province: "Flevoland", seats: 0, cast: 0, missing: [] },
    { province: "Gelderland", seats: 1, cast: 1, missing: [] },
    { province: null, seats: 1, cast: 1, missing: [] },
  ]);
});
