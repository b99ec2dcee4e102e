import { expect, test } from "vitest";
import { checkElectorate, overlaps, type Candidate } from "#app/domain/voting/electorate.ts";

const seat = (name: string, municipalities: string[], weight = 1): Candidate => ({ seatId: name, name, weight, municipalities, holderIds: [] });

test("a gemeente with a seat of its own and one through a samenwerkingsverband blocks the opening, with both names", () => {
  const seats = [seat("Utrecht", ["0344"]), seat("Regio", ["0344", "0307"]), seat("Ede", ["0228"])];
  expect(checkElectorate(seats)).toEqual({ ok: false, refusal: "municipality-twice" });
  expect(overlaps(seats)).toEqual([["Utrecht", "Regio"]]);
});

test("an electorate without overlap can vote; an empty one cannot", () => {
  expect(checkElectorate([seat("Utrecht", ["0344"]), seat("Ede", ["0228"])]).ok).toBe(true);
  expect(checkElectorate([])).toEqual({ ok: false, refusal: "no-seats" });
});

test("weights that cannot be added exactly are refused", () => {
  const seats = [seat("a", ["1"], Number.MAX_SAFE_INTEGER), seat("b", ["2"], 1)];
  expect(checkElectorate(seats)).toEqual({ ok: false, refusal: "weights-too-large" });
});
