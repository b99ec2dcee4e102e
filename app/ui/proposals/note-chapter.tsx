import type { NoteChapter, NoteChange, NoteComment } from "#app/domain/proposals/disposition-note.ts";
import { href, paths } from "#app/paths.ts";
import { amendmentStateText, amendmentText, notaText, threadText, totalsText } from "#app/text/amendments.ts";
import { date } from "#app/text/format.ts";
import { dispositionText } from "#app/text/proposals.ts";
import { DiffText } from "#app/ui/diff.tsx";
import { Section } from "#app/ui/layout.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { dispositionTone } from "./change-list.tsx";
import { ConditionNote } from "./condition-note.tsx";

/** All that was said about one version with what was decided: changes, reactions, conditions; and how much of each. */
export function NoteChapterView({ number, chapter }: { number: string; chapter: NoteChapter }) {
  const { version, next, changes, comments, conditions, totals, open } = chapter;
  return (
    <Section
      id={`versie-${version}`}
      title={notaText.transition(version, next)}
      aside={next === null ? null : <a href={href(paths.proposalComparison, { number }, { van: version, naar: next })}>{notaText.compare}</a>}
    >
      <p className="num">{notaText.totals(totalsText(totals), open)}</p>
      {changes.length > 0 && <h3>{notaText.amendments}</h3>}
      {changes.map((change) => (
        <ChangeEntry key={change.label} change={change} />
      ))}
      {comments.length > 0 && <h3>{notaText.comments}</h3>}
      {comments.map((comment) => (
        <CommentEntry key={comment.id} comment={comment} />
      ))}
      {conditions.length > 0 && <h3>{notaText.conditions}</h3>}
      {conditions.map((condition) => (
        <article className="note stack" key={condition.id}>
          <ConditionNote condition={{ ...condition, organisationName: condition.by, version: condition.on, answeredIn: null }} />
        </article>
      ))}
    </Section>
  );
}

function ChangeEntry({ change: { label, place, by, at, reason, parts, disposition, wording, answer, isWithdrawn } }: { change: NoteChange }) {
  return (
    <article className="note stack">
      <h4>
        {label} <span className="muted small">{place}</span>
      </h4>
      <p className="lines">
        <DiffText parts={parts} />
      </p>
      <p className="lines">{reason}</p>
      <p className="by">{[by, date(at)].join(" · ")}</p>
      <Decision disposition={disposition} answer={answer} wording={wording} open={isWithdrawn ? amendmentStateText.withdrawn : notaText.open} />
    </article>
  );
}

function CommentEntry({ comment: { by, at, quote, statement, amendment, replies, disposition, answer } }: { comment: NoteComment }) {
  return (
    <article className="note stack">
      {quote !== null && (
        <blockquote>
          <p className="lines">“{quote}”</p>
        </blockquote>
      )}
      <p className="lines">{statement}</p>
      <p className="by">{[by, date(at), amendment === null ? null : threadText.onAmendment(amendment)].filter(Boolean).join(" · ")}</p>
      {replies.map((reply, index) => (
        <div className="reply stack" key={index}>
          <p className="lines">{reply.statement}</p>
          <p className="by">{reply.by}</p>
        </div>
      ))}
      <Decision disposition={disposition} answer={answer} wording={null} open={notaText.open} />
    </article>
  );
}

function Decision({ disposition, answer, wording, open }: Pick<NoteChange, "disposition" | "answer" | "wording"> & { open: string }) {
  return (
    <div className="reply stack">
      <Tag tone={disposition === null ? undefined : dispositionTone[disposition]}>{disposition === null ? open : dispositionText[disposition]}</Tag>
      {wording !== null && (
        <p className="lines">
          {`${amendmentText.wording}: `}
          <ins>{wording}</ins>
        </p>
      )}
      {answer !== null && answer !== "" && <p className="lines">{answer}</p>}
    </div>
  );
}
