import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Flag } from "./flag.ts";

export interface PlanningSchema {
  meeting_series: {
    id: string;
    body_id: string;
    title: string;
    frequency: "weekly" | "monthly";
    every: number;
    /** which weekday of the month: 1 to 4, or -1 for the last */
    nth: number | null;
    from_day: Day;
    until_day: Day;
    /** on Dutch clocks: 13:00 */
    starts: string;
    /** minutes */
    duration: number;
    location: string;
    tlp: Tlp;
    /** the days left out with why, as JSON */
    skipped: string;
    created_by: string;
    created_at: Instant;
    ended_at: Instant | null;
    reason: string | null;
  };
  agenda_template_item: {
    id: string;
    body_id: string;
    position: number;
    title: string;
    kind: "informatie" | "bespreking" | "besluit";
    is_closed: Flag;
    notes: string;
    planned_minutes: number | null;
    lists_actions: Flag;
  };
  cover_note: {
    agenda_item_id: string;
    occasion: string;
    request: string;
    explanation: string;
    finance: string;
    follow_up: string;
    changed_by: string;
    changed_at: Instant;
  };
  annex: {
    id: string;
    agenda_item_id: string;
    name: string;
    media_type: string;
    size: number;
    sha256: string;
    added_by: string;
    added_at: Instant;
  };
  annex_part: {
    id: string;
    annex_id: string;
    position: number;
    /** base64 */
    content: string;
  };
  agenda_sending: {
    id: string;
    meeting_id: string;
    number: number;
    /** the meeting and its items as they were sent, as JSON */
    agenda: string;
    /** what differs from the sending before, as JSON */
    changes: string;
    recipients: number;
    sent_by: string;
    sent_at: Instant;
  };
  calendar_link: {
    person_id: string;
    token_hash: string;
    created_at: Instant;
  };
  noted_outcome: {
    id: string;
    meeting_id: string;
    agenda_item_id: string;
    statement: string;
    added_by: string;
    added_at: Instant;
    withdrawn_at: Instant | null;
  };
  show_of_hands: {
    id: string;
    meeting_id: string;
    agenda_item_id: string;
    question: string;
    rule: string;
    /** every seat with its weight, whether it was there, and its choice, as JSON */
    seats: string;
    tally: string;
    outcome: string;
    decision_id: string | null;
    recorded_by: string;
    held_at: Instant;
  };
}
