import type { CommandContext } from "#app/commands/context.ts";
import { effortsOf, loadPerQuarter, shownQuarters } from "#app/domain/roadmap/load.ts";
import { plusQuarters, quarterOf } from "#app/domain/roadmap/quarter.ts";
import { whatIf } from "#app/domain/roadmap/what-if.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { date, quarter } from "#app/text/format.ts";
import { approachText, initiativeStateText, outcomeText, portfolioText } from "#app/text/portfolio.ts";
import { roadmapText } from "#app/text/roadmap.ts";
import type { CoverNote } from "#app/ui/portfolio/cover-note.tsx";
import { listDecisionsOfInitiatives } from "#db/queries/decisions.ts";
import { listCriteria } from "#db/queries/portfolio-criteria.ts";
import { findAdvisoryRecord, listAdvisedProposals } from "#db/queries/portfolio-record.ts";
import { listInitiatives } from "#db/queries/portfolio.ts";
import { findPlan } from "#db/queries/roadmap-plan.ts";
import { listRoadmapItems } from "#db/queries/roadmap.ts";
import { withoutPlan } from "../roadmap/effect-of.ts";
import { plannedItems } from "../roadmap/planned-items.ts";
import { loadScores } from "./load-scores.ts";
import { shownRecord } from "./load-record.ts";

/** Everything that lies before the Taskforce about these initiatives, each on a sheet of its own; as many questions for ten as for one. */
export async function loadCoverNotes({ db, actor, now }: CommandContext, ids: readonly string[]): Promise<CoverNote[]> {
  const today = dutchDay(now());
  const initiatives = (await listInitiatives(db, actor, { ids }, today)).filter(({ isPublicWording }) => !isPublicWording);
  const known = initiatives.map(({ id }) => id);
  const [items, plan] = [await listRoadmapItems(db, actor, {}), await findPlan(db, actor)];
  const [record, proposals, decisions] = [await findAdvisoryRecord(db, actor, known, now()), await listAdvisedProposals(db, actor, known), await listDecisionsOfInitiatives(db, actor, known, now())];
  const scores = await loadScores(db, actor, await listCriteria(db), initiatives);
  const planned = plannedItems(items, plan, today);

  const noteOf = (initiative: (typeof initiatives)[number]): CoverNote => {
    const { id, number, title, summary, state, approach, costFrom, costTo, component, tlp } = initiative;
    const place = planned.find((item) => item.initiativeId === id) ?? null;
    const own = proposals.filter(({ initiativeId }) => initiativeId === id);
    const quarters = shownQuarters(quarterOf(today), planned);
    return {
      number, title, summary, tlp,
      state: initiativeStateText[state],
      isOpen: state === "voorgesteld",
      component: component.name,
      approach: approachText[approach],
      cost: portfolioText.cost(costFrom, costTo),
      period: place === null ? null : roadmapText.period(quarter(place.start), quarter(place.end)),
      people: place === null ? null : effortsOf(place).map((fte, offset) => `${quarter(plusQuarters(place.start, offset))}: ${portfolioText.fte(fte)}`).join(" · "),
      proposals: own.map((proposal) => ({ number: proposal.number, title: proposal.title, bodyName: proposal.bodyName, version: proposal.version })),
      record: shownRecord(id, record, own),
      scores: scores.get(id) ?? null,
      effect: place === null || place.standing !== "voorgesteld" ? null : withoutPlan(whatIf(planned, [place.number], plan.capacity)),
      load: place === null ? [] : loadPerQuarter(planned, plan.capacity, quarters).filter(({ quarter: one }) => place.start <= one && one <= place.end),
      decisions: decisions.filter((decision) => decision.initiativeId === id).map((decision) => ({ number: decision.number, dictum: decision.dictum, meta: [decision.number, date(decision.decidedOn), decision.result in outcomeText ? outcomeText[decision.result as keyof typeof outcomeText] : decision.result].join(" · ") })),
    };
  };
  return initiatives.map(noteOf);
}
