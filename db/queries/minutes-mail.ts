import { validityOn, type Validity } from "#app/domain/decisions/decision.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { MeetingState } from "#app/domain/meetings/meeting.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";

/** A meeting as mail about its minutes tells it. */
export interface MailedMeeting {
  readonly id: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly title: string;
  readonly startsAt: Instant;
  readonly state: MeetingState;
  readonly tlp: Tlp;
}

export async function findMailedMeeting(db: Db, id: string): Promise<MailedMeeting | null> {
  const row = await db
    .selectFrom("meeting")
    .innerJoin("body", "body.id", "meeting.body_id")
    .select(["meeting.id", "meeting.body_id", "body.name", "meeting.title", "meeting.starts_at", "meeting.state", "meeting.tlp"])
    .where("meeting.id", "=", id)
    .executeTakeFirst();
  return row ? { id: row.id, bodyId: row.body_id, bodyName: row.name, title: row.title, startsAt: row.starts_at, state: row.state, tlp: row.tlp } : null;
}

/** A decision as the mail about its review tells it. */
export interface MailedDecision {
  readonly number: string;
  readonly bodyId: string;
  readonly bodyName: string;
  readonly title: string;
  readonly tlp: Tlp;
  readonly validity: Validity;
  readonly reviewOn: Day | null;
}

export async function findMailedDecision(db: Db, id: string, now: Instant): Promise<MailedDecision | null> {
  const row = await db
    .selectFrom("decision")
    .innerJoin("body", "body.id", "decision.body_id")
    .select(["decision.number", "decision.body_id", "body.name", "decision.title", "decision.tlp", "decision.validity", "decision.valid_until", "decision.review_on"])
    .where("decision.id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  return { number: row.number, bodyId: row.body_id, bodyName: row.name, title: row.title, tlp: row.tlp, validity: validityOn({ validity: row.validity, validUntil: row.valid_until }, dutchDay(now)), reviewOn: row.review_on };
}
