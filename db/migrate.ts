import { Migrator, sql, type Kysely, type Migration } from "kysely";
import { UnusableDatabase, type Db } from "./client.ts";
import { migrations } from "./migrations/index.ts";

/** SQLite would keep the first half of a failed migration; PostgreSQL already runs them all in one. */
const whole = (migration: Migration): Migration => ({
  up: (db: Kysely<any>) => (db.isTransaction ? migration.up(db) : db.transaction().execute((trx) => migration.up(trx))),
});

const migratorOf = (db: Db): Migrator =>
  new Migrator({
    db,
    // Between releases two lines of work may bring their numbers in another order than they were made in.
    allowUnorderedMigrations: true,
    provider: {
      getMigrations: async () => Object.fromEntries(Object.entries(migrations).map(([name, migration]) => [name, whole(migration)])),
    },
  });

const newerDatabase = (): UnusableDatabase => new UnusableDatabase("De database is nieuwer dan deze versie van het portaal. Start de nieuwere versie, of zet een back-up terug.");

/** Brings the schema up to date; returns the names of what it applied. Throws `UnusableDatabase` on a newer or broken schema. */
export async function migrateToLatest(db: Db): Promise<string[]> {
  const { results = [], error } = await migratorOf(db).migrateToLatest();
  if (error) {
    const message = error instanceof Error ? error.message : String(error);
    if (/corrupted migrations|previously executed migration/.test(message)) {
      throw newerDatabase();
    }
    throw error;
  }
  return results.map((result) => result.migrationName);
}

/** The newest migration that was applied here, or null in a database without our tables. Throws `UnusableDatabase` when it is of a later version. */
export async function latestApplied(db: Db): Promise<string | null> {
  const applied = (await db.introspection.getTables({ withInternalKyselyTables: true })).some(({ name }) => name === "kysely_migration") ? await sql<{ name: string }>`select name from kysely_migration order by name`.execute(db) : { rows: [] };
  if (applied.rows.some(({ name }) => !Object.hasOwn(migrations, name))) throw newerDatabase();
  return applied.rows.at(-1)?.name ?? null;
}

/** Brings an empty database to the schema of an earlier version, to fill it with what that version wrote. */
export async function migrateTo(db: Db, name: string): Promise<void> {
  const { error } = await migratorOf(db).migrateTo(name);
  if (error) throw error;
}

/** Whether every migration of this version, and none of a later one, has been applied. */
export async function isSchemaCurrent(db: Db): Promise<boolean> {
  const applied = await migratorOf(db).getMigrations();
  return applied.length === Object.keys(migrations).length && applied.every((migration) => migration.executedAt !== undefined);
}
