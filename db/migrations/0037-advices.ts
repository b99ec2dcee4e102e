import { sql, type Kysely } from "kysely";
import { appendOnly, table } from "./table.ts";

/** The management question that an advies of the Adviesraad is about, and the answer of the Taskforce to it. */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "advice_subject", { proposal_id: "-> proposal", subject: "text", changed_by: "-> person", changed_at: "text" }, {
    primary: ["proposal_id"], index: [["subject"]],
    check: { subject_known: "subject in ('organisatie', 'adoptie', 'implementatie', 'opschaling')" },
  });
  await table(db, "advice_answer", { id: "key", proposal_id: "-> proposal", kind: "text", decision_id: "-> decision", answered_by: "-> person", answered_at: "text" }, {
    unique: [["proposal_id"]],
    check: { kind_known: "kind in ('overgenomen', 'deels', 'niet')" },
  });
  await appendOnly(db, "advice_answer");
  await sql`create index proposal_advices on proposal (updated_at) where kind = 'advies'`.execute(db);
}
