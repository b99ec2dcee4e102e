import { sql, type Kysely } from "kysely";
import { appendOnly, isSqlite, table } from "./table.ts";

/**
 * Programma's van eisen: a series per component or lot, its editions with chapters and requirements, and what froze an edition.
 * The freeze points at the last requirement, so that a copy of the data is filled in this order: from then on nothing of that edition changes.
 */
export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "requirement_series", { id: "key", slug: "text", body_id: "-> body", component_id: "-> component", tlp: "text", created_by: "-> person", created_at: "text" }, {
    unique: [["slug"]],
    check: { tlp_known: "tlp in ('CLEAR', 'GREEN', 'AMBER', 'RED')" },
  });
  await table(db, "requirement_set", { id: "key", series_id: "-> requirement_series", version: "int", title: "text", lot: "text", intro: "text", created_by: "-> person", created_at: "text", updated_at: "text", revision: "int" }, { unique: [["series_id", "version"]] });
  // A chapter is the same one in the next edition by its origin; parent and origin stay within these tables and are kept by the commands.
  await table(db, "requirement_chapter", { id: "key", set_id: "-> requirement_set", origin_id: "text", parent_id: "text?", position: "int", number: "text?", title: "text", intro: "text" }, { index: [["set_id", "position"]] });
  await table(db, "requirement", { id: "key", set_id: "-> requirement_set", chapter_id: "-> requirement_chapter", position: "int", number: "text?", proposal_id: "-> proposal", version: "int", weight: "int?" }, {
    unique: [["set_id", "proposal_id"]],
    check: { weight_of_a_wens: "weight is null or (weight >= 0 and weight <= 100)" },
  });
  await table(db, "requirement_freeze", { set_id: "-> requirement_set", last_requirement_id: "-> requirement", fingerprint: "text", tlp: "text", note: "text", frozen_by: "-> person", frozen_at: "text" }, { primary: ["set_id"], index: [["frozen_at"]] });
  await appendOnly(db, "requirement_freeze");
  await unchangedOnceFrozen(db, "requirement_set", "id", ["update", "delete"]);
  for (const part of ["requirement_chapter", "requirement"]) await unchangedOnceFrozen(db, part, "set_id", ["insert", "update", "delete"]);
}

async function unchangedOnceFrozen(db: Kysely<any>, name: string, column: string, verbs: readonly string[]): Promise<void> {
  const message = `a frozen edition does not change (${name})`;
  if (isSqlite(db)) {
    for (const verb of verbs) {
      const rows = verb === "insert" ? [`new.${column}`] : verb === "delete" ? [`old.${column}`] : [`old.${column}`, `new.${column}`];
      await sql.raw(`create trigger ${name}_frozen_no_${verb} before ${verb} on ${name} when exists (select 1 from requirement_freeze where set_id in (${rows.join(", ")})) begin select raise(abort, '${message}'); end`).execute(db);
    }
    return;
  }
  await sql.raw(`create or replace function ${name}_refuse_frozen() returns trigger language plpgsql as $$ begin
    if tg_op <> 'INSERT' and exists (select 1 from requirement_freeze where set_id = old.${column}) then raise exception '${message}'; end if;
    if tg_op <> 'DELETE' and exists (select 1 from requirement_freeze where set_id = new.${column}) then raise exception '${message}'; end if;
    if tg_op = 'DELETE' then return old; end if;
    return new;
  end $$`).execute(db);
  await sql.raw(`create trigger ${name}_frozen_no_change before ${verbs.join(" or ")} on ${name} for each row execute function ${name}_refuse_frozen()`).execute(db);
}
