import { Migrator, type Kysely, type Migration } from "kysely";
import { UnusableDatabase, type Db } from "./client.ts";
import { migrations } from "./migrations/index.ts";

/** SQLite would keep the first half of a failed migration; PostgreSQL already runs them all in one. */
const whole = (migration: Migration): Migration => ({
  up: (db: Kysely<any>) => (db.isTransaction ? migration.up(db) : db.transaction().execute((trx) => migration.up(trx))),
});

const migratorOf = (db: Db): Migrator =>
  new Migrator({
    db,
    provider: {
      getMigrations: async () => Object.fromEntries(Object.entries(migrations).map(([name, migration]) => [name, whole(migration)])),
    },
  });

/** Brings the schema up to date; returns the names of what it applied. Throws `UnusableDatabase` on a newer or broken schema. */
export async function migrateToLatest(db: Db): Promise<string[]> {
  const { results = [], error } = await migratorOf(db).migrateToLatest();
  if (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/corrupted migrations|previously executed migration/.test(message)) {
      throw new UnusableDatabase("De database is nieuwer dan deze versie van het portaal. Start de nieuwere versie, of zet een back-up terug.");
    }
    throw error;
  }
  return results.map((result) => result.migrationName);
}

/** Whether every migration of this version, and none of a later one, has been applied. */
export async function isSchemaCurrent(db: Db): Promise<boolean> {
  const applied = await migratorOf(db).getMigrations();
  return applied.length === Object.keys(migrations).length && applied.every((migration) => migration.executedAt !== undefined);
}
