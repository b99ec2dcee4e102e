import type { Tlp } from "#app/domain/access/visibility.ts";
import type { TextField } from "#app/domain/proposals/proposal.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Flag } from "./flag.ts";

export interface VotingSchema {
  round: {
    id: string;
    body_id: string;
    title: string;
    explanation: string;
    kind: "peiling" | "besluit" | "stilte" | "prioritering";
    state: "concept" | "aangekondigd" | "open" | "gesloten" | "vastgesteld" | "gepubliceerd" | "ingetrokken" | "ongeldig";
    sequence: number;
    previous_id: string | null;
    tlp: Tlp;
    visibility: "openbaar" | "besloten";
    rule: string;
    is_second_call: Flag;
    opens_at: Instant;
    closes_at: Instant;
    created_by: string;
    created_at: Instant;
    announced_at: Instant | null;
    opened_at: Instant | null;
    fingerprint: string | null;
    chair_id: string | null;
    secretary_id: string | null;
    chair_at: Instant | null;
    secretary_at: Instant | null;
    established_at: Instant | null;
    published_at: Instant | null;
    ended_at: Instant | null;
    reason: string | null;
    result: string | null;
    chain_sequence: number | null;
    chain_hash: string | null;
    chain_previous: string | null;
  };
  round_item: {
    id: string;
    round_id: string;
    position: number;
    subject_kind: "proposal" | "initiative" | "minutes" | "motion";
    subject_id: string | null;
    version: number | null;
    number: string | null;
    title: string;
    statement: string;
    text_hash: string | null;
    state_before: string | null;
    outcome: string | null;
    tally: string | null;
    advice_points: string | null;
    pulled_by: string | null;
    pulled_at: Instant | null;
    pull_reason: string | null;
    pulled_to: string | null;
    /** JSON of a CastingVote */
    casting_vote: string | null;
  };
  round_seat: {
    round_id: string;
    seat_id: string;
    organisation_id: string;
    name: string;
    code: string | null;
    weight: number;
    holders: string;
    notified: Flag;
  };
  recusal: {
    id: string;
    round_item_id: string;
    seat_id: string;
    person_id: string;
    reason: string;
    at: Instant;
  };
  ballot: {
    id: string;
    round_item_id: string;
    seat_id: string;
    revision: number;
    caster_id: string;
    caster_role: string;
    proxy_seat_id: string | null;
    choice: string;
    motivation: string;
    text_hash: string;
    visibility: string;
    cast_at: Instant;
    nonce: string;
    receipt: string;
    chain_sequence: number;
    received_note: string | null;
  };
  proxy: {
    id: string;
    body_id: string;
    from_seat_id: string;
    to_seat_id: string;
    scope: "ronde" | "vergadering" | "periode";
    round_id: string | null;
    meeting_id: string | null;
    from: Instant;
    until: Instant;
    given_by: string;
    given_at: Instant;
    accepted_by: string | null;
    accepted_at: Instant | null;
    revoked_by: string | null;
    revoked_at: Instant | null;
  };
  treatment_request: {
    id: string;
    round_item_id: string;
    seat_id: string;
    person_id: string;
    reason: string;
    at: Instant;
  };
  school_holiday: {
    id: string;
    region: "noord" | "midden" | "zuid";
    name: string;
    from: Day;
    until: Day;
  };
  condition: {
    id: string;
    ballot_id: string;
    round_item_id: string;
    round_id: string;
    seat_id: string;
    proposal_id: string;
    version: number;
    strength: "must" | "should" | "should_not" | "must_not";
    quote: string | null;
    statement: string;
    answer: string | null;
    answered_in: number | null;
    answered_by: string | null;
    answered_at: Instant | null;
    settled: "confirmed" | "kept" | null;
    settled_by: string | null;
    settled_at: Instant | null;
    /** where the quote stood in the version that was voted on */
    field: TextField | null;
    start: number | null;
    /** where it stands in the current version; null once the text changed there, in `gone_in` */
    now_field: TextField | null;
    now_start: number | null;
    gone_in: number | null;
  };
}
