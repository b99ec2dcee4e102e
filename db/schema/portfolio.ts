import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Flag } from "./flag.ts";

export interface PortfolioSchema {
  initiative: {
    id: string;
    number: string;
    title: string;
    summary: string;
    body_id: string;
    component_id: string;
    approach: "optimalisatie" | "innovatie";
    state: "voorgesteld" | "opgenomen" | "aangehouden" | "afgewezen" | "terugverwezen" | "gerealiseerd";
    cost_from: number | null;
    cost_to: number | null;
    tlp: Tlp;
    public_title: string | null;
    public_summary: string | null;
    on_hold_until: Day | null;
    question: string | null;
    decision_id: string | null;
    created_by: string;
    created_at: Instant;
    updated_at: Instant;
  };
  initiative_proposal: {
    initiative_id: string;
    proposal_id: string;
    is_live: Flag;
    added_at: Instant;
  };
  criterion: {
    id: string;
    title: string;
    meaning: string;
    lowest: string;
    highest: string;
    created_at: Instant;
  };
  criteria_version: {
    id: string;
    body_id: string;
    number: number;
    why: string;
    adopted_by: string;
    adopted_at: Instant;
  };
  criteria_weight: {
    version_id: string;
    criterion_id: string;
    weight: number;
    position: number;
  };
  score: {
    id: string;
    initiative_id: string;
    seat_id: string;
    criterion_id: string;
    turn: number;
    points: number;
    note: string;
    person_id: string;
    at: Instant;
  };
  scenario: {
    id: string;
    body_id: string;
    title: string;
    note: string;
    created_by: string;
    created_at: Instant;
    updated_by: string;
    updated_at: Instant;
  };
  scenario_wish: {
    scenario_id: string;
    initiative_id: string;
    stance: "eerst" | "gewoon" | "weg";
    shift: number;
  };
  capacity: {
    quarter: string;
    fte: number;
    changed_at: Instant;
  };
  roadmap_item: {
    id: string;
    number: string;
    title: string;
    summary: string;
    component_id: string;
    body_id: string;
    initiative_id: string | null;
    start_quarter: string;
    end_quarter: string;
    fte: number;
    standing: "voorgesteld" | "vastgesteld" | "vervallen";
    progress: "gepland" | "loopt" | "vertraagd" | "gerealiseerd" | "in_gebruik" | "gestopt";
    progress_note: string | null;
    tlp: Tlp;
    public_title: string | null;
    public_summary: string | null;
    created_at: Instant;
    updated_at: Instant;
    updated_by: string | null;
  };
  roadmap_dependency: {
    item_id: string;
    needs_id: string;
  };
  milestone: {
    id: string;
    item_id: string;
    title: string;
    due_on: Day;
    reached_on: Day | null;
  };
  roadmap_move: {
    id: string;
    item_id: string;
    at: Instant;
    actor_id: string | null;
    kind: string;
    from_start: string | null;
    from_end: string | null;
    to_start: string;
    to_end: string;
    reason: string;
  };
  roadmap_phase: {
    id: string;
    item_id: string;
    position: number;
    title: string;
    quarters: number;
    gate: string;
    passed_on: Day | null;
    passed_by: string | null;
  };
  roadmap_effort: {
    item_id: string;
    place: number;
    fte: number;
  };
  roadmap_status: {
    id: string;
    item_id: string;
    progress: "gepland" | "loopt" | "vertraagd" | "gerealiseerd" | "in_gebruik" | "gestopt";
    note: string;
    person_id: string;
    changed_at: Instant;
  };
  milestone_move: {
    id: string;
    milestone_id: string;
    person_id: string;
    from_due: Day;
    to_due: Day;
    reason: string;
    changed_at: Instant;
  };
  advice_subject: {
    proposal_id: string;
    subject: "organisatie" | "adoptie" | "implementatie" | "opschaling";
    changed_by: string;
    changed_at: Instant;
  };
  advice_answer: {
    id: string;
    proposal_id: string;
    kind: "overgenomen" | "deels" | "niet";
    decision_id: string;
    answered_by: string;
    answered_at: Instant;
  };
}
