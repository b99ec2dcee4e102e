import type { Instant } from "#app/domain/shared/instant.ts";
import type { MailKind } from "#app/domain/following/mail.ts";
import type { JobKind } from "#app/domain/following/job.ts";
import type { Flag } from "./flag.ts";

export interface MailSchema {
  job: {
    id: string;
    kind: JobKind;
    subject_id: string;
    due_at: Instant;
    created_at: Instant;
    /** nobody else takes it before this moment */
    claimed_until: Instant;
    attempts: number;
    done_at: Instant | null;
    error: string | null;
  };
  mail: {
    id: string;
    person_id: string;
    kind: MailKind;
    subject_id: string;
    facts: string;
    /** the same mail twice is one mail */
    once: string;
    created_at: Instant;
    due_at: Instant;
    claimed_until: Instant;
    attempts: number;
    ended_at: Instant | null;
    outcome: "sent" | "lapsed" | "failed" | null;
    error: string | null;
  };
  mail_preference: {
    person_id: string;
    token: string;
    reminders: Flag;
  };
}
