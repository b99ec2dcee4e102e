import type { CommandContext, Resources } from "#app/commands/context.ts";
import { CONSOLE } from "#app/domain/access/actor.ts";
import { later, type Instant } from "#app/domain/shared/instant.ts";
import { hashPassword } from "#app/platform/passwords.ts";
import { inTransaction, type Db } from "#db/client.ts";
import { loadAdoption, loadPeople } from "./demo/load-people.ts";
import { DEMO_PASSWORD } from "./demo/people.ts";
import { buildStage } from "./demo/stage.ts";
import { tellAmendments } from "./demo/tell-amendments.ts";
import { tellFollows } from "./demo/tell-follows.ts";
import { tellCorrections } from "./demo/tell-corrections.ts";
import { tellMeetings } from "./demo/tell-meetings.ts";
import { tellPlanning } from "./demo/tell-planning.ts";
import { tellNeeds } from "./demo/tell-needs.ts";
import { tellPortfolio } from "./demo/tell-portfolio.ts";
import { tellRequirementSets } from "./demo/tell-requirement-sets.ts";
import { tellProposals } from "./demo/tell-proposals.ts";
import { tellRounds } from "./demo/tell-rounds.ts";
import { tellScores } from "./demo/tell-scores.ts";
import { loadSchoolHolidays } from "./school-holidays.ts";
import { loadReference } from "./reference/load-reference.ts";

/** When the portal of the demonstration began: before everything in its story. */
const LONG_AGO = "2024-01-01T00:00:00.000Z" as Instant;

/** Whether nothing was loaded yet. */
export const isEmptyPortal = async (db: Db): Promise<boolean> => (await db.selectFrom("body").select("id").executeTakeFirst()) === undefined;

/** Loads what every portal starts with, and with `isDemo` the demonstration: its people, and its story told through the commands. */
export async function seed(resources: Resources, { isDemo }: { isDemo: boolean }): Promise<void> {
  const stage = buildStage(resources);
  const passwordHash = isDemo ? await hashPassword(DEMO_PASSWORD) : "";
  const loaded = await inTransaction(resources.db, async (trx) => {
    const context = atTheConsole(resources, trx, isDemo);
    const reference = await loadReference(context);
    if (!isDemo) return reference;
    await loadPeople(context, reference, passwordHash, stage);
    await loadAdoption(context, reference);
    return reference;
  });
  await loadSchoolHolidays(resources.db, resources.newId);
  if (!isDemo) return;
  tellProposals(stage, [...loaded.needs]);
  tellAmendments(stage);
  tellRounds(stage, loaded.bodyIds);
  tellMeetings(stage, loaded.bodyIds);
  tellCorrections(stage);
  tellPlanning(stage, loaded.bodyIds);
  tellPortfolio(stage);
  tellScores(stage);
  tellRequirementSets(stage);
  tellNeeds(stage, loaded.bodyIds, loaded.needs);
  tellFollows(stage);
  await stage.play(() => {});
}

/** Whoever starts the portal loads it; in the demonstration that was long ago. */
function atTheConsole(resources: Resources, db: Db, isDemo: boolean): CommandContext {
  let ticks = 0;
  return { ...resources, db, actor: CONSOLE, now: isDemo ? () => later(LONG_AGO, ticks++) : resources.now };
}
