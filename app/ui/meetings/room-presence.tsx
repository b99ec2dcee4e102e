import { roomText } from "#app/text/room.ts";

export interface RoomMember {
  readonly personId: string;
  readonly label: string;
  readonly isPresent: boolean;
  readonly isAbsent: boolean;
  /** what was answered beforehand, and who comes instead */
  readonly said: string;
}

/** Who is there: one tap each. */
export function RoomPresence({ action, members }: { action: string; members: readonly RoomMember[] }) {
  return (
    <form method="post" action={action} id="aanwezigheid-lijst" className="presence">
      <p className="small muted" role="status" id="aanwezigheid-stand">
        {roomText.presentCount(members.filter(({ isPresent }) => isPresent).length, members.length)}
      </p>
      <ul className="plain">
        {members.map(({ personId, label, isPresent, isAbsent, said }) => (
          <li key={personId}>
            <span>
              {label}
              {said !== "" && <span className="block small muted">{said}</span>}
            </span>
            <span className="taps">
              <button type="submit" name="tik" value={`${personId}:aanwezig`} className="nl-button nl-button--secondary" aria-pressed={isPresent}>
                {roomText.present}
                <span className="vh">{`: ${label}`}</span>
              </button>
              <button type="submit" name="tik" value={`${personId}:afwezig`} className="nl-button nl-button--secondary" aria-pressed={isAbsent}>
                {roomText.absent}
                <span className="vh">{`: ${label}`}</span>
              </button>
            </span>
          </li>
        ))}
      </ul>
    </form>
  );
}
