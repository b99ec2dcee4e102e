import { createInitiative } from "#app/commands/portfolio/create-initiative.ts";
import { decideOnInitiative } from "#app/commands/portfolio/decide-on-initiative.ts";
import { addMilestone } from "#app/commands/roadmap/add-milestone.ts";
import { enterRoadmapItem } from "#app/commands/roadmap/enter-roadmap-item.ts";
import { proposeRoadmapItem } from "#app/commands/roadmap/propose-roadmap-item.ts";
import { reachMilestone } from "#app/commands/roadmap/reach-milestone.ts";
import { setCapacity } from "#app/commands/roadmap/set-capacity.ts";
import { setRoadmapProgress } from "#app/commands/roadmap/set-roadmap-progress.ts";
import { STARTED_STATES } from "#app/domain/meetings/meeting.ts";
import type { PortfolioOutcome } from "#app/domain/portfolio/initiative.ts";
import type { Db } from "#db/client.ts";
import { CAPACITY, INITIATIVES, ROADMAP, type StoryInitiative } from "./portfolio.ts";
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
      const [start, end] = work.quarters.map((from) => stage.quarter(from));
      const dependencies = (work.needs ?? []).map((key) => known(stage.book.roadmap, key));
      stage.book.roadmap.set(work.key, must(await enterRoadmapItem(await as(SECRETARY), { ...work, start: start ?? "", end: end ?? "", dependencies }), `entering ${work.key}`).number);
    });
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
    const placed = must(await proposeRoadmapItem(context, { initiative: made.number, start: start ?? "", end: end ?? "", fte, dependencies: [] }), `place of ${key}`);
    stage.book.roadmap.set(key, placed.number);
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
  for (const { title: mark, day, reached } of initiative.milestones ?? []) {
    let milestoneId = "";
    stage.at(Math.min(initiative.created + 1, -1), 17.5, async ({ as }) => {
      milestoneId = must(await addMilestone(await as(SECRETARY), { number: item(), title: mark, dueOn: stage.day(day) }), `milestone of ${key}`).id;
    });
    if (reached !== undefined) stage.at(reached, 16, async ({ as }) => must(await reachMilestone(await as(SECRETARY), { number: item(), milestoneId }), `milestone of ${key}`));
  }
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
