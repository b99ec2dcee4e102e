import type { Kysely } from "kysely";
import { table } from "./table.ts";

const TLP = "tlp in ('CLEAR', 'GREEN', 'AMBER', 'RED')";

export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "meeting", {
    id: "key", body_id: "-> body", title: "text", starts_at: "text", ends_at: "text", location: "text", state: "text", source: "text?", created_by: "-> person", created_at: "text",
    agenda_sent_at: "text?", held_at: "text?", minutes_revision: "int", concept_at: "text?", adopted_at: "text?", adopted_by: "-> person?", adopted_in: "-> meeting?", minutes_hash: "text?", published_at: "text?",
    cancelled_at: "text?", reason: "text?", tlp: "text",
  }, {
    index: [["body_id", "starts_at"], ["starts_at", "id"], ["state", "starts_at"]],
    check: { tlp_known: TLP, state_known: "state in ('gepland', 'agenda_verstuurd', 'gaande', 'gehouden', 'notulen_concept', 'vastgesteld', 'gepubliceerd', 'geannuleerd')" },
  });
  await table(db, "agenda_item", {
    id: "key", meeting_id: "-> meeting", position: "int", title: "text", kind: "text", is_closed: "flag", notes: "text", round_id: "-> round?", proposal_id: "-> proposal?", initiative_id: "text?", minutes_of: "-> meeting?",
    tlp: "text", minutes: "text", outcome: "text?", public_title: "text?", public_minutes: "text?",
  }, { index: [["meeting_id", "position"]], check: { tlp_known: TLP, kind_known: "kind in ('informatie', 'bespreking', 'besluit')" } });
  await table(db, "attendance", { id: "key", meeting_id: "-> meeting", person_id: "-> person?", name: "text", organisation_name: "text", role: "text?", state: "text", note: "text?" }, {
    index: [["meeting_id"]], check: { state_known: "state in ('aangemeld', 'aanwezig', 'afwezig_met_bericht', 'afwezig')" },
  });
  await table(db, "erratum", { id: "key", meeting_id: "-> meeting?", round_id: "-> round?", decision_id: "text?", statement: "text", created_by: "-> person", created_at: "text" });
  await table(db, "decision", {
    id: "key", number: "text", body_id: "-> body", decided_on: "text", title: "text", title_key: "text", dictum: "text", motivation: "text", result: "text", figures: "text?", round_id: "-> round?", round_item_id: "-> round_item?",
    meeting_id: "-> meeting?", agenda_item_id: "-> agenda_item?", proposal_id: "-> proposal?", proposal_version: "int?", initiative_id: "text?", validity: "text", replaced_by: "-> decision?", review_on: "text?",
    tlp: "text", public_title: "text?", public_dictum: "text?", embargo_until: "text?", created_by: "-> person", created_at: "text", published_at: "text?",
  }, {
    unique: [["number"]], index: [["decided_on", "id"], ["body_id", "decided_on"], ["initiative_id"], ["title_key"]],
    check: { tlp_known: TLP, validity_known: "validity in ('geldig', 'vervangen', 'ingetrokken', 'verlopen')" },
  });
  await table(db, "action_item", {
    id: "key", number: "text", body_id: "-> body", meeting_id: "-> meeting?", agenda_item_id: "-> agenda_item?", statement: "text", owner_id: "-> person?", owner_name: "text", due_on: "text?", due_text: "text?", state: "text",
    created_at: "text", done_at: "text?", note: "text?",
  }, { unique: [["number"]], index: [["state", "due_on"], ["owner_id", "state"]], check: { state_known: "state in ('open', 'done', 'dropped')" } });
}
