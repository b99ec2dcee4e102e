import type { Kysely } from "kysely";
import { appendOnly, table } from "./table.ts";

export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "organisation", {
    id: "key", kind: "text", name: "text", name_key: "text", code: "text?", province: "text?", inhabitants: "int?",
    valid_from: "text?", valid_until: "text?", tile_row: "int?", tile_column: "int?", contact: "text?",
  }, {
    unique: [["code"]], index: [["kind", "name_key"], ["name_key"]],
    check: { kind_known: "kind in ('gemeente', 'samenwerkingsverband', 'vng', 'ketenpartner', 'koepel')" },
  });
  await table(db, "organisation_successor", { organisation_id: "-> organisation", successor_id: "-> organisation" }, { primary: ["organisation_id", "successor_id"], index: [["successor_id"]] });
  await table(db, "organisation_member", { partnership_id: "-> organisation", municipality_id: "-> organisation", from: "text", until: "text?" }, { primary: ["partnership_id", "municipality_id", "from"], index: [["municipality_id"]] });

  await table(db, "person", {
    id: "key", name: "text", email: "text", email_key: "text", organisation_id: "-> organisation?", job: "text?",
    password_hash: "text?", is_admin: "flag", is_municipal_admin: "flag", is_demo: "flag", disabled_at: "text?", created_at: "text",
  }, { unique: [["email_key"]], index: [["name"]] });
  await table(db, "credential_link", { id: "key", person_id: "-> person", created_at: "text", expires_at: "text", used_at: "text?" });
  await table(db, "session", { id: "key", person_id: "-> person", created_at: "text", last_seen_at: "text", auth_at: "text", expires_at: "text", device: "text?" });
  await table(db, "kept_form", { id: "key", person_id: "-> person", address: "text", sealed: "text", created_at: "text", expires_at: "text" });
  await table(db, "throttle", { key: "key", points: "int", until: "text" }, { index: [["until"]] });

  await table(db, "component", { id: "key", slug: "text", name: "text", summary: "text", position: "int" }, { unique: [["slug"]] });
  await table(db, "policy_area", { id: "key", slug: "text", name: "text", position: "int" }, { unique: [["slug"]] });
  await table(db, "body", {
    id: "key", slug: "text", name: "text", prefix: "text", kind: "text", purpose: "text", component_id: "-> component?", default_tlp: "text", position: "int", ended_at: "text?",
  }, { unique: [["slug"], ["prefix"]], check: { kind_known: "kind in ('expertgroep', 'adviesraad', 'taskforce')", tlp_known: "default_tlp in ('CLEAR', 'GREEN', 'AMBER', 'RED')" } });
  await table(db, "seat", { id: "key", body_id: "-> body", organisation_id: "-> organisation", is_voting: "flag", weight: "int", from: "text", until: "text?" }, { check: { weight_positive: "weight >= 1" } });
  await table(db, "membership", { id: "key", seat_id: "-> seat", person_id: "-> person", role: "text", from: "text", until: "text?" }, {
    check: { role_known: "role in ('chair', 'secretary', 'member', 'substitute', 'observer')" },
  });

  await table(db, "counter", { name: "key", last: "int" });
  await table(db, "chain_head", { chain: "key", sequence: "int", hash: "text" });
  await table(db, "event", {
    id: "key", chain: "text", sequence: "int", at: "text", actor_id: "text?", act: "text", subject_kind: "text", subject_id: "text", payload: "text", previous: "text", hash: "text",
  }, { unique: [["chain", "sequence"]], index: [["subject_kind", "subject_id"], ["at"]] });
  await appendOnly(db, "event");
}
