import { adoptCriteria } from "#app/commands/portfolio/adopt-criteria.ts";
import { answerAdvice } from "#app/commands/portfolio/answer-advice.ts";
import { classifyAdvice } from "#app/commands/portfolio/classify-advice.ts";
import { giveScore } from "#app/commands/portfolio/give-score.ts";
import { saveScenario } from "#app/commands/portfolio/save-scenario.ts";
import { findCriteria } from "#db/queries/portfolio-criteria.ts";
import { scatter } from "./adoption.ts";
import { ADVICE_ANSWERS, ADVICE_SUBJECTS_OF, CRITERIA, INITIATIVES, SCENARIOS, type StoryInitiative } from "./portfolio.ts";
import { known, must, type Stage } from "./stage.ts";

/** How the Taskforce compares: its criteria in two versions, what each seat gave, two scenarios, and its answers to the Adviesraad. */
export function tellScores(stage: Stage): void {
  for (const [seen, { day, why, weights, last }] of [CRITERIA.first, CRITERIA.second].entries()) {
    stage.at(day, 15, async ({ as }) => must(await adoptCriteria(await as("secretaris.taskforce"), { seen, why, criteria: [...CRITERIA.criteria, last].map((criterion, place) => ({ ...criterion, weight: weights[place] ?? 1 })) }), "criteria"));
  }
  for (const initiative of INITIATIVES) if (initiative.scores !== undefined) tellScoresOf(stage, initiative, initiative.scores);
  for (const { by, day, title, note, wishes } of SCENARIOS) {
    stage.at(day, 13, async ({ as }) => must(await saveScenario(await as(by), { title, note, wishes: new Map(wishes.map(({ initiative, stance, shift }) => [known(stage.book.initiatives, initiative).number, { stance, shift }])) }), `scenario ${title}`));
  }
  for (const [proposal, subject] of ADVICE_SUBJECTS_OF) {
    stage.at(-48, 10, async ({ as }) => must(await classifyAdvice(await as("secretaris.adviesraad"), { number: known(stage.book.proposals, proposal).number, subject }), `subject of ${proposal}`));
  }
  for (const { proposal, day, ...answer } of ADVICE_ANSWERS) {
    stage.at(day, 14, async ({ as }) => must(await answerAdvice(await as("secretaris.taskforce"), { ...answer, number: known(stage.book.proposals, proposal).number }), `answer to ${proposal}`));
  }
}

/** Each seat gives its points a few days after the initiative was made: around what the story says, some higher and some lower. */
function tellScoresOf(stage: Stage, { key, created }: StoryInitiative, { points, apart, seats }: NonNullable<StoryInitiative["scores"]>): void {
  for (let seat = 1; seat <= seats; seat++) {
    // The first member has not scored the newest yet: who signs in as that member sees that others stay hidden.
    const member = seats < 9 ? seat + 1 : seat;
    stage.at(created + 4, 9 + seat / 10, async ({ as, db }) => {
      const found = await findCriteria(db);
      const given = new Map((found?.criteria ?? []).map(({ id }, place) => [id, pointsOf(points[place] ?? 3, apart, scatter(`${key} ${member} ${place}`))]));
      must(await giveScore(await as(`lid${member}.taskforce`), { number: known(stage.book.initiatives, key).number, seen: found?.version ?? 0, points: given, note: "" }), `score of ${key}`);
    });
  }
}

const pointsOf = (middle: number, apart: number, chance: number): number => Math.min(5, Math.max(1, middle + Math.round((chance * 2 - 1) * apart)));
