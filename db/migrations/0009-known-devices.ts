import type { Kysely } from "kysely";
import { table } from "./table.ts";

/** A device that signed in before may still try when somebody else's guesses have closed the door of that account. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "known_device", { id: "key", person_id: "-> person", seen_at: "text" });
}
