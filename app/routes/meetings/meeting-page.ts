import type { Params } from "@remix-run/react";
import type { CommandContext } from "#app/commands/context.ts";
import { may, type Act } from "#app/domain/access/policy.ts";
import { allows, type MeetingStep } from "#app/domain/meetings/meeting.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { findMeeting, type Meeting } from "#db/queries/meetings.ts";

/** The meeting of this address, or 404 when it is hidden or absent. */
export const meetingOf = async ({ db, actor }: CommandContext, params: Params): Promise<Meeting> => (await findMeeting(db, actor, params["id"] ?? "")) ?? notFound();

/** The same for a page with a form: 403 for whoever may see the meeting but not do this. */
export async function meetingFor(context: CommandContext, params: Params, act: Act): Promise<Meeting> {
  const meeting = await meetingOf(context, params);
  if (!may(context.actor, act, { bodyId: meeting.bodyId })) forbidden();
  return meeting;
}

/** Whether the button for this act is there: right and state together. */
export const canDo = ({ actor }: CommandContext, meeting: Meeting, act: Act, step: MeetingStep): boolean => may(actor, act, { bodyId: meeting.bodyId }) && allows(meeting.state, step);

export const isMemberOf = ({ actor }: CommandContext, { bodyId }: Pick<Meeting, "bodyId">): boolean => actor.memberships.some((membership) => membership.bodyId === bodyId);
