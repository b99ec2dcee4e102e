import { expect, test } from "vitest";
import { checkText, decidePortfolio, outcomesFor, type PortfolioDecision, type Undecided } from "#app/domain/portfolio/initiative.ts";

const undecided = (changes: Partial<Undecided> = {}): Undecided => ({ state: "voorgesteld", proposals: [{ number: "NET-001", state: "in_portfolio" }], hasRoadmapItem: true, ...changes });
const decision = (changes: Partial<PortfolioDecision> = {}): PortfolioDecision => ({ outcome: "opnemen", dictum: "Opgenomen.", motivation: "Het past.", ...changes });
const decide = (initiative: Partial<Undecided>, changes: Partial<PortfolioDecision> = {}) => decidePortfolio(undecided(initiative), decision(changes), "2026-03-05");

test("opnemen plans the proposals and settles the roadmap item", () => {
  expect(decide({})).toEqual({ ok: true, value: { state: "opgenomen", move: "plan", releasesProposals: false, standing: "vastgesteld" } });
});

test("afwijzen and terugverwijzen let the proposals go and take the item off the roadmap", () => {
  expect(decide({ hasRoadmapItem: false }, { outcome: "afwijzen" })).toMatchObject({ value: { state: "afgewezen", releasesProposals: true, standing: "vervallen" } });
  expect(decide({}, { outcome: "terugverwijzen", question: "Wat kost het?" })).toMatchObject({ value: { state: "terugverwezen", move: "refer-back", releasesProposals: true } });
});

test("what is on hold can be turned down without taking it up first", () => {
  const held = { state: "aangehouden", proposals: [{ number: "A", state: "on_hold" }] } as const;
  expect(decide(held, { outcome: "afwijzen" })).toMatchObject({ value: { state: "afgewezen", move: "decline", standing: "vervallen" } });
  expect(outcomesFor("opgenomen")).toEqual([]);
});

test.each([
  ["an initiative that was decided before", { state: "opgenomen" }, {}, "wrong-state"],
  ["opnemen of what is still on hold", { state: "aangehouden", proposals: [{ number: "A", state: "on_hold" }] }, {}, "still-held"],
  ["an initiative without proposals", { proposals: [] }, {}, "no-proposals"],
  ["a proposal that is not in the portfolio", { proposals: [{ number: "A", state: "in_portfolio" }, { number: "B", state: "adopted" }] }, {}, "proposal-not-ready"],
  ["opnemen without a place on the roadmap", { hasRoadmapItem: false }, {}, "roadmap-missing"],
  ["a decision without its text", {}, { dictum: " " }, "dictum-missing"],
  ["a decision without motivation", {}, { motivation: " " }, "motivation-missing"],
  ["aanhouden without a day", {}, { outcome: "aanhouden" }, "until-missing"],
  ["aanhouden until today", {}, { outcome: "aanhouden", until: "2026-03-05" }, "until-past"],
  ["terugverwijzen without a question", {}, { outcome: "terugverwijzen", question: " " }, "question-missing"],
  ["figures below zero", {}, { figures: { for: -1, against: 0, abstain: 0 } }, "figures-negative"],
] as const)("%s is refused", (_, initiative, changes, refusal) => {
  expect(decide(initiative as Partial<Undecided>, changes as Partial<PortfolioDecision>)).toEqual({ ok: false, refusal });
});

test("a cost runs from low to high, in whole euros, or is unknown", () => {
  const cost = (costFrom: number | null, costTo: number | null) => checkText({ title: "T", summary: "S", costFrom, costTo }).ok;
  expect([cost(null, null), cost(1, 2), cost(2, 1), cost(-1, 2), cost(1.5, 2)]).toEqual([true, true, false, false, false]);
});
