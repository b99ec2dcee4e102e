import type { Kysely } from "kysely";
import { appendOnly, table } from "./table.ts";

const TLP = "tlp in ('CLEAR', 'GREEN', 'AMBER', 'RED')";

export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "need", {
    id: "key", number: "text", title: "text", statement: "text", kind: "text", state: "text", body_id: "-> body?", submitted_by: "-> person?", organisation_id: "-> organisation?",
    created_at: "text", joined_to: "-> need?", answer: "text?", answered_by: "-> person?", answered_at: "text?",
  }, {
    unique: [["number"]], index: [["state", "created_at"]],
    check: { kind_known: "kind in ('shared', 'submitted')", state_known: "state in ('submitted', 'accepted', 'joined', 'declined')" },
  });
  await table(db, "need_component", { need_id: "-> need", component_id: "-> component" }, { primary: ["need_id", "component_id"], index: [["component_id"]] });

  await table(db, "proposal", {
    id: "key", number: "text", body_id: "-> body", kind: "text", state: "text", tlp: "text", title: "text", title_key: "text", public_title: "text?", current_version: "int",
    advice: "text?", advice_points: "text?", question: "text?", on_hold_until: "text?", replaced_by: "-> proposal?", created_by: "-> person", created_at: "text", updated_at: "text", shared_at: "text?",
  }, {
    unique: [["number"]],
    index: [["updated_at", "id"], ["created_at", "id"], ["body_id", "state", "updated_at"], ["state", "updated_at"], ["title_key"]],
    check: {
      tlp_known: TLP, kind_known: "kind in ('eis', 'wens', 'advies')",
      state_known: "state in ('draft', 'under_discussion', 'in_vote', 'adopted', 'in_advice', 'advised', 'in_portfolio', 'on_hold', 'referred_back', 'planned', 'realised', 'in_use', 'rejected', 'withdrawn', 'declined', 'superseded')",
    },
  });
  await table(db, "proposal_author", { proposal_id: "-> proposal", person_id: "-> person" }, { primary: ["proposal_id", "person_id"], index: [["person_id"]] });
  await table(db, "proposal_version", {
    id: "key", proposal_id: "-> proposal", number: "int", title: "text", statement: "text", rationale: "text", acceptance: "text", source: "text", moscow: "text", weight: "int?",
    components: "text", needs: "text", policy_areas: "text", controls: "text", why: "text", author_id: "-> person", created_at: "text", text_hash: "text",
  }, { unique: [["proposal_id", "number"]], check: { moscow_known: "moscow in ('must', 'should', 'could', 'wont')" } });
  await appendOnly(db, "proposal_version");
  await table(db, "proposal_component", { proposal_id: "-> proposal", component_id: "-> component" }, { primary: ["proposal_id", "component_id"], index: [["component_id", "proposal_id"]] });
  await table(db, "proposal_need", { proposal_id: "-> proposal", need_id: "-> need" }, { primary: ["proposal_id", "need_id"], index: [["need_id", "proposal_id"]] });
  await table(db, "proposal_policy_area", { proposal_id: "-> proposal", policy_area_id: "-> policy_area" }, { primary: ["proposal_id", "policy_area_id"], index: [["policy_area_id", "proposal_id"]] });
  await table(db, "proposal_step", {
    id: "key", proposal_id: "-> proposal", at: "text", act: "text", from_state: "text?", to_state: "text", version: "int", actor_id: "-> person?", round_id: "text?", decision_id: "text?", initiative_id: "text?", note: "text?",
  }, { index: [["proposal_id", "at"]] });
  await table(db, "proposal_label_request", { proposal_id: "-> proposal", tlp: "text", reason: "text", asked_by: "-> person", asked_role: "text", asked_at: "text" }, { primary: ["proposal_id"], check: { tlp_known: TLP } });
  await table(db, "proposal_link", { id: "key", from_id: "-> proposal", to_id: "-> proposal", kind: "text", reviewed_version: "int", created_at: "text" }, {
    unique: [["from_id", "to_id", "kind"]], index: [["to_id"]],
    check: { kind_known: "kind in ('derived_from', 'conflicts_with', 'replaces', 'related_to')" },
  });
  await table(db, "comment", {
    id: "key", proposal_id: "-> proposal", version: "int", quote: "text?", statement: "text", author_id: "-> person", organisation_name: "text", created_at: "text",
    answer: "text?", disposition: "text?", answered_by: "-> person?", answered_at: "text?",
  }, { index: [["proposal_id", "created_at"]], check: { disposition_known: "disposition is null or disposition in ('adopted', 'partly', 'not')" } });
}
