import type { Tlp } from "#app/domain/access/visibility.ts";
import type { TextField } from "#app/domain/proposals/proposal.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";

export interface ProposalsSchema {
  need: {
    id: string;
    number: string;
    title: string;
    statement: string;
    kind: "shared" | "submitted";
    state: "submitted" | "accepted" | "joined" | "declined";
    body_id: string | null;
    submitted_by: string | null;
    organisation_id: string | null;
    created_at: Instant;
    joined_to: string | null;
    answer: string | null;
    answered_by: string | null;
    answered_at: Instant | null;
  };
  need_component: {
    need_id: string;
    component_id: string;
  };
  proposal: {
    id: string;
    number: string;
    body_id: string;
    kind: "eis" | "wens" | "advies";
    state: "draft" | "under_discussion" | "in_vote" | "adopted" | "in_advice" | "advised" | "in_portfolio" | "on_hold" | "referred_back" | "planned" | "realised" | "in_use" | "rejected" | "withdrawn" | "declined" | "superseded";
    tlp: Tlp;
    title: string;
    title_key: string;
    public_title: string | null;
    current_version: number;
    advice: string | null;
    advice_points: string | null;
    question: string | null;
    on_hold_until: Day | null;
    replaced_by: string | null;
    created_by: string;
    created_at: Instant;
    updated_at: Instant;
    shared_at: Instant | null;
    consulted_from: Instant | null;
    consulted_until: Instant | null;
  };
  proposal_author: {
    proposal_id: string;
    person_id: string;
  };
  proposal_version: {
    id: string;
    proposal_id: string;
    number: number;
    title: string;
    statement: string;
    rationale: string;
    acceptance: string;
    source: string;
    moscow: "must" | "should" | "could" | "wont";
    weight: number | null;
    components: string;
    needs: string;
    policy_areas: string;
    controls: string;
    why: string;
    author_id: string;
    created_at: Instant;
    text_hash: string;
  };
  proposal_component: {
    proposal_id: string;
    component_id: string;
  };
  proposal_need: {
    proposal_id: string;
    need_id: string;
  };
  proposal_policy_area: {
    proposal_id: string;
    policy_area_id: string;
  };
  proposal_step: {
    id: string;
    proposal_id: string;
    at: Instant;
    act: string;
    from_state: string | null;
    to_state: string;
    version: number;
    actor_id: string | null;
    round_id: string | null;
    decision_id: string | null;
    initiative_id: string | null;
    note: string | null;
  };
  proposal_label_request: {
    proposal_id: string;
    tlp: Tlp;
    reason: string;
    asked_by: string;
    asked_role: "chair" | "secretary";
    asked_at: Instant;
  };
  proposal_link: {
    id: string;
    from_id: string;
    to_id: string;
    kind: "derived_from" | "conflicts_with" | "replaces" | "related_to";
    reviewed_version: number;
    created_at: Instant;
    reviewed_at: Instant | null;
    reviewed_by: string | null;
  };
  comment: {
    id: string;
    proposal_id: string;
    version: number;
    quote: string | null;
    statement: string;
    author_id: string;
    organisation_name: string;
    created_at: Instant;
    answer: string | null;
    disposition: "adopted" | "partly" | "not" | null;
    answered_by: string | null;
    answered_at: Instant | null;
    field: TextField | null;
    start: number | null;
    now_field: TextField | null;
    now_start: number | null;
    gone_in: number | null;
    parent_id: string | null;
    amendment_id: string | null;
  };
  amendment: {
    id: string;
    proposal_id: string;
    number: number;
    base_version: number;
    parent_id: string | null;
    reason: string;
    author_id: string;
    organisation_name: string;
    created_at: Instant;
    withdrawn_at: Instant | null;
    handled_at: Instant | null;
    handled_by: string | null;
  };
  amendment_change: {
    id: string;
    amendment_id: string;
    position: number;
    field: TextField;
    /** in the base version of its amendment */
    start: number;
    removed: string;
    added: string;
    /** in the current version; null once the text changed there */
    now_start: number | null;
    gone_in: number | null;
    disposition: "adopted" | "partly" | "not" | null;
    wording: string | null;
    answer: string | null;
    /** the version that lay on the table when it was handled, and the version in which the outcome stands */
    handled_on: number | null;
    handled_in: number | null;
  };
}
