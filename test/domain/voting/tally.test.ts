import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { PRESETS, ruleOf, type RuleSet } from "#app/domain/voting/rule.ts";
import { decide, poll, settleSilence, type CountedSeat } from "#app/domain/voting/tally.ts";
import type { Choice } from "#app/domain/voting/choice.ts";

/** The test vectors of the specification, as they stand there. */
const VECTORS = `
| gewoon | 14 | 3 | 2 | 22 | 12 | 9 | aangenomen |
| gewoon | 8 | 7 | 5 | 22 | 12 | 8 | aangenomen |
| gewoon | 6 | 6 | 1 | 22 | 12 | 7 | staking |
| gewoon | 7 | 3 | 1 | 22 | 12 | – | quorum_niet_gehaald |
| gewoon | 7 | 3 | 2 | 22 | 12 | 6 | aangenomen |
| gewoon | 21 | 0 | 0 | 42 | 22 | – | quorum_niet_gehaald |
| gewoon | 22 | 0 | 0 | 42 | 22 | 12 | aangenomen |
| gewoon | 0 | 0 | 0 | 22 | 12 | – | quorum_niet_gehaald |
| gewoon, no quorum | 1 | 0 | 0 | 22 | 0 | 1 | aangenomen |
| volstrekt (uitgebracht) | 8 | 7 | 5 | 22 | 12 | 11 | verworpen |
| volstrekt (uitgebracht) | 11 | 7 | 3 | 22 | 12 | 11 | aangenomen |
| 2/3 | 10 | 5 | 4 | 22 | 12 | 10 | aangenomen |
| 2/3 | 9 | 5 | 4 | 22 | 12 | 10 | verworpen |
| 2/3 | 0 | 0 | 13 | 22 | 12 | – | geen_uitspraak |
| alle zetels | 11 | 2 | 0 | 22 | 12 | 12 | verworpen |
| alle zetels | 12 | 2 | 0 | 22 | 12 | 12 | aangenomen |
| consent | 12 | 0 | 2 | 22 | 12 | 12 | aangenomen |
| consent | 12 | 1 | 0 | 22 | 12 | 13 | verworpen |
`;

const RULES: Record<string, RuleSet> = {
  gewoon: ruleOf("gewoon"),
  "gewoon, no quorum": ruleOf("gewoon", { quorum: null }),
  "volstrekt (uitgebracht)": ruleOf("volstrekt"),
  "2/3": ruleOf("twee_derde"),
  "alle zetels": ruleOf("alle_zetels"),
  consent: ruleOf("consent"),
};

const vectors = VECTORS.trim()
  .split("\n")
  .map((line) => line.split("|").map((cell) => cell.trim()).slice(1, -1));

test.each(vectors)("%s: %s voor, %s tegen, %s onthouden of %s seats needs %s and %s: %s", (name, V, T, O, S, quorum, needed, expected) => {
  const { seats, votes } = cast(Number(S), { voor: Number(V), tegen: Number(T), onthouden: Number(O) });

  const { tally, outcome } = decide(ruleNamed(name), seats, votes);

  expect(outcome).toBe(expected);
  expect(tally.quorumNeeded).toBe(Number(quorum));
  expect(tally.needed).toBe(needed === "–" ? null : Number(needed));
  expect(tally.seatsCast).toBe(Number(V) + Number(T) + Number(O));
});

test("the first vector reads: 19 of 22 seats cast, 12 needed; base 17, so 9 needed", () => {
  const { seats, votes } = cast(22, { voor: 14, tegen: 3, onthouden: 2 });
  expect(decide(ruleOf("gewoon"), seats, votes).tally).toEqual({
    for: 14, against: 3, abstain: 2, seatsCast: 19, seats: 22, quorumNeeded: 12, base: 17, needed: 9,
  });
});

test("a second tie is a rejection", () => {
  const { seats, votes } = cast(22, { voor: 6, tegen: 6, onthouden: 1 });
  expect(decide(ruleOf("gewoon", { secondTie: true }), seats, votes).outcome).toBe("verworpen");
});

test("where the voorzitter decides, a tie waits for that; on what is no tie it counts for nothing, and without that rule neither", () => {
  const [rule, tie, clear] = [ruleOf("gewoon", { castingVote: true, secondTie: true }), cast(22, { voor: 6, tegen: 6, onthouden: 1 }), cast(22, { voor: 5, tegen: 7 })];
  const [forIt, against] = [{ choice: "voor", reason: "x" }, { choice: "tegen", reason: "x" }] as const;
  expect(decide(rule, tie.seats, tie.votes).outcome).toBe("staking");
  expect(decide(rule, tie.seats, tie.votes, forIt)).toMatchObject({ outcome: "aangenomen", castingVote: forIt, tally: { for: 6, against: 6, needed: 7 } });
  expect(decide(rule, tie.seats, tie.votes, against).outcome).toBe("verworpen");
  expect(decide(rule, clear.seats, clear.votes, forIt)).toEqual(decide(rule, clear.seats, clear.votes));
  expect(decide(ruleOf("gewoon"), tie.seats, tie.votes, forIt)).toEqual(decide(ruleOf("gewoon"), tie.seats, tie.votes));
});

test("half against half is a tie under an absolute majority too, but not when all seats are the base", () => {
  const { seats, votes } = cast(12, { voor: 6, tegen: 6 });
  expect(decide(ruleOf("volstrekt"), seats, votes).outcome).toBe("staking");
  expect(decide(ruleOf("alle_zetels"), seats, votes).outcome).toBe("verworpen");
});

test("the quorum counts seats and the majority counts weight", () => {
  const seats = [{ id: "big", weight: 5 }, { id: "a", weight: 1 }, { id: "b", weight: 1 }];
  const votes = new Map<string, Choice>([["big", "voor"], ["a", "tegen"], ["b", "tegen"]]);
  expect(decide(ruleOf("gewoon"), seats, votes)).toMatchObject({ outcome: "aangenomen", tally: { for: 5, against: 2, seatsCast: 3 } });
});

test("weights just under the largest exact number are counted exactly", () => {
  const large = (Number.MAX_SAFE_INTEGER - 1) / 2;
  const seats = [{ id: "a", weight: large }, { id: "b", weight: large }, { id: "c", weight: 1 }];
  const votes = new Map<string, Choice>([["a", "voor"], ["b", "tegen"], ["c", "voor"]]);
  expect(decide(ruleOf("gewoon"), seats, votes)).toMatchObject({ outcome: "aangenomen", tally: { for: large + 1, against: large } });
});

test("with the seats present as base, absence does not help a proposal", () => {
  const seats = ["a", "b", "c", "d"].map((id) => ({ id, weight: 1, present: id !== "d" }));
  const rule = ruleOf("gewoon", { quorum: null, majority: { ...PRESETS.gewoon, base: "aanwezig" } });
  expect(decide(rule, seats, new Map([["a", "voor"]]))).toMatchObject({ outcome: "verworpen", tally: { base: 3, needed: 2 } });
});

test("a peiling gives support per choice and no verdict", () => {
  const { seats, votes } = cast(12, { akkoord: 7, akkoord_mits: 2, niet_akkoord: 1, onthouden: 1 });
  expect(poll(ruleOf("gewoon"), seats, votes)).toEqual({
    support: { akkoord: 7, akkoord_mits: 2, niet_akkoord: 1, onthouden: 1 },
    tally: { seatsCast: 11, seats: 12, quorumNeeded: 7 },
  });
});

describe("a stilteronde", () => {
  const told = ["a", "b", "c"].map((id) => ({ id, weight: 1, notified: true }));

  test("is adopted when nobody objects", () => {
    expect(settleSilence(ruleOf("gewoon"), told, new Map()).outcome).toBe("aangenomen");
  });

  test("goes to a vote after one objection", () => {
    expect(settleSilence(ruleOf("gewoon"), told, new Map([["b", "bezwaar"]])).outcome).toBe("naar_stemming");
  });

  test("counts the silence only of those who were told", () => {
    const untold = told.map((seat) => ({ ...seat, notified: false }));
    expect(settleSilence(ruleOf("gewoon"), untold, new Map()).outcome).toBe("quorum_niet_gehaald");
  });
});

describe("for every round", () => {
  const round = fc.record({
    voor: fc.nat(60), tegen: fc.nat(60), onthouden: fc.nat(60), silent: fc.nat(60),
    preset: fc.constantFrom(...(Object.keys(PRESETS) as (keyof typeof PRESETS)[])),
    hasQuorum: fc.boolean(),
  });
  const count = ({ voor, tegen, onthouden, silent, preset, hasQuorum }: typeof round extends fc.Arbitrary<infer R> ? R : never) => {
    const { seats, votes } = cast(voor + tegen + onthouden + silent, { voor, tegen, onthouden });
    return decide(ruleOf(preset, hasQuorum ? {} : { quorum: null }), seats, votes);
  };

  test("the needed figure is what separates adopted from not adopted", () => {
    fc.assert(fc.property(round, (input) => {
      const { tally, outcome } = count(input);
      if (tally.needed !== null) expect(tally.for >= tally.needed).toBe(outcome === "aangenomen");
    }));
  });

  test("a vote more in favour never turns an adoption into something else", () => {
    fc.assert(fc.property(round.filter(({ silent }) => silent > 0), (input) => {
      fc.pre(count(input).outcome === "aangenomen" && input.preset !== "consent");
      expect(count({ ...input, voor: input.voor + 1, silent: input.silent - 1 }).outcome).toBe("aangenomen");
    }));
  });

  test("nothing is adopted without a vote in favour or below the quorum", () => {
    fc.assert(fc.property(round, (input) => {
      const { tally, outcome } = count(input);
      if (outcome !== "aangenomen") return;
      expect(tally.for).toBeGreaterThanOrEqual(1);
      expect(tally.seatsCast).toBeGreaterThanOrEqual(tally.quorumNeeded);
    }));
  });
});

function ruleNamed(name: string | undefined): RuleSet {
  const rule = RULES[name ?? ""];
  if (!rule) throw new Error(`no rule ${String(name)}`);
  return rule;
}

function cast(size: number, choices: Partial<Record<Choice, number>>): { seats: CountedSeat[]; votes: Map<string, Choice> } {
  const seats = Array.from({ length: size }, (_, n) => ({ id: `s${n}`, weight: 1 }));
  const said = Object.entries(choices).flatMap(([choice, times]) => Array.from({ length: times }, () => choice as Choice));
  return { seats, votes: new Map(said.map((choice, n) => [`s${n}`, choice])) };
}
