import { href, paths } from "#app/paths.ts";
import { commitmentText } from "#app/text/commitments.ts";
import { meetingText } from "#app/text/meetings.ts";
import { roomText } from "#app/text/room.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import type { SteppedMeeting } from "./meeting-step-card.tsx";

/** Everything else that this reader can do with the meeting, beside the next step. */
export function MeetingTools({ meeting }: { meeting: SteppedMeeting }) {
  const { id, state, can, hasAgenda, readsMinutes, adopters } = meeting;
  const links = [
    ...(can.run ? [{ to: href(paths.room, { id }), label: roomText.link }] : []),
    ...(readsMinutes ? [{ to: href(paths.minutes, { id }), label: meetingText.toMinutes }] : []),
    ...(can.write ? [{ to: href(paths.minutesEdit, { id }), label: meetingText.writeMinutes }] : []),
    ...(can.attend ? [{ to: href(paths.attendance, { id }), label: meetingText.recordAttendance }] : []),
    ...(can.decide ? [{ to: href(paths.meetingDecision, { id }), label: meetingText.recordDecision }] : []),
    ...(can.decide ? [{ to: href(paths.meetingCommitment, { id }), label: commitmentText.newTitle }] : []),
    ...(can.act ? [{ to: href(paths.meetingAction, { id }), label: meetingText.recordAction }] : []),
    ...(can.agenda ? [{ to: href(paths.meetingAgenda, { id }), label: meetingText.changeAgenda }] : []),
    ...(can.change ? [{ to: href(paths.meetingEdit, { id }), label: meetingText.editPlan }] : []),
    ...(can.correct ? [{ to: href(paths.minutesErratum, { id }), label: meetingText.erratum }] : []),
    ...(can.cancel ? [{ to: href(paths.meetingCancellation, { id }), label: meetingText.cancel }] : []),
  ];
  if (links.length === 0) return null;
  return (
    <section className="stack" aria-labelledby="meer">
      <h2 id="meer">{meetingText.more}</h2>
      <ul className="plain stack">
        {links.map(({ to, label }) => (
          <li key={to}>
            <a href={to}>{label}</a>
          </li>
        ))}
        {can.send && hasAgenda && (
          <li>
            {state === "gepland" ? (
              <ActionForm action={href(paths.meetingStart, { id })} label={meetingText.start} secondary />
            ) : (
              <ActionForm action={href(paths.agendaSending, { id })} label={meetingText.sendAgain} secondary />
            )}
          </li>
        )}
        {can.share && (
          <li>
            <ActionForm action={href(paths.minutesConcept, { id })} label={meetingText.share} secondary />
          </li>
        )}
        {can.adopt &&
          adopters.map((adopter) => (
            <li key={adopter.id}>
              <ActionForm action={href(paths.minutesAdoption, { id })} label={meetingText.adoptIn(adopter.title)} fields={{ inMeeting: adopter.id }} secondary />
            </li>
          ))}
      </ul>
    </section>
  );
}
