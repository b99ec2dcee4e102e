import type { Stance, Wish } from "#app/domain/portfolio/ranking.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

export interface Scenario {
  readonly id: string;
  readonly bodyId: string;
  readonly title: string;
  readonly note: string;
  readonly createdBy: string;
  readonly author: string;
  readonly updatedAt: Instant;
  /** by number of the initiative */
  readonly wishes: ReadonlyMap<string, Wish>;
}

/** The scenarios of a body with their wishes, oldest first. */
export async function listScenarios(db: Db, bodyId: string): Promise<Scenario[]> {
  return toScenarios(await scenarios(db).where("scenario.body_id", "=", bodyId).orderBy("scenario.created_at").orderBy("scenario.id").limit(2000).execute());
}

export async function findScenario(db: Db, id: string): Promise<Scenario | null> {
  return toScenarios(await scenarios(db).where("scenario.id", "=", id).execute())[0] ?? null;
}

export async function insertScenario(trx: Trx, scenario: { readonly id: string; readonly bodyId: string; readonly title: string; readonly note: string; readonly by: string; readonly at: Instant }): Promise<void> {
  const { id, bodyId, title, note, by, at } = scenario;
  await trx.insertInto("scenario").values({ id, body_id: bodyId, title, note, created_by: by, created_at: at, updated_by: by, updated_at: at }).execute();
}

/** False when somebody changed it since `seen`. */
export async function updateScenario(trx: Trx, id: string, change: { readonly title: string; readonly note: string; readonly by: string; readonly at: Instant; readonly seen: Instant }): Promise<boolean> {
  const row = await trx
    .updateTable("scenario")
    .set({ title: change.title, note: change.note, updated_by: change.by, updated_at: change.at })
    .where("id", "=", id)
    .where("updated_at", "=", change.seen)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Gives a scenario exactly these wishes; "gewoon" without a shift is no wish and is not kept. */
export async function replaceWishes(trx: Trx, scenarioId: string, wishes: readonly ({ readonly initiativeId: string } & Wish)[]): Promise<void> {
  await trx.deleteFrom("scenario_wish").where("scenario_id", "=", scenarioId).execute();
  const kept = wishes.filter(({ stance, shift }) => stance !== "gewoon" || shift !== 0);
  if (kept.length > 0) await trx.insertInto("scenario_wish").values(kept.map(({ initiativeId, stance, shift }) => ({ scenario_id: scenarioId, initiative_id: initiativeId, stance, shift }))).execute();
}

export async function deleteScenarioRow(trx: Trx, id: string): Promise<boolean> {
  await trx.deleteFrom("scenario_wish").where("scenario_id", "=", id).execute();
  return (await trx.deleteFrom("scenario").where("id", "=", id).returning("id").executeTakeFirst()) !== undefined;
}

const scenarios = (db: Db) =>
  db
    .selectFrom("scenario")
    .innerJoin("person", "person.id", "scenario.updated_by")
    .leftJoin("scenario_wish as wish", "wish.scenario_id", "scenario.id")
    .leftJoin("initiative", "initiative.id", "wish.initiative_id")
    .select(["scenario.id", "scenario.body_id", "scenario.title", "scenario.note", "scenario.created_by", "scenario.updated_at", "person.name as author", "initiative.number", "wish.stance", "wish.shift"]);
type Row = Awaited<ReturnType<ReturnType<typeof scenarios>["executeTakeFirstOrThrow"]>>;

function toScenarios(rows: readonly Row[]): Scenario[] {
  const found = new Map<string, Scenario & { wishes: Map<string, Wish> }>();
  for (const row of rows) {
    const scenario = found.get(row.id) ?? { id: row.id, bodyId: row.body_id, title: row.title, note: row.note, createdBy: row.created_by, author: row.author, updatedAt: row.updated_at, wishes: new Map<string, Wish>() };
    if (row.number !== null) scenario.wishes.set(row.number, { stance: (row.stance ?? "gewoon") as Stance, shift: row.shift ?? 0 });
    found.set(row.id, scenario);
  }
  return [...found.values()];
}
