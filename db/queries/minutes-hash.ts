import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Trx } from "../client.ts";
import { sha256 } from "../hash.ts";
import { listWholeAgenda } from "./agenda-items.ts";
import { listAttendance } from "./attendance.ts";
import type { Meeting } from "./meetings.ts";

/** The hash under which minutes are frozen: over the meeting, who was there, and every item whole, the closed ones included. */
export async function minutesHashOf(trx: Trx, meeting: Meeting): Promise<string> {
  const items = await listWholeAgenda(trx, meeting.id);
  const attendance = await listAttendance(trx, meeting.id);
  return sha256(
    canonicalJson({
      meeting: { id: meeting.id, body: meeting.bodyId, title: meeting.title, startsAt: meeting.startsAt, endsAt: meeting.endsAt, location: meeting.location },
      attendance: attendance.map(({ name, organisationName, state }) => ({ name, organisationName, state })),
      items: items.map(({ id, position, title, kind, is_closed, minutes, outcome }) => ({ id, position, title, kind, closed: is_closed, minutes, outcome })),
    }),
  );
}
