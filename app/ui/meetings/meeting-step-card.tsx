import type { MeetingState } from "#app/domain/meetings/meeting.ts";
import { href, paths } from "#app/paths.ts";
import { meetingText } from "#app/text/meetings.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { NextStep } from "#app/ui/next-step.tsx";

export interface MeetingRights {
  readonly agenda: boolean;
  readonly send: boolean;
  readonly start: boolean;
  readonly close: boolean;
  readonly attend: boolean;
  readonly write: boolean;
  readonly share: boolean;
  readonly adopt: boolean;
  readonly publish: boolean;
  readonly correct: boolean;
  readonly decide: boolean;
  readonly act: boolean;
  readonly change: boolean;
  readonly cancel: boolean;
  readonly run: boolean;
}

export interface SteppedMeeting {
  readonly id: string;
  readonly state: MeetingState;
  readonly isChair: boolean;
  readonly hasAgenda: boolean;
  readonly readsMinutes: boolean;
  /** the day for which it is planned, as long as that is still to come */
  readonly plannedFor: string | null;
  readonly can: MeetingRights;
  readonly adopters: readonly { readonly id: string; readonly title: string }[];
}

/** The one next step of this meeting for this reader; nothing when there is none. */
export function MeetingStepCard({ meeting }: { meeting: SteppedMeeting }) {
  const { state, can } = meeting;
  const action = actionOf(meeting);
  const isOffered = can.send || can.start || can.close || can.share || can.adopt || can.publish;
  if (action === null || !isOffered) return meeting.readsMinutes ? <ReadMinutes id={meeting.id} /> : null;
  const { title, body } = meetingText.steps[state];
  return (
    <NextStep title={title} action={action}>
      {can.start && !(can.send && state === "gepland") && meeting.plannedFor !== null ? meetingText.early(meeting.plannedFor) : body}
    </NextStep>
  );
}

function ReadMinutes({ id }: { id: string }) {
  return (
    <p>
      <ButtonLink href={href(paths.minutes, { id })}>{meetingText.toMinutes}</ButtonLink>
    </p>
  );
}

function actionOf({ id, state, can, hasAgenda, isChair, adopters }: SteppedMeeting) {
  if (can.send && !hasAgenda) return <ButtonLink href={href(paths.meetingAgenda, { id })}>{meetingText.editAgenda}</ButtonLink>;
  if (can.send && state === "gepland") return <ActionForm action={href(paths.agendaSending, { id })} label={meetingText.send} />;
  if (can.start) return <ActionForm action={href(paths.meetingStart, { id })} label={meetingText.start} />;
  if (can.close) return <ActionForm action={href(paths.meetingEnd, { id })} label={meetingText.close} />;
  if (can.share) return <ButtonLink href={href(paths.minutesEdit, { id })}>{meetingText.writeMinutes}</ButtonLink>;
  if (can.adopt && isChair) return <ActionForm action={href(paths.minutesAdoption, { id })} label={meetingText.adopt} />;
  const [adopter] = adopters;
  if (can.adopt && adopter) return <ActionForm action={href(paths.minutesAdoption, { id })} label={meetingText.adoptIn(adopter.title)} fields={{ inMeeting: adopter.id }} />;
  if (can.publish) return <ActionForm action={href(paths.minutesPublication, { id })} label={meetingText.publish} />;
  return null;
}
