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
    weight: number;
    position: number;
  };
  score: {
    initiative_id: string;
    criterion_id: string;
    person_id: string;
    points: number;
    at: Instant;
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
}
