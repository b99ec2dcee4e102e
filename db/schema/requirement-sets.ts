import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";

export interface RequirementSetsSchema {
  requirement_series: {
    id: string;
    slug: string;
    body_id: string;
    component_id: string;
    tlp: Tlp;
    created_by: string;
    created_at: Instant;
  };
  /** one edition; a concept as long as nothing froze it */
  requirement_set: {
    id: string;
    series_id: string;
    version: number;
    title: string;
    lot: string;
    intro: string;
    created_by: string;
    created_at: Instant;
    updated_at: Instant;
    /** one more with every change of the concept */
    revision: number;
  };
  requirement_chapter: {
    id: string;
    set_id: string;
    /** the chapter of the first edition that this one continues */
    origin_id: string;
    parent_id: string | null;
    position: number;
    /** written when the edition is frozen */
    number: string | null;
    title: string;
    intro: string;
  };
  requirement: {
    id: string;
    set_id: string;
    chapter_id: string;
    position: number;
    number: string | null;
    proposal_id: string;
    version: number;
    weight: number | null;
  };
  requirement_freeze: {
    set_id: string;
    last_requirement_id: string;
    fingerprint: string;
    tlp: Tlp;
    note: string;
    frozen_by: string;
    frozen_at: Instant;
  };
}
