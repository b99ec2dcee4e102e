import type { Kysely } from "kysely";
import { table } from "./table.ts";

/** The school holidays of the three regions: a deadline in one of them is a surprise. The list itself stands in seeds/reference. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "school_holiday", { id: "key", region: "text", name: "text", from: "text", until: "text" }, {
    unique: [["region", "from"]], index: [["until"]], check: { region_known: "region in ('noord', 'midden', 'zuid')" },
  });
}
