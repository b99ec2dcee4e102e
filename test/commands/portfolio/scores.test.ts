import { expect, test } from "vitest";
import { adoptCriteria } from "#app/commands/portfolio/adopt-criteria.ts";
import { answerAdvice } from "#app/commands/portfolio/answer-advice.ts";
import { classifyAdvice } from "#app/commands/portfolio/classify-advice.ts";
import { decideOnInitiative } from "#app/commands/portfolio/decide-on-initiative.ts";
import { deleteScenario } from "#app/commands/portfolio/delete-scenario.ts";
import { giveScore } from "#app/commands/portfolio/give-score.ts";
import { changeScenario, saveScenario } from "#app/commands/portfolio/save-scenario.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { addMilestone } from "#app/commands/roadmap/add-milestone.ts";
import { unfollowSubject } from "#app/commands/following/unfollow-subject.ts";
import { moveMilestone } from "#app/commands/roadmap/move-milestone.ts";
import { moveRoadmapItem } from "#app/commands/roadmap/move-roadmap-item.ts";
import { passGate } from "#app/commands/roadmap/pass-gate.ts";
import { planPhases } from "#app/commands/roadmap/plan-phases.ts";
import { reachMilestone } from "#app/commands/roadmap/reach-milestone.ts";
import { setEffort } from "#app/commands/roadmap/set-effort.ts";
import { setRoadmapProgress } from "#app/commands/roadmap/set-roadmap-progress.ts";
import { followSubject } from "#app/commands/following/follow-subject.ts";
import { waitsForInitiative } from "#app/domain/portfolio/advice.ts";
import type { Wish } from "#app/domain/portfolio/ranking.ts";
import { plusQuarters, type Quarter } from "#app/domain/roadmap/quarter.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import { portfolioTasks } from "#app/routes/personal/portfolio-tasks.ts";
import { loadScores } from "#app/routes/portfolio/load-scores.ts";
import { listNews } from "#db/queries/following.ts";
import { findCriteria, listCriteria, listCriteriaVersions } from "#db/queries/portfolio-criteria.ts";
import { findInitiative } from "#db/queries/portfolio.ts";
import { listReadyProposals } from "#db/queries/portfolio-writes.ts";
import { listPhases } from "#db/queries/roadmap-plan.ts";
import { findScenario, listScenarios } from "#db/queries/scenarios.ts";
import { aText } from "#test/support/drafting.ts";
import { done } from "#test/support/meeting.ts";
import { addressesOf, anOffice } from "#test/support/post.ts";
import { aPortfolio, proposed } from "#test/support/portfolio.ts";

type Portfolio = Pick<Awaited<ReturnType<typeof aPortfolio>>, "db" | "actingAs" | "now">;

const usefulness = { title: "Nut", meaning: "Wat levert het op?", lowest: "Niets", highest: "Veel", weight: 60 };
const effort = { title: "Haalbaar", meaning: "Kan een kleine gemeente dit?", lowest: "Nee", highest: "Ja", weight: 40 };
const eventsOf = async ({ db }: Portfolio, act: string) => (await db.selectFrom("event").select("payload").where("act", "=", act).execute()).map(({ payload }) => payload);
const refusalOf = (answer: { readonly ok: boolean; readonly refusal?: string }) => (answer.ok ? "accepted" : answer.refusal);

/** A portfolio with two criteria and one initiative on the roadmap. */
async function aScoredPortfolio() {
  const portfolio = await aPortfolio();
  const board = await portfolio.board();
  done(await adoptCriteria(board, { seen: 0, why: "Eerste afspraak.", criteria: [usefulness, effort] }));
  const { criteria } = (await findCriteria(portfolio.db))!;
  const points = (first: number | null, second: number | null) => new Map([[criteria[0]!.id, first], [criteria[1]!.id, second]]);
  return { ...portfolio, ...(await proposed(portfolio, [portfolio.first])), board, points };
}

test("new weights keep the scores of a criterion with the same words; another wording is another criterion", async () => {
  const portfolio = await aScoredPortfolio();
  const before = (await findCriteria(portfolio.db))!;
  done(await adoptCriteria(portfolio.board, { seen: 1, why: "Anders gewogen.", criteria: [{ ...usefulness, weight: 10 }, { ...effort, meaning: "Kan iedereen dit?" }] }));

  const after = (await findCriteria(portfolio.db))!;
  expect([after.version, after.criteria.map(({ weight }) => weight), after.criteria[0]?.id === before.criteria[0]?.id, after.criteria[1]?.id === before.criteria[1]?.id]).toEqual([2, [10, 40], true, false]);
  expect((await listCriteriaVersions(portfolio.db, after.bodyId)).map(({ number, why, criteria }) => [number, why, criteria])).toEqual([[2, "Anders gewogen.", 2], [1, "Eerste afspraak.", 2]]);
  expect(await eventsOf(portfolio, "criteria.adopt")).toHaveLength(2);
});

test("new words ask who scored to score again; a new weight does not, and the old points stay with the old words", async () => {
  const portfolio = await aScoredPortfolio();
  const [member, today] = [await portfolio.actingAs("lid1.taskforce"), "2026-03-05" as Day];
  const tasks = async () => (await portfolioTasks(portfolio.db, member.actor, portfolio.now())).toScore.map(({ number, isAgain }) => [number, isAgain]);
  const shown = async () => {
    const initiative = (await findInitiative(portfolio.db, member.actor, portfolio.initiative, today))!;
    return (await loadScores(portfolio.db, member.actor, await listCriteria(portfolio.db), [initiative])).get(initiative.id)!;
  };
  expect(await tasks()).toEqual([[portfolio.initiative, false]]);
  done(await giveScore(member, { number: portfolio.initiative, seen: 1, points: portfolio.points(5, 2), note: "" }));
  done(await adoptCriteria(portfolio.board, { seen: 1, why: "Anders gewogen.", criteria: [{ ...usefulness, weight: 10 }, effort] }));
  expect([await tasks(), (await shown()).mean, (await shown()).past]).toEqual([[], "2,6", []]);

  done(await adoptCriteria(portfolio.board, { seen: 2, why: "Andere vraag.", criteria: [usefulness, { ...effort, title: "Voor iedereen" }] }));
  expect([await tasks(), (await shown()).scoredOn, (await shown()).past.map(({ criterion, points }) => [criterion, points])]).toEqual([[[portfolio.initiative, true]], "older", [["Haalbaar", 2]]]);
  const { criteria } = (await findCriteria(portfolio.db))!;
  done(await giveScore(member, { number: portfolio.initiative, seen: 3, points: new Map(criteria.map(({ id }) => [id, 4])), note: "" }));
  const after = await shown();
  expect([await tasks(), after.scoredOn, after.older, after.mean, after.past.length]).toEqual([[], "current", 0, "4,0", 1]);
});

test("what the Taskforce decided on stays as it was weighed then, and says with which version", async () => {
  const portfolio = await aScoredPortfolio();
  const member = await portfolio.actingAs("lid1.taskforce");
  done(await giveScore(member, { number: portfolio.initiative, seen: 1, points: portfolio.points(5, 2), note: "" }));
  done(await decideOnInitiative(portfolio.board, { number: portfolio.initiative, outcome: "opnemen", dictum: "Ja.", motivation: "Past.", until: null }));
  const shownTo = async (who: string) => {
    const { actor } = await portfolio.actingAs(who);
    const initiative = (await findInitiative(portfolio.db, actor, portfolio.initiative, "2026-03-05" as Day))!;
    const { mean, decidedWith, older, rows } = (await loadScores(portfolio.db, actor, await listCriteria(portfolio.db), [initiative])).get(initiative.id)!;
    return [mean, decidedWith, older, rows.map(({ title, weight }) => `${title} ${weight}`)];
  };
  expect(await shownTo("lid2.taskforce")).toEqual(["3,8", null, 0, ["Nut 60", "Haalbaar 40"]]);

  const later = { ...portfolio.board, now: () => "2027-03-05T10:00:00.000Z" as Instant };
  done(await adoptCriteria(later, { seen: 1, why: "Anders gewogen.", criteria: [{ ...usefulness, weight: 10 }, { ...effort, title: "Voor iedereen" }] }));

  for (const who of ["lid2.taskforce", "secretaris.taskforce", "lid1.netwerk"]) expect(await shownTo(who)).toEqual(["3,8", 1, 0, ["Nut 60", "Haalbaar 40"]]);
});

test("criteria are not overwritten by who looked at an older version, also not at the same moment", async () => {
  const portfolio = await aScoredPortfolio();
  const answers = await Promise.all([1, 2].map((turn) => adoptCriteria(portfolio.board, { seen: 1, why: `Keer ${turn}`, criteria: [usefulness] })));
  expect(answers.map(refusalOf).sort()).toEqual(["accepted", "changed-meanwhile"]);
  expect(refusalOf(await adoptCriteria(portfolio.board, { seen: 2, why: " ", criteria: [usefulness] }))).toBe("why-missing");
});

test("a seat scores as a whole and again; every turn stays, the log holds no points", async () => {
  const portfolio = await aScoredPortfolio();
  const give = async (who: string, points: Map<string, number | null>, seen = 1) => giveScore(await portfolio.actingAs(who), { number: portfolio.initiative, seen, points, note: "Goed plan" });

  expect([refusalOf(await give("lid1.taskforce", portfolio.points(5, null))), refusalOf(await give("lid1.taskforce", portfolio.points(5, 9))), refusalOf(await give("lid1.taskforce", portfolio.points(5, 4), 7))]).toEqual(["points-missing", "points-invalid", "criteria-changed"]);
  expect(done(await give("lid1.taskforce", portfolio.points(5, 4)))).toEqual({ turn: 1 });
  expect(done(await give("lid1.taskforce", portfolio.points(2, 4)))).toEqual({ turn: 2 });
  expect((await portfolio.db.selectFrom("score").select(["turn", "points"]).orderBy("turn").orderBy("points").execute()).map(({ turn, points }) => `${turn}:${points}`)).toEqual(["1:4", "1:5", "2:2", "2:4"]);
  const logged = await eventsOf(portfolio, "score.give");
  expect([logged.length, logged.some((payload) => /points|"5"|Goed plan/.test(payload))]).toEqual([2, false]);

  const together = await Promise.all([1, 2, 3].map(() => give("lid2.taskforce", portfolio.points(3, 3))));
  expect(together.map((one) => done(one).turn).sort()).toEqual([1, 2, 3]);
  await expect(portfolio.db.updateTable("score").set({ points: 1 }).execute()).rejects.toThrow("append-only");
});

test("only a voting seat of the Taskforce scores, and only before the decision", async () => {
  const portfolio = await aScoredPortfolio();
  const give = async (who: string) => refusalOf(await giveScore(await portfolio.actingAs(who), { number: portfolio.initiative, seen: 1, points: portfolio.points(3, 3), note: "" }));
  for (const who of ["stranger", "beheer", "secretaris.taskforce", "voorzitter.taskforce", "lid1.netwerk", "secretaris.adviesraad", "gemeente1"]) expect([who, await give(who)]).toEqual([who, "not-allowed"]);
  expect(await give("lid1.taskforce")).toBe("accepted");
  done(await decideOnInitiative(portfolio.board, { number: portfolio.initiative, outcome: "opnemen", dictum: "Ja.", motivation: "Past.", until: null }));
  expect(await give("lid1.taskforce")).toBe("wrong-state");
});

test("a scenario keeps wishes, is not overwritten by who looked before, and goes when its maker or the bureau says so", async () => {
  const portfolio = await aScoredPortfolio();
  const [maker, other] = [await portfolio.actingAs("lid1.taskforce"), await portfolio.actingAs("lid2.taskforce")];
  const wishes = new Map<string, Wish>([[portfolio.initiative, { stance: "eerst", shift: 2 }]]);
  const { id } = done(await saveScenario(maker, { title: "Later", note: "", wishes }));
  const { updatedAt: seen } = (await findScenario(portfolio.db, id))!;

  expect([...(await findScenario(portfolio.db, id))!.wishes]).toEqual([...wishes]);
  expect([refusalOf(await saveScenario(maker, { title: " ", note: "", wishes })), refusalOf(await saveScenario(maker, { title: "X", note: "", wishes: new Map([["INI-999", { stance: "weg", shift: 0 }]]) })), refusalOf(await saveScenario(maker, { title: "X", note: "", wishes: new Map([[portfolio.initiative, { stance: "gewoon", shift: 99 }]]) }))]).toEqual(["title-missing", "initiative-unknown", "shift-invalid"]);
  const change = { id, title: "Nog later", note: "", wishes: new Map<string, Wish>(), seen };
  for (const [who, wanted] of [["lid2.netwerk", "not-found"], ["stranger", "not-found"], ["lid2.taskforce", "not-allowed"]] as const) {
    const context = await portfolio.actingAs(who);
    expect([who, refusalOf(await changeScenario(context, change)), refusalOf(await deleteScenario(context, { id }))]).toEqual([who, wanted, wanted]);
  }
  portfolio.clockStrikes("2026-03-05T13:00");
  done(await changeScenario(maker, change));
  expect(refusalOf(await changeScenario(await portfolio.board, change))).toBe("changed-meanwhile");
  expect(refusalOf(await saveScenario(await portfolio.actingAs("lid1.netwerk"), { title: "X", note: "", wishes }))).toBe("not-allowed");
  done(await deleteScenario(portfolio.board, { id }));
  expect([await listScenarios(portfolio.db, other.actor.memberships[0]!.bodyId), (await eventsOf(portfolio, "scenario.delete")).length]).toEqual([[], 1]);
});

/** An advies of the Adviesraad that was offered to the Taskforce. */
async function anAdvice(portfolio: Portfolio, title: string): Promise<string> {
  const { number } = done(await draftProposal(await portfolio.actingAs("lid1.adviesraad"), { ...aText({ title, needs: ["BH-001"] }), body: "adviesraad", kind: "advies", tlp: "CLEAR" }));
  await portfolio.db.updateTable("proposal").set({ state: "in_portfolio", shared_at: portfolio.now() }).where("number", "=", number).execute();
  return number;
}

test("the Taskforce answers an advies once, as a decision in the register; niet overgenomen ends it", async () => {
  const portfolio = await aScoredPortfolio();
  const [taken, refused] = [await anAdvice(portfolio, "Regionale hulp"), await anAdvice(portfolio, "Een campagne")];
  const answer = { dictum: "Wij doen dit deels.", motivation: "Niet alles past." };
  for (const who of ["stranger", "beheer", "lid1.taskforce", "secretaris.adviesraad"]) expect([who, refusalOf(await answerAdvice(await portfolio.actingAs(who), { number: taken, kind: "deels", ...answer }))]).toEqual([who, "not-allowed"]);

  const answers = await Promise.all([1, 2].map(() => answerAdvice(portfolio.board, { number: taken, kind: "deels", ...answer })));
  expect(answers.map(refusalOf).sort()).toEqual(["accepted", "already-answered"]);
  done(await answerAdvice(portfolio.board, { number: refused, kind: "niet", ...answer }));
  const states = await portfolio.db.selectFrom("proposal").select(["number", "state"]).where("number", "in", [taken, refused]).orderBy("number").execute();
  expect(states.map(({ state }) => state)).toEqual(["in_portfolio", "declined"]);
  const ready = await listReadyProposals(portfolio.db, portfolio.board.actor, "2026-03-05" as Day, null);
  expect([ready.some(({ number }) => number === taken), ready.filter(waitsForInitiative).some(({ number }) => number === taken), ready.some(({ number }) => number === refused)]).toEqual([true, false, false]);
  expect((await portfolio.db.selectFrom("decision").select(["result", "dictum"]).orderBy("number").execute()).map(({ result }) => result)).toEqual(["deels", "niet"]);
  expect([(await eventsOf(portfolio, "advice.answer")).length, refusalOf(await answerAdvice(portfolio.board, { number: portfolio.first, kind: "niet", ...answer }))]).toEqual([2, "not-found"]);
});

test("the secretaris of the Adviesraad says which question an advies is about", async () => {
  const portfolio = await aScoredPortfolio();
  const number = await anAdvice(portfolio, "Regionale hulp");
  expect(refusalOf(await classifyAdvice(await portfolio.actingAs("secretaris.netwerk"), { number, subject: "adoptie" }))).toBe("not-allowed");
  for (const subject of ["adoptie", "opschaling"] as const) done(await classifyAdvice(await portfolio.actingAs("secretaris.adviesraad"), { number, subject }));
  expect(await portfolio.db.selectFrom("advice_subject").select("subject").execute()).toEqual([{ subject: "opschaling" }]);
});

test("phases are planned within the item and stay once their gate was passed, one gate after another", async () => {
  const portfolio = await aScoredPortfolio();
  const { board, item, db } = portfolio;
  const phases = [{ title: "Proef", quarters: 1, gate: "Het werkt" }, { title: "Uitrol", quarters: 2, gate: "Overal" }];
  expect(refusalOf(await planPhases(board, { number: item, passed: 0, phases: [...phases, { title: "Nazorg", quarters: 1, gate: "" }] }))).toBe("phases-too-long");
  done(await planPhases(board, { number: item, passed: 0, phases }));
  const id = (await db.selectFrom("roadmap_item").select("id").where("number", "=", item).executeTakeFirstOrThrow()).id;
  const [first, second] = (await listPhases(db, id)).map((phase) => phase.id);

  expect(refusalOf(await passGate(board, { number: item, phaseId: first! }))).toBe("not-decided");
  done(await decideOnInitiative(board, { number: portfolio.initiative, outcome: "opnemen", dictum: "Ja.", motivation: "Past.", until: null }));
  expect([refusalOf(await passGate(board, { number: item, phaseId: second! })), refusalOf(await passGate(await portfolio.actingAs("lid1.taskforce"), { number: item, phaseId: first! }))]).toEqual(["not-next-gate", "not-allowed"]);
  expect((await Promise.all([1, 2].map(() => passGate(board, { number: item, phaseId: first! })))).map(refusalOf).sort()).toEqual(["accepted", "not-next-gate"]);
  expect(refusalOf(await planPhases(board, { number: item, passed: 0, phases }))).toBe("gate-passed");
  done(await planPhases(board, { number: item, passed: 1, phases: [{ title: "Korter", quarters: 1, gate: "" }] }));
  expect((await listPhases(db, id)).map(({ title, passedOn }) => [title, passedOn])).toEqual([["Proef", "2026-03-05"], ["Korter", null]]);
  const shorter = { number: item, seenStart: "2026-K2", seenEnd: "2026-K4", start: "2026-K2", end: "2026-K2", fte: 3, dependencies: [], reason: "Korter" };
  expect(refusalOf(await moveRoadmapItem(board, shorter))).toBe("phases-too-long");
});

test("effort per quarter keeps its place when the item moves", async () => {
  const portfolio = await aScoredPortfolio();
  const { board, item, db } = portfolio;
  const set = (efforts: [string, number][]) => setEffort(board, { number: item, efforts: new Map(efforts as [Quarter, number][]) });
  expect([refusalOf(await set([["2027-K4", 1]])), refusalOf(await set([["2026-K2", 1000]])), refusalOf(await setEffort(await portfolio.actingAs("lid1.taskforce"), { number: item, efforts: new Map() }))]).toEqual(["quarter-unknown", "fte-invalid", "not-allowed"]);
  done(await set([["2026-K2", 1], ["2026-K3", 3], ["2026-K4", 6]]));
  expect(await db.selectFrom("roadmap_effort").select(["place", "fte"]).orderBy("place").execute()).toEqual([{ place: 0, fte: 1 }, { place: 2, fte: 6 }]);
});

test("a milestone moves with a reason and not once it was reached; followers hear of it, and of the progress", async () => {
  const portfolio = await aScoredPortfolio();
  const { board, item } = portfolio;
  const follower = await portfolio.actingAs("gemeente1");
  done(await decideOnInitiative(board, { number: portfolio.initiative, outcome: "opnemen", dictum: "Ja.", motivation: "Past.", until: null }));
  const { id } = done(await addMilestone(board, { number: item, title: "Proef klaar", dueOn: "2026-05-01" as Day }));
  done(await followSubject(follower, { kind: "roadmap_item", reference: item }));
  portfolio.clockStrikes("2026-03-06T10:00");
  const move = { number: item, milestoneId: id, seen: "2026-05-01" as Day, to: "2026-06-01" as Day, reason: "Leverancier later" };

  expect([refusalOf(await moveMilestone(board, { ...move, reason: " " })), refusalOf(await moveMilestone(board, { ...move, to: move.seen })), refusalOf(await moveMilestone(follower, move))]).toEqual(["reason-missing", "same-day", "not-allowed"]);
  expect((await Promise.all([1, 2].map(() => moveMilestone(board, move)))).map(refusalOf).sort()).toEqual(["accepted", "changed-meanwhile"]);
  done(await setRoadmapProgress(board, { number: item, to: "loopt", note: "Tien gemeenten" }));
  expect((await listNews(portfolio.db, follower.actor, portfolio.now())).map(({ kind, detail }) => `${kind}: ${detail}`).sort()).toEqual(["milestone: Leverancier later", "progress: Tien gemeenten"]);

  const moved = { number: item, seenStart: "", seenEnd: "", reason: "Meer tijd nodig" };
  const { start_quarter: start, end_quarter: end, fte } = await portfolio.db.selectFrom("roadmap_item").select(["start_quarter", "end_quarter", "fte"]).where("number", "=", item).executeTakeFirstOrThrow();
  const later = plusQuarters(end as Quarter, 1);
  done(await moveRoadmapItem(board, { ...moved, seenStart: start, seenEnd: end, start, end: later, fte, dependencies: [] }));
  const { letters, turn } = await anOffice({ ...board, db: portfolio.db });
  await turn();
  const told = letters.filter(({ subject = "" }) => subject.startsWith("Verschoven op de roadmap"));
  expect(told.map(({ text = "" }) => /Eerst: (.*)\nNu: (.*)\n\nWaarom: (.*)/.exec(text)?.slice(1))).toEqual([["1 mei 2026", "1 juni 2026", "Leverancier later"], [expect.stringContaining(end), expect.stringContaining(later), "Meer tijd nodig"]]);
  expect(addressesOf(told)).toEqual(["gemeente1@test.ggi", "gemeente1@test.ggi"]);

  // Who stops following, or may not see it any more, gets nothing that still waits.
  done(await moveRoadmapItem(board, { ...moved, seenStart: start, seenEnd: later, start, end: plusQuarters(later, 1), fte, dependencies: [] }));
  done(await unfollowSubject(follower, { kind: "roadmap_item", reference: item }));
  await turn();
  expect(letters.filter(({ subject = "" }) => subject.startsWith("Verschoven op de roadmap"))).toHaveLength(2);
  done(await reachMilestone(board, { number: item, milestoneId: id }));
  expect(refusalOf(await moveMilestone(board, { ...move, seen: "2026-06-01" as Day, to: "2026-07-01" as Day }))).toBe("changed-meanwhile");
});
