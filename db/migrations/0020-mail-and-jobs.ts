import type { Kysely } from "kysely";
import { table } from "./table.ts";

/** What the clock starts, and the mail that waits to leave. Neither decides anything: a missed job changes no state. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "job", {
    id: "key", kind: "text", subject_id: "text", due_at: "text", created_at: "text", claimed_until: "text", attempts: "int", done_at: "text?", error: "text?",
  }, { unique: [["kind", "subject_id", "due_at"]], index: [["done_at", "due_at"]] });
  await table(db, "mail", {
    id: "key", person_id: "-> person", kind: "text", subject_id: "text", facts: "text", once: "text", created_at: "text", due_at: "text", claimed_until: "text", attempts: "int",
    ended_at: "text?", outcome: "text?", error: "text?",
  }, {
    unique: [["once"]], index: [["ended_at", "due_at"], ["outcome", "created_at"]],
    check: { outcome_known: "outcome is null or outcome in ('sent', 'lapsed', 'failed')" },
  });
  await table(db, "mail_preference", { person_id: "-> person", token: "text", reminders: "flag" }, { primary: ["person_id"], unique: [["token"]] });
}
