import { answerNeed } from "#app/commands/needs/answer-need.ts";
import { submitNeed } from "#app/commands/needs/submit-need.ts";
import { NEEDS } from "./needs.ts";
import { known, must, type Stage } from "./stage.ts";

/** What gemeenten asked for: handed in, and answered by the secretaris of the expert group. */
export function tellNeeds(stage: Stage, bodyIds: ReadonlyMap<string, string>, sharedNeeds: readonly string[]): void {
  for (const need of NEEDS) {
    stage.at(need.day, 13, async ({ as, db }) => {
      const components = await db.selectFrom("component").select(["id", "slug"]).execute();
      const componentIds = components.filter(({ slug }) => need.components.includes(slug as (typeof need.components)[number])).map(({ id }) => id);
      const { title, statement, by, key } = need;
      stage.book.needs.set(key, must(await submitNeed(await as(by), { title, statement, bodyId: known(bodyIds, need.body), componentIds }), `need ${key}`));
    });
    const { answer } = need;
    if (answer === undefined) continue;
    stage.at(answer.day, 14, async ({ as }) => {
      const target = answer.joins === undefined ? null : (sharedNeeds[answer.joins - 1] ?? null);
      must(await answerNeed(await as(`secretaris.${need.body}`), { number: known(stage.book.needs, need.key), answer: answer.outcome, text: answer.statement, target }), `answer to ${need.key}`);
    });
  }
}
