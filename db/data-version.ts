import { CompiledQuery, sql } from "kysely";
import { dutchDay } from "#app/domain/shared/day.ts";
import { fromDutchLocal } from "#app/domain/shared/dutch-time.ts";
import { DAY, HOUR, later, type Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "./client.ts";
import { dialectOf } from "./portable.ts";

const SQLITE_STAMP = CompiledQuery.raw("select data_version || '-' || total_changes() as stamp from pragma_data_version");

/**
 * A stamp of everything that is committed: as long as it stays the same, so does what any query finds. Nobody has to keep it up:
 * on PostgreSQL it is which transactions are done (writes alone have a number), on SQLite the rows this connection changed
 * beside SQLite's own mark for the commits of others, so that a second process counts as well.
 */
export async function dataVersion(db: Db): Promise<string> {
  if (dialectOf(db) === "postgres") {
    const { rows } = await sql<{ stamp: string }>`select cast(pg_current_snapshot() as text) as stamp`.execute(db);
    return rows[0]?.stamp ?? "";
  }
  const { rows } = await db.executeQuery<{ stamp: string }>(SQLITE_STAMP);
  return rows[0]?.stamp ?? "";
}

/** Every column whose moment, once it has passed, changes what a stranger reads without anybody writing. A test holds this list against the schema. */
export const CLOCKED = {
  round: ["opens_at", "closes_at"],
  meeting: ["starts_at", "ends_at"],
  decision: ["embargo_until"],
  proposal: ["consulted_from", "consulted_until"],
  seat: ["from", "until"],
  membership: ["from", "until"],
  organisation_member: ["from", "until"],
} as const;

/** The first moment from now on at which the clock alone changes a page: one of those moments, or a new day in the Netherlands. */
export async function nextTurn(db: Db, now: Instant): Promise<Instant> {
  const columns = Object.entries(CLOCKED).flatMap(([table, names]) => names.map((name) => sql`select min(${sql.ref(name)}) as at from ${sql.table(table)} where ${sql.ref(name)} >= ${now}`));
  const { rows } = await sql<{ at: Instant | null }>`select min(at) as at from (${sql.join(columns, sql` union all `)}) as turns`.execute(db);
  const turn = rows[0]?.at ?? null;
  const midnight = nextMidnight(now);
  return turn !== null && turn < midnight ? turn : midnight;
}

/** Noon plus a day is always tomorrow, also when a day has 23 or 25 hours. */
function nextMidnight(now: Instant): Instant {
  const noon = fromDutchLocal(`${dutchDay(now)}T12:00`) ?? now;
  return fromDutchLocal(`${dutchDay(later(noon, DAY))}T00:00`) ?? later(now, HOUR);
}
