import type { Kysely } from "kysely";
import { table } from "./table.ts";

const TLP = "tlp in ('CLEAR', 'GREEN', 'AMBER', 'RED')";

export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "initiative", {
    id: "key", number: "text", title: "text", summary: "text", body_id: "-> body", component_id: "-> component", approach: "text", state: "text", cost_from: "int?", cost_to: "int?",
    tlp: "text", public_title: "text?", public_summary: "text?", on_hold_until: "text?", question: "text?", decision_id: "-> decision?", created_by: "-> person", created_at: "text", updated_at: "text",
  }, {
    unique: [["number"]], index: [["state", "updated_at"]],
    check: { tlp_known: TLP, approach_known: "approach in ('optimalisatie', 'innovatie')", state_known: "state in ('voorgesteld', 'opgenomen', 'aangehouden', 'afgewezen', 'terugverwezen', 'gerealiseerd')" },
  });
  await table(db, "initiative_proposal", { initiative_id: "-> initiative", proposal_id: "-> proposal", is_live: "flag", added_at: "text" }, { primary: ["initiative_id", "proposal_id"], index: [["proposal_id", "is_live"]] });
  await table(db, "criterion", { id: "key", title: "text", weight: "int", position: "int" });
  await table(db, "score", { initiative_id: "-> initiative", criterion_id: "-> criterion", person_id: "-> person", points: "int", at: "text" }, { primary: ["initiative_id", "criterion_id", "person_id"] });
  await table(db, "capacity", { quarter: "key", fte: "int", changed_at: "text" });
  await table(db, "roadmap_item", {
    id: "key", number: "text", title: "text", summary: "text", component_id: "-> component", body_id: "-> body", initiative_id: "-> initiative?", start_quarter: "text", end_quarter: "text", fte: "int",
    standing: "text", progress: "text", progress_note: "text?", tlp: "text", public_title: "text?", public_summary: "text?", created_at: "text", updated_at: "text", updated_by: "-> person?",
  }, {
    unique: [["number"]], index: [["start_quarter"], ["component_id", "start_quarter"]],
    check: { tlp_known: TLP, standing_known: "standing in ('voorgesteld', 'vastgesteld', 'vervallen')", progress_known: "progress in ('gepland', 'loopt', 'vertraagd', 'gerealiseerd', 'in_gebruik', 'gestopt')" },
  });
  await table(db, "roadmap_dependency", { item_id: "-> roadmap_item", needs_id: "-> roadmap_item" }, { primary: ["item_id", "needs_id"], index: [["needs_id"]] });
  await table(db, "milestone", { id: "key", item_id: "-> roadmap_item", title: "text", due_on: "text", reached_on: "text?" });
  await table(db, "roadmap_move", {
    id: "key", item_id: "-> roadmap_item", at: "text", actor_id: "-> person?", kind: "text", from_start: "text?", from_end: "text?", to_start: "text", to_end: "text", reason: "text",
  }, { index: [["item_id", "at"]] });
}
