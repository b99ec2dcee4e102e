import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { runTally } from "#db/cli/tally.ts";

const round = (changes: object = {}) => ({
  format: "ggi-uitslag/1",
  round: { id: "r1", kind: "besluit" },
  rule: { quorum: null, majority: { num: 1, den: 2, strict: true, base: "voor_tegen" }, secondTie: false },
  seats: [{ id: "s1", weight: 1, recusedFrom: [] }, { id: "s2", weight: 1, recusedFrom: [] }],
  items: [{ id: "i1", ballots: [{ seat: "s1", choice: "voor" }], outcome: "aangenomen" }],
  ...changes,
});

async function tally(content: unknown, ...flags: string[]) {
  const folder = mkdtempSync(path.join(tmpdir(), "tally-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const file = path.join(folder, "uitslag.json");
  writeFileSync(file, typeof content === "string" ? content : JSON.stringify(content));
  const [out, err]: [string[], string[]] = [[], []];
  const code = await runTally([file, ...flags], { out: (line) => out.push(line), err: (line) => err.push(line) });
  return { code, out: out.join("\n"), err };
}

test("a round that is right ends with 0", async () => {
  expect(await tally(round())).toMatchObject({ code: 0, err: [] });
});

test("--json prints the figures of every item", async () => {
  const { out } = await tally(round(), "--json");
  expect(JSON.parse(out)).toEqual([
    { id: "i1", tally: { for: 1, against: 0, abstain: 0, seatsCast: 1, seats: 2, quorumNeeded: 0, base: 1, needed: 1 }, outcome: "aangenomen" },
  ]);
});

test("a tie that the voorzitter decided counts as the file says, and only with a rule that allows it", async () => {
  const { rule } = round();
  const items = [{ id: "i1", ballots: [{ seat: "s1", choice: "voor" }, { seat: "s2", choice: "tegen" }], castingVote: { choice: "tegen", reason: "Te duur." }, outcome: "verworpen" }];
  expect(await tally(round({ rule: { ...rule, castingVote: true }, items }))).toMatchObject({ code: 0, err: [] });
  expect((await tally(round({ items }))).code).toBe(1);
  expect((await tally(round({ rule: { ...rule, castingVote: true }, items: [{ ...items[0], castingVote: { choice: "blanco", reason: "x" } }] }))).code).toBe(2);
});

test("an outcome that differs ends with 1 and names the item", async () => {
  const { code, err } = await tally(round({ items: [{ id: "i1", ballots: [], outcome: "aangenomen" }] }));
  expect(code).toBe(1);
  expect(err).toEqual([expect.stringContaining("i1 (outcome)")]);
});

test("hidden ballots are said to be uncountable, and that is no error", async () => {
  const { code, out } = await tally(round({ items: [{ id: "i1", ballots: null, outcome: "aangenomen" }] }));
  expect(code).toBe(0);
  expect(out).toContain("niet na te tellen");
});

test.each([
  ["{", "geen geldige JSON"],
  ["[]", "(file)"],
  [JSON.stringify(round({ seats: [] })), "items[0].ballots[0].seat"],
])("%s ends with 2 and one line that says where", async (content, where) => {
  const { code, err } = await tally(content);
  expect(code).toBe(2);
  expect(err).toHaveLength(1);
  expect(err[0]).toContain(where);
});

test("a file that is not there ends with 2", async () => {
  const err: string[] = [];
  expect(await runTally(["/nergens/uitslag.json"], { out: () => {}, err: (line) => err.push(line) })).toBe(2);
  expect(err).toHaveLength(1);
});

test("a ranking is ordered by Schulze", async () => {
  const ranked = round({
    round: { id: "r1", kind: "prioritering", options: ["A", "B", "C"] },
    items: [{ id: "i1", ballots: [{ seat: "s1", ranking: [["B"], ["A"]] }, { seat: "s2", ranking: [["B", "A"]] }] }],
  });
  expect(JSON.parse((await tally(ranked, "--json")).out)).toMatchObject([{ id: "i1", result: { order: [["B"], ["A"], ["C"]] } }]);
});
