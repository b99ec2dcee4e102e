import type { Instant } from "#app/domain/shared/instant.ts";

export interface DraftingSchema {
  private_draft: {
    id: string;
    person_id: string;
    proposal_id: string | null;
    based_on: number | null;
    fields: string;
    saved_at: Instant;
  };
  municipal_note: {
    id: string;
    proposal_id: string;
    organisation_id: string;
    author_id: string;
    statement: string;
    created_at: Instant;
  };
}
