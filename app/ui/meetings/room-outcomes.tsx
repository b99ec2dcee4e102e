import { href, paths } from "#app/paths.ts";
import { handsText, roomText } from "#app/text/room.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { Tag } from "#app/ui/tag.tsx";
import type { Outcome } from "#app/domain/voting/tally.ts";

export interface RoomOutcome {
  readonly key: string;
  readonly kind: "informatie" | "besluit" | "actie";
  readonly text: string;
  readonly meta: string;
  /** address of what was recorded; null for a note */
  readonly address: string | null;
  readonly mayWithdraw: boolean;
}

export interface RoomHands {
  readonly id: string;
  readonly question: string;
  readonly outcome: Outcome;
  readonly figures: string;
  readonly turnout: string;
}

/** What was recorded under this item, typed, with the votes. */
export function RoomOutcomes({ meetingId, outcomes, hands }: { meetingId: string; outcomes: readonly RoomOutcome[]; hands: readonly RoomHands[] }) {
  if (outcomes.length === 0 && hands.length === 0) return <p className="muted">{roomText.nothingYet}</p>;
  return (
    <ul className="rows">
      {outcomes.map(({ key, kind, text, meta, address, mayWithdraw }) => (
        <li key={key}>
          <div>
            <p>{address === null ? text : <a href={address}>{text}</a>}</p>
            {meta !== "" && <p className="meta">{meta}</p>}
            <Tag tone={kind === "besluit" ? "green" : kind === "actie" ? "amber" : "blue"}>{roomText.outcomes[kind]}</Tag>
          </div>
          {mayWithdraw && <ActionForm action={href(paths.roomOutcomeWithdrawal, { id: meetingId, outcomeId: key })} label={roomText.withdraw} secondary describe={text} />}
        </li>
      ))}
      {hands.map(({ id, question, outcome, figures, turnout }) => (
        <li key={id}>
          <div>
            <p>{question}</p>
            <p className="meta">{[figures, turnout].join(" · ")}</p>
            <Tag tone={outcome === "aangenomen" ? "green" : "amber"}>{handsText.outcome[outcome]}</Tag>
          </div>
        </li>
      ))}
    </ul>
  );
}
