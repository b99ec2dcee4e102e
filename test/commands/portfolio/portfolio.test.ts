import { expect, test } from "vitest";
import { changeInitiative } from "#app/commands/portfolio/change-initiative.ts";
import { createInitiative } from "#app/commands/portfolio/create-initiative.ts";
import { decideOnInitiative, type PortfolioInput } from "#app/commands/portfolio/decide-on-initiative.ts";
import { resumeInitiative } from "#app/commands/portfolio/resume-initiative.ts";
import { addMilestone } from "#app/commands/roadmap/add-milestone.ts";
import { enterRoadmapItem } from "#app/commands/roadmap/enter-roadmap-item.ts";
import { moveRoadmapItem } from "#app/commands/roadmap/move-roadmap-item.ts";
import { proposeRoadmapItem } from "#app/commands/roadmap/propose-roadmap-item.ts";
import { reachMilestone } from "#app/commands/roadmap/reach-milestone.ts";
import { setCapacity } from "#app/commands/roadmap/set-capacity.ts";
import { setRoadmapProgress } from "#app/commands/roadmap/set-roadmap-progress.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { anInitiative, aPortfolio, inPortfolio, proposed } from "#test/support/portfolio.ts";

type Portfolio = Awaited<ReturnType<typeof aPortfolio>>;

const decision = (number: string, changes: Partial<PortfolioInput> = {}): PortfolioInput => ({
  number, outcome: "opnemen", dictum: "Wij nemen het op.", motivation: "Het past in de capaciteit.", until: null, ...changes,
});
const stateOf = async ({ db }: Portfolio, number: string) => (await db.selectFrom("proposal").select("state").where("number", "=", number).executeTakeFirst())?.state;
const eventsOf = async ({ db }: Portfolio, act: string) => (await db.selectFrom("event").select("id").where("act", "=", act).execute()).length;
const itemOf = ({ db }: Portfolio, number: string) => db.selectFrom("roadmap_item").selectAll().where("number", "=", number).executeTakeFirstOrThrow();

test("opnemen takes a decision, plans every proposal and settles the place on the roadmap", async () => {
  const portfolio = await aPortfolio();
  const { initiative, item } = await proposed(portfolio, [portfolio.first, portfolio.second]);
  const decided = await decideOnInitiative(await portfolio.board(), decision(initiative, { figures: { for: 8, against: 1, abstain: 0 } }));

  expect(decided).toMatchObject({ ok: true, value: { decision: "B-2026-001" } });
  expect([await stateOf(portfolio, portfolio.first), await stateOf(portfolio, portfolio.second)]).toEqual(["planned", "planned"]);
  expect(await itemOf(portfolio, item)).toMatchObject({ standing: "vastgesteld", progress: "gepland" });
  const stored = await portfolio.db.selectFrom("decision").innerJoin("initiative", "initiative.decision_id", "decision.id").select(["decision.result", "initiative.state", "decision.motivation"]).executeTakeFirst();
  expect(stored).toEqual({ result: "opnemen", state: "opgenomen", motivation: "Het past in de capaciteit." });
  expect([await eventsOf(portfolio, "portfolio.decide"), await eventsOf(portfolio, "proposal.move")]).toEqual([1, 2]);
});

test("two decisions at the same moment: one counts, the other is refused and changes nothing", async () => {
  const portfolio = await aPortfolio();
  const { initiative } = await proposed(portfolio, [portfolio.first]);
  const board = await portfolio.board();
  const answers = await Promise.all([decideOnInitiative(board, decision(initiative)), decideOnInitiative(board, decision(initiative, { outcome: "afwijzen" }))]);

  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: "wrong-state" });
  expect(await portfolio.db.selectFrom("decision").select("id").execute()).toHaveLength(1);
  expect(await eventsOf(portfolio, "portfolio.decide")).toBe(1);
});

test("one proposal that is not ready stops the whole decision, and nothing is written", async () => {
  const portfolio = await aPortfolio();
  const { initiative } = await proposed(portfolio, [portfolio.first, portfolio.second]);
  await portfolio.db.updateTable("proposal").set({ state: "superseded" }).where("number", "=", portfolio.second).execute();

  expect(await decideOnInitiative(await portfolio.board(), decision(initiative))).toEqual({ ok: false, refusal: "proposal-not-ready" });
  expect(await stateOf(portfolio, portfolio.first)).toBe("in_portfolio");
  expect(await portfolio.db.selectFrom("decision").select("id").execute()).toEqual([]);
});

test("terugverwijzen keeps the question apart from the motivation, and lets the proposals go", async () => {
  const portfolio = await aPortfolio();
  const { initiative, item } = await proposed(portfolio, [portfolio.first]);
  expect(await decideOnInitiative(await portfolio.board(), decision(initiative, { outcome: "terugverwijzen", question: " " }))).toMatchObject({ refusal: "question-missing" });
  await decideOnInitiative(await portfolio.board(), decision(initiative, { outcome: "terugverwijzen", question: "Wat kost het?" }));

  const proposal = await portfolio.db.selectFrom("proposal").select(["state", "question"]).where("number", "=", portfolio.first).executeTakeFirst();
  expect(proposal).toEqual({ state: "referred_back", question: "Wat kost het?" });
  expect((await itemOf(portfolio, item)).standing).toBe("vervallen");
  expect(await portfolio.db.selectFrom("initiative_proposal").select("is_live").execute()).toEqual([{ is_live: 0 }]);
});

test("what is held comes back on its day by itself, or earlier when the secretaris takes it up", async () => {
  const portfolio = await aPortfolio();
  const { initiative } = await proposed(portfolio, [portfolio.first]);
  const hold = { outcome: "aanhouden", until: "2026-06-01" as Day } as const;
  await decideOnInitiative(await portfolio.board(), decision(initiative, hold));
  expect(await decideOnInitiative(await portfolio.board(), decision(initiative))).toMatchObject({ refusal: "still-held" });

  expect((await resumeInitiative(await portfolio.board(), { number: initiative })).ok).toBe(true);
  expect(await stateOf(portfolio, portfolio.first)).toBe("in_portfolio");
  await decideOnInitiative(await portfolio.board(), decision(initiative, hold));
  portfolio.clockStrikes("2026-06-01T09:00");
  expect((await decideOnInitiative(await portfolio.board(), decision(initiative))).ok).toBe(true);
  expect(await stateOf(portfolio, portfolio.first)).toBe("planned");
});

test("what is held can be turned down, and can be changed again once its day came", async () => {
  const portfolio = await aPortfolio();
  const [one, other] = [await proposed(portfolio, [portfolio.first]), await proposed(portfolio, [portfolio.second])];
  const board = await portfolio.board();
  for (const { initiative } of [one, other]) await decideOnInitiative(board, decision(initiative, { outcome: "aanhouden", until: "2026-06-01" as Day }));
  const change = { ...anInitiative({ title: "Anders", proposals: [portfolio.second] }), number: other.initiative };

  expect((await decideOnInitiative(board, decision(one.initiative, { outcome: "afwijzen" }))).ok).toBe(true);
  expect([await stateOf(portfolio, portfolio.first), (await itemOf(portfolio, one.item)).standing]).toEqual(["declined", "vervallen"]);
  expect(await changeInitiative(board, change)).toMatchObject({ refusal: "wrong-state" });
  portfolio.clockStrikes("2026-06-01T09:00");
  expect((await changeInitiative(board, change)).ok).toBe(true);
  expect((await decideOnInitiative(board, decision(other.initiative))).ok).toBe(true);
  expect(await stateOf(portfolio, portfolio.second)).toBe("planned");
});

test("only the bureau of the Taskforce groups, plans and decides", async () => {
  const portfolio = await aPortfolio();
  const { initiative, item } = await proposed(portfolio, [portfolio.first]);
  for (const who of ["stranger", "beheer", "lid1.taskforce", "secretaris.netwerk", "secretaris.adviesraad"]) {
    const context = await portfolio.actingAs(who);
    const attempts = [
      await createInitiative(context, anInitiative({ proposals: [portfolio.second] })), await decideOnInitiative(context, decision(initiative)), await resumeInitiative(context, { number: initiative }),
      await setCapacity(context, [{ quarter: "2026-K2", fte: 5 }]), await setRoadmapProgress(context, { number: item, to: "loopt", note: "Start" }),
      await enterRoadmapItem(context, { title: "Werk", summary: "", component: "ggi-netwerk", start: "2026-K2", end: "2026-K2", fte: 1, dependencies: [] }),
    ];
    expect(attempts.map((one) => !one.ok && one.refusal)).toEqual(Array(6).fill("not-allowed"));
  }
});

test("a proposal stands in one live initiative, also when two are made at once", async () => {
  const portfolio = await aPortfolio();
  const board = await portfolio.board();
  const made = await Promise.all([1, 2].map(() => createInitiative(board, anInitiative({ proposals: [portfolio.first] }))));
  expect(made.filter(({ ok }) => ok)).toHaveLength(1);
  expect(made.find(({ ok }) => !ok)).toMatchObject({ refusal: "proposal-not-ready" });
});

test("an initiative is as strict as the strictest proposal in it, and changes only before the decision", async () => {
  const portfolio = await aPortfolio();
  const amber = await inPortfolio(portfolio, "Vertrouwelijke eis", "AMBER");
  const { initiative } = await proposed(portfolio, [portfolio.first]);
  const board = await portfolio.board();
  expect((await changeInitiative(board, { ...anInitiative({ proposals: [amber, portfolio.second] }), number: initiative })).ok).toBe(true);
  expect(await portfolio.db.selectFrom("initiative").select("tlp").executeTakeFirst()).toEqual({ tlp: "AMBER" });
  expect((await createInitiative(board, anInitiative({ proposals: [portfolio.first] }))).ok).toBe(true);

  await decideOnInitiative(board, decision(initiative));
  expect(await changeInitiative(board, { ...anInitiative({ proposals: [portfolio.second] }), number: initiative })).toMatchObject({ refusal: "wrong-state" });
});

test("work that is realised and put in use takes its proposals along", async () => {
  const portfolio = await aPortfolio();
  const { initiative, item } = await proposed(portfolio, [portfolio.first]);
  const board = await portfolio.board();
  expect(await setRoadmapProgress(board, { number: item, to: "loopt", note: "Begonnen" })).toMatchObject({ refusal: "not-decided" });
  await decideOnInitiative(board, decision(initiative));
  for (const [to, state] of [["loopt", "planned"], ["gerealiseerd", "realised"], ["in_gebruik", "in_use"]] as const) {
    expect((await setRoadmapProgress(board, { number: item, to, note: "Volgens plan" })).ok).toBe(true);
    expect(await stateOf(portfolio, portfolio.first)).toBe(state);
  }
  expect((await portfolio.db.selectFrom("initiative").select("state").executeTakeFirst())?.state).toBe("gerealiseerd");
});

test("a moved item keeps where it stood and why; a change in between is not overwritten", async () => {
  const portfolio = await aPortfolio();
  const { item } = await proposed(portfolio, [portfolio.first]);
  const move = { number: item, seenStart: "2026-K2", seenEnd: "2026-K4", start: "2026-K3", end: "2027-K1", fte: 4, dependencies: [], reason: "Levering later" };
  const board = await portfolio.board();
  expect(await moveRoadmapItem(board, { ...move, reason: " " })).toMatchObject({ refusal: "reason-missing" });
  const answers = await Promise.all([moveRoadmapItem(board, move), moveRoadmapItem(board, { ...move, end: "2027-K2" })]);

  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(answers.find(({ ok }) => !ok)).toMatchObject({ refusal: "changed-meanwhile" });
  expect(await portfolio.db.selectFrom("roadmap_move").select(["from_start", "to_start", "reason"]).execute()).toEqual([{ from_start: "2026-K2", to_start: "2026-K3", reason: "Levering later" }]);
});

test("no circle of items that wait for each other", async () => {
  const portfolio = await aPortfolio();
  const board = await portfolio.board();
  const { item } = await proposed(portfolio, [portfolio.first]);
  const work = { title: "Werk", summary: "", component: "ggi-netwerk", start: "2026-K2", end: "2026-K2", fte: 1 };
  const entered = await enterRoadmapItem(board, { ...work, dependencies: [item] });
  const number = entered.ok ? entered.value.number : "";
  const change = { number: item, seenStart: "2026-K2", seenEnd: "2026-K4", start: "2026-K2", end: "2026-K4", fte: 3, reason: "Wacht" };
  expect(await moveRoadmapItem(board, { ...change, dependencies: [number] })).toMatchObject({ refusal: "dependency-circle" });
  expect(await enterRoadmapItem(board, { ...work, dependencies: ["RM-999"] })).toMatchObject({ refusal: "dependency-unknown" });
});

test("a milestone is reached once", async () => {
  const portfolio = await aPortfolio();
  const { item } = await proposed(portfolio, [portfolio.first]);
  const board = await portfolio.board();
  const added = await addMilestone(board, { number: item, title: "Proef klaar", dueOn: "2026-05-01" as Day });
  const milestoneId = added.ok ? added.value.id : "";
  expect((await reachMilestone(board, { number: item, milestoneId })).ok).toBe(true);
  expect(await reachMilestone(board, { number: item, milestoneId })).toMatchObject({ refusal: "already-reached" });
});

test("capacity is set for all quarters or for none; an initiative stands once on the roadmap", async () => {
  const portfolio = await aPortfolio();
  const board = await portfolio.board();
  expect(await setCapacity(board, [{ quarter: "2026-K2", fte: 5 }, { quarter: "2026-K9", fte: 5 }])).toMatchObject({ refusal: "quarter-unknown" });
  expect(await portfolio.db.selectFrom("capacity").select("quarter").execute()).toEqual([]);
  const { initiative } = await proposed(portfolio, [portfolio.first]);
  expect(await proposeRoadmapItem(board, { initiative, start: "2026-K2", end: "2026-K2", fte: 1, dependencies: [] })).toMatchObject({ refusal: "already-on-roadmap" });
});

test("a change and a decision at the same moment: every proposal that stands in what was taken up is planned", async () => {
  const portfolio = await aPortfolio();
  const { initiative } = await proposed(portfolio, [portfolio.first]);
  const board = await portfolio.board();
  await Promise.all([decideOnInitiative(board, decision(initiative)), changeInitiative(board, { ...anInitiative({ proposals: [portfolio.second] }), number: initiative })]);

  const rows = await portfolio.db.selectFrom("initiative_proposal").innerJoin("proposal", "proposal.id", "initiative_proposal.proposal_id").select("proposal.state").execute();
  expect(rows).toEqual([{ state: "planned" }]);
});

test("two people put an initiative on the roadmap at the same moment: it stands there once", async () => {
  const portfolio = await aPortfolio();
  const board = await portfolio.board();
  const made = await createInitiative(board, anInitiative({ proposals: [portfolio.first] }));
  const place = { initiative: made.ok ? made.value.number : "", start: "2026-K2", end: "2026-K2", fte: 1, dependencies: [] };
  const answers = await Promise.all([proposeRoadmapItem(board, place), proposeRoadmapItem(board, place)]);

  expect(answers.map((answer) => (answer.ok ? "done" : answer.refusal)).sort()).toEqual(["already-on-roadmap", "done"]);
});
