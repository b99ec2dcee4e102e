import type { Kysely } from "kysely";
import { appendOnly } from "./table.ts";

/** Who may vote in a round, who steps back and who asks to talk: written once, so the database refuses every change as it does for ballots. */
export async function up(db: Kysely<any>): Promise<void> {
  for (const name of ["round_seat", "recusal", "treatment_request"]) await appendOnly(db, name);
}
