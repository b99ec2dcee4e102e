import type { Day, Instant } from "#app/domain/shared/instant.ts";

export interface MinutesSchema {
  minutes_version: {
    id: string;
    meeting_id: string;
    number: number;
    /** the items with their text, as JSON */
    items: string;
    hash: string;
    created_by: string;
    created_at: Instant;
  };
  minutes_correction: {
    id: string;
    meeting_id: string;
    number: number;
    agenda_item_id: string;
    /** what it says now; empty when something is missing */
    passage: string;
    suggestion: string;
    author_id: string;
    created_at: Instant;
    withdrawn_at: Instant | null;
    disposition: "adopted" | "partly" | "not" | null;
    answer: string | null;
    handled_at: Instant | null;
    handled_by: string | null;
    /** the version in which the text was changed for it */
    handled_in: number | null;
  };
  commitment: {
    id: string;
    number: string;
    body_id: string;
    meeting_id: string;
    agenda_item_id: string;
    decision_id: string | null;
    statement: string;
    promised_by: string;
    due_on: Day | null;
    created_by: string;
    created_at: Instant;
    done_at: Instant | null;
    done_note: string | null;
  };
}
