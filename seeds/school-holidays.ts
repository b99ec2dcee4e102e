import { readFileSync } from "node:fs";
import type { Day } from "#app/domain/shared/instant.ts";
import { inTransaction, type Db } from "#db/client.ts";
import { replaceSchoolHolidays, type SchoolHolidayRow } from "#db/queries/school-holidays.ts";

/** The list as it comes with this release, up to and with the summer of 2029. Its source stands in the file, on lines that begin with #. */
export function readSchoolHolidays(): Omit<SchoolHolidayRow, "id">[] {
  const [, ...lines] = readFileSync(new URL("./reference/school-holidays.csv", import.meta.url), "utf8").trim().split("\n").filter((line) => !line.startsWith("#"));
  return lines.map((line) => {
    const [, region, name, from, until] = /^(noord|midden|zuid),([A-Z][a-z]+),(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d)$/.exec(line.trim()) ?? [];
    if (region === undefined || name === undefined || from === undefined || until === undefined) throw new Error(`no school holiday: ${line}`);
    return { region: region as SchoolHolidayRow["region"], name, from: from as Day, until: until as Day };
  });
}

/** Puts the list of this release in the place of the former one, so that an older portal gets the years that were added. */
export const loadSchoolHolidays = (db: Db, newId: () => string): Promise<void> =>
  inTransaction(db, (trx) => replaceSchoolHolidays(trx, readSchoolHolidays().map((holiday) => ({ ...holiday, id: newId() }))));
