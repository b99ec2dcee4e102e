import type { Kysely } from "kysely";
import { appendOnly, table } from "./table.ts";

export async function up(db: Kysely<any>): Promise<void> {
  await table(db, "round", {
    id: "key", body_id: "-> body", title: "text", explanation: "text", kind: "text", state: "text", sequence: "int", previous_id: "-> round?", tlp: "text", visibility: "text", rule: "text",
    is_second_call: "flag", opens_at: "text", closes_at: "text", created_by: "-> person", created_at: "text", announced_at: "text?", opened_at: "text?", fingerprint: "text?",
    chair_id: "-> person?", secretary_id: "-> person?", chair_at: "text?", secretary_at: "text?", established_at: "text?", published_at: "text?", ended_at: "text?", reason: "text?",
    result: "text?", chain_sequence: "int?", chain_hash: "text?", chain_previous: "text?",
  }, {
    index: [["body_id", "opens_at"], ["state", "closes_at"], ["closes_at", "id"]],
    check: {
      kind_known: "kind in ('peiling', 'besluit', 'stilte', 'prioritering')",
      state_known: "state in ('concept', 'aangekondigd', 'open', 'gesloten', 'vastgesteld', 'gepubliceerd', 'ingetrokken', 'ongeldig')",
      visibility_known: "visibility in ('openbaar', 'besloten')",
      tlp_known: "tlp in ('CLEAR', 'GREEN', 'AMBER', 'RED')",
    },
  });
  await table(db, "round_item", {
    id: "key", round_id: "-> round", position: "int", subject_kind: "text", subject_id: "text?", version: "int?", number: "text?", title: "text", statement: "text", text_hash: "text?",
    state_before: "text?", outcome: "text?", tally: "text?", advice_points: "text?", pulled_by: "text?", pulled_at: "text?",
  }, {
    unique: [["round_id", "position"]], index: [["subject_kind", "subject_id"]],
    check: { subject_known: "subject_kind in ('proposal', 'initiative', 'minutes', 'motion')" },
  });
  await table(db, "round_seat", {
    round_id: "-> round", seat_id: "-> seat", organisation_id: "-> organisation", name: "text", code: "text?", weight: "int", holders: "text", notified: "flag",
  }, { primary: ["round_id", "seat_id"], index: [["seat_id"]] });
  await table(db, "recusal", { id: "key", round_item_id: "-> round_item", seat_id: "-> seat", person_id: "-> person", reason: "text", at: "text" }, { unique: [["round_item_id", "seat_id"]] });
  await table(db, "ballot", {
    id: "key", round_item_id: "-> round_item", seat_id: "-> seat", revision: "int", caster_id: "-> person", caster_role: "text", proxy_seat_id: "-> seat?", choice: "text", motivation: "text", text_hash: "text",
    visibility: "text", cast_at: "text", nonce: "text", receipt: "text", chain_sequence: "int",
  }, {
    unique: [["round_item_id", "seat_id", "revision"], ["round_item_id", "seat_id", "nonce"]],
    check: { choice_known: "choice in ('voor', 'tegen', 'onthouden', 'akkoord', 'akkoord_mits', 'niet_akkoord', 'geen_bezwaar', 'bezwaar', 'ingetrokken') or choice like '[%'" },
  });
  await appendOnly(db, "ballot");
  await table(db, "condition", {
    id: "key", ballot_id: "-> ballot", round_item_id: "-> round_item", round_id: "-> round", seat_id: "-> seat", proposal_id: "-> proposal", version: "int", strength: "text", quote: "text?", statement: "text",
    answer: "text?", answered_in: "int?", answered_by: "-> person?", answered_at: "text?", settled: "text?", settled_by: "-> person?", settled_at: "text?",
  }, {
    index: [["proposal_id"], ["seat_id", "settled"]],
    check: { strength_known: "strength in ('must', 'should', 'should_not', 'must_not')", settled_known: "settled is null or settled in ('confirmed', 'kept')" },
  });
}
