import type { Kysely } from "kysely";
import { table } from "./table.ts";

export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "adoption", {
    organisation_id: "-> organisation", component_id: "-> component", state: "text", since: "text?", step: "int?", note: "text?", is_fictional: "flag", changed_by: "-> person?", changed_at: "text",
  }, {
    primary: ["organisation_id", "component_id"], index: [["component_id", "state"]],
    check: { state_known: "state in ('niet', 'orientatie', 'besloten', 'in_aansluiting', 'aangesloten')" },
  });
  await table(db, "building_block", { id: "key", code: "text", slug: "text", title: "text", title_key: "text", statement: "text", explanation: "text", position: "int", updated_at: "text" }, { unique: [["code"], ["slug"]] });
  await table(db, "building_block_area", { block_id: "-> building_block", policy_area_id: "-> policy_area" }, { primary: ["block_id", "policy_area_id"], index: [["policy_area_id"]] });
  await table(db, "building_block_component", { block_id: "-> building_block", component_id: "-> component" }, { primary: ["block_id", "component_id"], index: [["component_id"]] });
  await table(db, "building_block_source", { id: "key", block_id: "-> building_block", kind: "text", reference: "text", title: "text" });
  await table(db, "control", { id: "key", framework: "text", edition: "text", number: "text", title: "text", summary: "text", maps_to: "text?" }, { unique: [["framework", "edition", "number"]] });
  await table(db, "building_block_control", { block_id: "-> building_block", control_id: "-> control" }, { primary: ["block_id", "control_id"], index: [["control_id"]] });
  await table(db, "policy_note", { id: "key", person_id: "-> person", organisation_id: "-> organisation?", title: "text", blocks: "text", created_at: "text", updated_at: "text" }, { index: [["person_id", "updated_at"]] });

  await table(db, "follow", { id: "key", person_id: "-> person", subject_kind: "text", subject_id: "text", followed_at: "text", seen_at: "text" }, {
    unique: [["person_id", "subject_kind", "subject_id"]], index: [["subject_kind", "subject_id"]],
    check: { subject_known: "subject_kind in ('proposal', 'body', 'component', 'need', 'initiative', 'roadmap_item', 'organisation', 'round', 'meeting')" },
  });
}
