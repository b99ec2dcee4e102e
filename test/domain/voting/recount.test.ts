import { expect, test } from "vitest";
import { parsePublished } from "#app/domain/voting/published-parser.ts";
import { recount } from "#app/domain/voting/recount.ts";

const file = () => ({
  format: "ggi-uitslag/1",
  round: { id: "r1", kind: "besluit" },
  rule: { quorum: { num: 1, den: 2, strict: true }, majority: { num: 1, den: 2, strict: true, base: "voor_tegen" }, secondTie: false },
  seats: ["s1", "s2", "s3"].map((id) => ({ id, organisation: id, code: null, weight: 1, recusedFrom: [] as string[] })),
  items: [
    {
      id: "i1",
      ballots: [{ seat: "s1", choice: "voor" }, { seat: "s2", choice: "tegen" }, { seat: "s3", choice: "voor" }] as { seat: string; choice: string }[] | null,
      tally: { for: 2, against: 1, abstain: 0, seatsCast: 3, seats: 3, quorumNeeded: 2, base: 3, needed: 2 } as Record<string, number>,
      outcome: "aangenomen",
    },
  ],
});

const changed = (change: (made: ReturnType<typeof file>) => unknown) => {
  const made = file();
  change(made);
  return made;
};
const recounted = (value: unknown) => {
  const parsed = parsePublished(value);
  return parsed.ok ? recount(parsed.value).map(({ id, differences }) => `${id}: ${differences.join()}`) : parsed.refusal;
};

test("a round that was counted right comes out the same", () => {
  expect(recounted(file())).toEqual(["i1: "]);
});

test.each([
  ["a changed ballot", (made: ReturnType<typeof file>) => Object.assign(made.items[0]?.ballots?.[0] ?? {}, { choice: "tegen" }), "i1: tally.for,tally.against,outcome"],
  ["a changed figure", (made: ReturnType<typeof file>) => Object.assign(made.items[0]?.tally ?? {}, { for: 3 }), "i1: tally.for"],
  ["a changed outcome", (made: ReturnType<typeof file>) => Object.assign(made.items[0] ?? {}, { outcome: "verworpen" }), "i1: outcome"],
])("%s is found", (_, change, expected) => {
  expect(recounted(changed(change))).toEqual([expected]);
});

test("figures that the file leaves out are only computed", () => {
  expect(recounted(changed((made) => Object.assign(made.items[0] ?? {}, { tally: undefined, outcome: undefined })))).toEqual(["i1: "]);
});

test("hidden ballots cannot be counted again, and that is no difference", () => {
  expect(recounted(changed((made) => Object.assign(made.items[0] ?? {}, { ballots: null })))).toEqual(["i1: "]);
});

test.each([
  [(made: ReturnType<typeof file>) => Object.assign(made, { format: "iets/2" }), "format unknown-format"],
  [(made: ReturnType<typeof file>) => Object.assign(made.round, { kind: "loterij" }), "round.kind unknown-kind"],
  [(made: ReturnType<typeof file>) => Object.assign(made.seats[0] ?? {}, { weight: 1.5 }), "seats[0].weight not-a-whole-number"],
  [(made: ReturnType<typeof file>) => Object.assign(made.seats[0] ?? {}, { weight: 2 ** 53 }), "seats[0].weight not-a-whole-number"],
  [(made: ReturnType<typeof file>) => Object.assign(made.seats[0] ?? {}, { recusedFrom: ["i1"] }), "items[0].ballots[0].seat recused-seat"],
  [(made: ReturnType<typeof file>) => made.items[0]?.ballots?.push({ seat: "s1", choice: "voor" }), "items[0].ballots[3].seat duplicate"],
  [(made: ReturnType<typeof file>) => made.items[0]?.ballots?.splice(0, 1, { seat: "s9", choice: "voor" }), "items[0].ballots[0].seat unknown-seat"],
  [(made: ReturnType<typeof file>) => made.items[0]?.ballots?.splice(0, 1, { seat: "s1", choice: "misschien" }), "items[0].ballots[0].choice unknown-choice"],
])("a malformed file is refused with the place", (change, expected) => {
  expect(recounted(changed(change))).toBe(expected);
});

test.each([null, 3, "uitslag", [], {}])("%j is no published round", (value) => {
  expect(parsePublished(value).ok).toBe(false);
});
