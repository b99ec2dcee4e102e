import type { Day } from "#app/domain/shared/instant.ts";
import type { SchoolHoliday } from "#app/domain/voting/quiet-days.ts";
import type { Db, Trx } from "../client.ts";

export interface SchoolHolidayRow extends SchoolHoliday {
  readonly id: string;
  readonly region: "noord" | "midden" | "zuid";
}

/** The school holidays that this day falls in, by region. */
export const listSchoolHolidaysOn = (db: Db, day: Day): Promise<SchoolHoliday[]> =>
  db.selectFrom("school_holiday").select(["region", "name", "from", "until"]).where("from", "<=", day).where("until", ">=", day).orderBy("region").execute();

/** The last day of the list, or null when it is empty: nobody knows yet about the days after it. */
export async function lastListedHoliday(db: Db): Promise<Day | null> {
  const row = await db.selectFrom("school_holiday").select((eb) => eb.fn.max("until").as("last")).executeTakeFirst();
  return row?.last ?? null;
}

/** Those that do not end before this day, for who looks ahead. */
export const listSchoolHolidaysFrom = (db: Db, day: Day): Promise<SchoolHoliday[]> =>
  db.selectFrom("school_holiday").select(["region", "name", "from", "until"]).where("until", ">=", day).orderBy("from").orderBy("region").execute();

/** The school holidays that touch these days, by region. */
export const listSchoolHolidaysBetween = (db: Db, from: Day, until: Day): Promise<SchoolHoliday[]> =>
  db.selectFrom("school_holiday").select(["region", "name", "from", "until"]).where("from", "<=", until).where("until", ">=", from).orderBy("from").orderBy("region").execute();

/** Makes the list equal to these rows; two processes that start at the same moment do not get in each other's way. */
export async function replaceSchoolHolidays(trx: Trx, rows: readonly SchoolHolidayRow[]): Promise<void> {
  for (const region of new Set(rows.map((row) => row.region))) {
    await trx.deleteFrom("school_holiday").where("region", "=", region).where("from", "not in", rows.filter((row) => row.region === region).map(({ from }) => from)).execute();
  }
  await trx
    .insertInto("school_holiday")
    .values([...rows])
    .onConflict((oc) => oc.columns(["region", "from"]).doUpdateSet((eb) => ({ name: eb.ref("excluded.name"), until: eb.ref("excluded.until") })))
    .execute();
}
