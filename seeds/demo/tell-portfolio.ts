import { createInitiative } from "#app/commands/portfolio/create-initiative.ts";
import { decideOnInitiative } from "#app/commands/portfolio/decide-on-initiative.ts";
import { addMilestone } from "#app/commands/roadmap/add-milestone.ts";
import { enterRoadmapItem } from "#app/commands/roadmap/enter-roadmap-item.ts";
import { moveMilestone } from "#app/commands/roadmap/move-milestone.ts";
import { moveRoadmapItem } from "#app/commands/roadmap/move-roadmap-item.ts";
import { passGate } from "#app/commands/roadmap/pass-gate.ts";
import { planPhases } from "#app/commands/roadmap/plan-phases.ts";
import { proposeRoadmapItem } from "#app/commands/roadmap/propose-roadmap-item.ts";
import { reachMilestone } from "#app/commands/roadmap/reach-milestone.ts";
import { setCapacity } from "#app/commands/roadmap/set-capacity.ts";
import { setEffort } from "#app/commands/roadmap/set-effort.ts";
import { setRoadmapProgress } from "#app/commands/roadmap/set-roadmap-progress.ts";
import { STARTED_STATES } from "#app/domain/meetings/meeting.ts";
import type { PortfolioOutcome } from "#app/domain/portfolio/initiative.ts";
import { plusQuarters, type Quarter } from "#app/domain/roadmap/quarter.ts";
import type { Db } from "#db/client.ts";
import { CAPACITY, INITIATIVES, ROADMAP, type StoryInitiative, type StoryRoadmapItem } from "./portfolio.ts";
import { known, must, type Stage } from "./stage.ts";

const SECRETARY = "secretaris.taskforce";
const DICTUM: Record<PortfolioOutcome, string> = {
  opnemen: "De Taskforce neemt dit initiatief op in het portfolio.",
  aanhouden: "De Taskforce houdt dit initiatief aan.",
  afwijzen: "De Taskforce neemt dit initiatief niet op.",
  terugverwijzen: "De Taskforce geeft dit initiatief terug aan de expertgroep.",
};

/** The portfolio: capacity, the work from before the portal, and every initiative from proposal to use. */
export function tellPortfolio(stage: Stage): void {
  stage.at(-240, 9, async ({ as }) => must(await setCapacity(await as(SECRETARY), CAPACITY.map(([from, fte]) => ({ quarter: stage.quarter(from), fte }))), "capacity"));
  for (const work of ROADMAP) {
    stage.at(work.entered, 11, async ({ as }) => {
      const [start, end] = (work.moved?.from ?? work.quarters).map((from) => stage.quarter(from));
      const dependencies = (work.needs ?? []).map((key) => known(stage.book.roadmap, key));
      stage.book.roadmap.set(work.key, must(await enterRoadmapItem(await as(SECRETARY), { ...work, start: start ?? "", end: end ?? "", dependencies }), `entering ${work.key}`).number);
    });
    if (work.moved !== undefined) tellMove(stage, work, work.moved);
  }
  for (const initiative of INITIATIVES) tellInitiative(stage, initiative);
}

function tellInitiative(stage: Stage, initiative: StoryInitiative): void {
  const { key, title, summary, component, approach, cost, decision, fte } = initiative;
  const number = () => known(stage.book.initiatives, key).number;
  const item = () => known(stage.book.roadmap, key);

  stage.at(initiative.created, 17, async ({ as, db }) => {
    const context = await as(SECRETARY);
    const proposals = initiative.proposals.map((proposal) => known(stage.book.proposals, proposal).number);
    // What holds a confidential text stands on the public board in words of its own.
    const wording = component === "ggi-veilig" ? { publicTitle: title, publicSummary: summary } : { publicTitle: null, publicSummary: null };
    const made = must(await createInitiative(context, { title, summary, component, approach, costFrom: cost[0], costTo: cost[1], proposals, ...wording }), `initiative ${key}`);
    const { id } = await db.selectFrom("initiative").select("id").where("number", "=", made.number).executeTakeFirstOrThrow();
    stage.book.initiatives.set(key, { id, number: made.number });
    const [start, end] = initiative.quarters.map((from) => stage.quarter(from));
    const dependencies = (initiative.needs ?? []).map((needed) => known(stage.book.roadmap, needed));
    const placed = must(await proposeRoadmapItem(context, { initiative: made.number, start: start ?? "", end: end ?? "", fte, dependencies }), `place of ${key}`);
    stage.book.roadmap.set(key, placed.number);
    const efforts = new Map((initiative.efforts ?? []).map((people, place) => [plusQuarters(start as Quarter, place), people]));
    if (efforts.size > 0) must(await setEffort(context, { number: placed.number, efforts }), `effort of ${key}`);
    if (initiative.phases !== undefined) must(await planPhases(context, { number: placed.number, passed: 0, phases: initiative.phases }), `phases of ${key}`);
  });
  if (decision !== undefined) {
    stage.at(decision.day, 16, async ({ as, db }) => {
      const { outcome, motivation, until, question = null, figures } = decision;
      const counted = figures && { for: figures.voor, against: figures.tegen, abstain: figures.onthouden };
      const input = { number: number(), outcome, dictum: DICTUM[outcome], motivation, until: until === undefined ? null : stage.day(until), question, figures: counted, item: await heldUnder(db, known(stage.book.initiatives, key).id) };
      must(await decideOnInitiative(await as(SECRETARY), input), `decision on ${key}`);
    });
  }
  for (const { day, state, note } of initiative.progress ?? []) {
    stage.at(day, 15, async ({ as }) => must(await setRoadmapProgress(await as(SECRETARY), { number: item(), to: state, note }), `progress of ${key}`));
  }
  for (const [place, { passed }] of (initiative.phases ?? []).entries()) {
    if (passed !== undefined) stage.at(passed, 17, async ({ as, db }) => must(await passGate(await as(SECRETARY), { number: item(), phaseId: await phaseOf(db, item(), place + 1) }), `gate of ${key}`));
  }
  for (const { title: mark, day, reached, moved } of initiative.milestones ?? []) {
    let milestoneId = "";
    stage.at(Math.min(initiative.created + 1, -1), 17.5, async ({ as }) => {
      milestoneId = must(await addMilestone(await as(SECRETARY), { number: item(), title: mark, dueOn: stage.day(moved?.from ?? day) }), `milestone of ${key}`).id;
    });
    if (moved !== undefined) {
      const { on, from, reason } = moved;
      stage.at(on, 11, async ({ as }) => must(await moveMilestone(await as(SECRETARY), { number: item(), milestoneId, seen: stage.day(from), to: stage.day(day), reason }), `milestone of ${key}`));
    }
    if (reached !== undefined) stage.at(reached, 16, async ({ as }) => must(await reachMilestone(await as(SECRETARY), { number: item(), milestoneId }), `milestone of ${key}`));
  }
}

/** Work that was planned otherwise before: moved with its reason. */
function tellMove(stage: Stage, { key, quarters, fte, needs = [] }: StoryRoadmapItem, { on, from, reason }: NonNullable<StoryRoadmapItem["moved"]>): void {
  const [seenStart = "", seenEnd = "", start = "", end = ""] = [...from, ...quarters].map((quarter) => stage.quarter(quarter));
  stage.at(on, 10, async ({ as }) => {
    const dependencies = needs.map((needed) => known(stage.book.roadmap, needed));
    must(await moveRoadmapItem(await as(SECRETARY), { number: known(stage.book.roadmap, key), seenStart, seenEnd, start, end, fte, dependencies, reason }), `moving ${key}`);
  });
}

async function phaseOf(db: Db, number: string, position: number): Promise<string> {
  const row = await db.selectFrom("roadmap_phase").innerJoin("roadmap_item", "roadmap_item.id", "roadmap_phase.item_id").select("roadmap_phase.id").where("roadmap_item.number", "=", number).where("position", "=", position).executeTakeFirstOrThrow();
  return row.id;
}

/** The agenda item under which the Taskforce spoke about an initiative before it decided. */
async function heldUnder(db: Db, initiativeId: string): Promise<{ meetingId: string; agendaItemId: string } | null> {
  const row = await db
    .selectFrom("agenda_item")
    .innerJoin("meeting", "meeting.id", "agenda_item.meeting_id")
    .select(["agenda_item.id", "agenda_item.meeting_id"])
    .where("agenda_item.initiative_id", "=", initiativeId)
    .where("meeting.state", "in", [...STARTED_STATES])
    .orderBy("meeting.starts_at", "desc")
    .executeTakeFirst();
  return row ? { meetingId: row.meeting_id, agendaItemId: row.id } : null;
}
