import { describe, expect, test } from "vitest";
import { standsIn } from "#app/domain/proposals/discussion.ts";
import { proposalNumber, readProposalNumber } from "#app/domain/proposals/number.ts";
import { isTextOpen, LIMITS, PROPOSAL_STATES, textProblems } from "#app/domain/proposals/proposal.ts";

const text = { title: "Melden", statement: "De leverancier meldt.", rationale: "", acceptance: "", source: "", moscow: "must" as const, weight: null };

describe("the text of a version", () => {
  test("needs a title and a statement", () => {
    expect(textProblems("eis", { ...text, title: " ", statement: "" })).toEqual({ title: "required", statement: "required" });
  });

  test.each([
    [LIMITS.title, {}],
    [LIMITS.title + 1, { title: "too-long" }],
  ])("a title of %i characters", (length, problems) => {
    expect(textProblems("eis", { ...text, title: "x".repeat(length) })).toEqual(problems);
  });

  test.each([
    ["wens", null, { weight: "required" }],
    ["wens", 0, { weight: "not-a-number" }],
    ["wens", 1.5, { weight: "not-a-number" }],
    ["wens", 100, {}],
    ["eis", null, {}],
  ] as const)("the weight of a %s of %s", (kind, weight, problems) => {
    expect(textProblems(kind, { ...text, weight })).toEqual(problems);
  });

  test("may change only in concept and in bespreking", () => {
    expect(PROPOSAL_STATES.filter(isTextOpen)).toEqual(["draft", "under_discussion"]);
  });
});

describe("a number", () => {
  test("has three digits, and more when there are more", () => {
    expect([proposalNumber("VEI", 1), proposalNumber("NET", 1_000)]).toEqual(["VEI-001", "NET-1000"]);
  });

  test("is read as people type it", () => {
    expect(readProposalNumber(" vei-14 ")).toEqual({ prefix: "VEI", serial: 14 });
    expect(readProposalNumber("veilig melden")).toBeNull();
  });
});

describe("a quoted passage", () => {
  test("still stands when only spaces and line ends moved", () => {
    expect(standsIn("dag en\nnacht", "Hij meldt dag  en nacht.")).toBe(true);
    expect(standsIn("dag en nacht", "Hij meldt overdag.")).toBe(false);
  });
});
