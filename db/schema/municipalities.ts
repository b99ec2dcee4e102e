import type { Instant } from "#app/domain/shared/instant.ts";
import type { Flag } from "./flag.ts";

export interface MunicipalitiesSchema {
  adoption: {
    organisation_id: string;
    component_id: string;
    state: "niet" | "orientatie" | "besloten" | "in_aansluiting" | "aangesloten";
    since: string | null;
    step: number | null;
    note: string | null;
    is_fictional: Flag;
    changed_by: string | null;
    changed_at: Instant;
  };
  building_block: {
    id: string;
    code: string;
    slug: string;
    title: string;
    title_key: string;
    statement: string;
    explanation: string;
    position: number;
    updated_at: Instant;
  };
  building_block_area: {
    block_id: string;
    policy_area_id: string;
  };
  building_block_component: {
    block_id: string;
    component_id: string;
  };
  building_block_source: {
    id: string;
    block_id: string;
    kind: string;
    reference: string;
    title: string;
  };
  control: {
    id: string;
    framework: string;
    edition: string;
    number: string;
    title: string;
    summary: string;
    maps_to: string | null;
  };
  building_block_control: {
    block_id: string;
    control_id: string;
  };
  policy_note: {
    id: string;
    person_id: string;
    organisation_id: string | null;
    title: string;
    blocks: string;
    created_at: Instant;
    updated_at: Instant;
  };
  follow: {
    id: string;
    person_id: string;
    subject_kind: "proposal" | "body" | "component" | "need" | "initiative" | "roadmap_item" | "organisation" | "round" | "meeting" | "requirement_set";
    subject_id: string;
    followed_at: Instant;
    seen_at: Instant;
  };
}
