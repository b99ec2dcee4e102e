import { describe, expect, test } from "vitest";
import { chainOf, chainPosition, type ChainFacts } from "#app/domain/proposals/chain.ts";
import { PROPOSAL_STATES } from "#app/domain/proposals/proposal.ts";

const draft: ChainFacts = {
  kind: "eis",
  state: "draft",
  advice: null,
  needs: [{ number: "BEH-001", title: "Weten wat er gebeurt", at: "2026-01-14", by: null }],
  versions: [{ version: 1, at: "2026-03-03", why: "" }],
  steps: [],
  rounds: [],
  decisions: [],
  minutes: [],
  initiative: null,
  roadmap: null,
  successor: null,
};
const round = {
  id: "r1",
  sequence: 1,
  kind: "peiling" as const,
  version: 1,
  bodyId: "veilig",
  bodyName: "Veilig",
  at: "2026-04-01",
  closesAt: "2026-04-21",
  isOpen: true,
  isAnnounced: false,
  isEndedEarly: false,
  seats: 12,
  cast: 7,
  outcome: null,
  count: null,
};

describe("the trail of a proposal", () => {
  test("an advies that was answered waits for nothing, unless an initiative carries it out", () => {
    const answered: ChainFacts = { ...draft, kind: "advies", state: "in_portfolio", decisions: [{ number: "B-1", title: "Antwoord", at: "2026-05-01", bodyName: "Taskforce", answer: "deels" }] };
    expect(chainOf(answered).filter(({ when }) => when === "todo")).toEqual([]);
    expect(chainOf({ ...answered, initiative: { number: "INI-001", title: "Samen", at: "2026-06-01" } }).some(({ when }) => when === "todo")).toBe(true);
  });

  test("starts at the need, is now at the draft, and tells everything that is still to come", () => {
    const steps = chainOf(draft);
    expect(steps.map((step) => [step.what, step.when])).toEqual([
      ["need", "done"],
      ["version", "now"],
      ...Array.from({ length: 7 }, () => ["expected", "todo"]),
    ]);
    expect(chainPosition(steps)).toEqual({ step: 2, of: 9 });
  });

  test("puts the open round last and calls it now", () => {
    const steps = chainOf({ ...draft, state: "in_vote", steps: [{ to: "under_discussion", at: "2026-03-17", reason: "" }, { to: "in_vote", at: "2026-04-01", reason: "" }], rounds: [round] });
    expect(steps.find((step) => step.when === "now")).toMatchObject({ what: "round", cast: 7 });
  });

  test("does not show the way back from a peiling as a second discussion", () => {
    const steps = chainOf({
      ...draft,
      state: "under_discussion",
      steps: [
        { to: "under_discussion", at: "2026-03-17", reason: "" },
        { to: "in_vote", at: "2026-04-01", reason: "" },
        { to: "under_discussion", at: "2026-04-21", reason: "" },
      ],
      rounds: [{ ...round, isOpen: false }],
    });
    expect(steps.filter((step) => step.what === "state")).toHaveLength(1);
  });

  test("an advies does not wait for the advice of the Adviesraad", () => {
    const steps = chainOf({ ...draft, kind: "advies" }).flatMap((step) => (step.what === "expected" ? [step.step] : []));
    expect(steps).not.toContain("advice");
  });

  test("has one step now, unless it has ended", () => {
    for (const state of PROPOSAL_STATES) {
      const steps = chainOf({ ...draft, state });
      const ended = !steps.some((step) => step.when === "todo");
      expect(steps.filter((step) => step.when === "now")).toHaveLength(ended ? 0 : 1);
    }
  });

  test("is in order of time", () => {
    const steps = chainOf({ ...draft, decisions: [{ number: "B-2026-001", title: "x", at: "2026-02-01", bodyName: "Veilig" }] });
    const moments = steps.flatMap((step) => (step.at === null ? [] : [step.at]));
    expect(moments).toEqual([...moments].sort());
  });
});
