import type { Kysely } from "kysely";
import { table } from "./table.ts";

/** What the Taskforce lays side by side before it decides: the wishes only; what fits is worked out each time anew. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "scenario", {
    id: "key", body_id: "-> body", title: "text", note: "text", created_by: "-> person", created_at: "text", updated_by: "-> person", updated_at: "text",
  }, { index: [["body_id", "created_at"]] });
  await table(db, "scenario_wish", { scenario_id: "-> scenario", initiative_id: "-> initiative", stance: "text", shift: "int" }, {
    primary: ["scenario_id", "initiative_id"],
    check: { stance_known: "stance in ('eerst', 'gewoon', 'weg')", shift_known: "shift between -20 and 20" },
  });
}
