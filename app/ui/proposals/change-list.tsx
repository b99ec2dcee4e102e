import type { DiffPart } from "#app/domain/proposals/diff.ts";
import type { Disposition } from "#app/domain/proposals/discussion.ts";
import { amendmentText } from "#app/text/amendments.ts";
import { dispositionText } from "#app/text/proposals.ts";
import { DiffText } from "#app/ui/diff.tsx";
import { Tag } from "#app/ui/tag.tsx";

/** One change as a page shows it: where, what, and what was decided. */
export interface ShownChange {
  readonly id: string;
  /** "2.1" */
  readonly label: string;
  readonly amendment: number;
  readonly position: number;
  readonly place: string;
  readonly parts: readonly DiffPart[];
  readonly goneIn: number | null;
  /** labels of the changes about the same passage */
  readonly collidesWith: readonly string[];
  readonly disposition: Disposition | null;
  readonly wording: string | null;
  readonly answer: string | null;
  readonly handledIn: number | null;
}

export const dispositionTone = { adopted: "green", partly: "blue", not: "amber" } as const satisfies Record<Disposition, string>;

/** Each change under its number, with the words around it; what went is struck through, what came is underlined. */
export function ChangeList({ changes }: { changes: readonly ShownChange[] }) {
  return (
    <>
      {changes.map((change) => (
        <article className="note stack" key={change.id} id={`wijziging-${change.label}`}>
          <ChangeText change={change} />
          {change.disposition !== null && <Outcome change={change} />}
        </article>
      ))}
    </>
  );
}

/** Where a change stands and what it does to the text, with a warning when another wants the same passage. */
export function ChangeText({ change }: { change: ShownChange }) {
  const { amendment, position, place, parts, collidesWith, goneIn, disposition } = change;
  return (
    <>
      <h3>
        {amendmentText.changeTitle(amendment, position)} <span className="muted small">{place}</span>
      </h3>
      <p className="lines">
        <DiffText parts={parts} />
      </p>
      {disposition === null && goneIn !== null && (
        <p>
          <Tag tone="amber">{amendmentText.gone(goneIn)}</Tag>
        </p>
      )}
      {collidesWith.length > 0 && (
        <p>
          <Tag tone="amber">{amendmentText.collides(collidesWith.join(", "))}</Tag>
        </p>
      )}
    </>
  );
}

/** What the penvoerder decided about a change, with the words that came instead and the answer. */
export function Outcome({ change: { disposition, wording, answer, handledIn } }: { change: Pick<ShownChange, "disposition" | "wording" | "answer" | "handledIn"> }) {
  if (disposition === null) return null;
  return (
    <div className="reply stack">
      <Tag tone={dispositionTone[disposition]}>{dispositionText[disposition]}</Tag>
      {wording !== null && (
        <p className="lines">
          {`${amendmentText.wording}: `}
          <ins>{wording}</ins>
        </p>
      )}
      {answer !== null && answer !== "" && <p className="lines">{answer}</p>}
      {handledIn !== null && disposition !== "not" && <p className="by">{amendmentText.handledIn(handledIn)}</p>}
    </div>
  );
}
