import type { Disposition } from "#app/domain/proposals/discussion.ts";
import { date } from "#app/text/format.ts";
import { dispositionText, pageText } from "#app/text/proposals.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Tag } from "#app/ui/tag.tsx";

export interface ShownComment {
  readonly id: string;
  readonly version: number;
  readonly quote: string | null;
  /** whether the quoted words still stand in the newest version */
  readonly isQuoteGone: boolean;
  readonly statement: string;
  readonly by: string;
  readonly at: string;
  readonly answer: string | null;
  readonly disposition: Disposition | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  /** where this reader may answer it; null when not */
  readonly answerAddress: string | null;
}

/** Open comments in sight, answered ones behind a summary. */
export function CommentList({ comments }: { comments: readonly ShownComment[] }) {
  const [open, answered] = [comments.filter(({ answer }) => answer === null), comments.filter(({ answer }) => answer !== null)];
  if (comments.length === 0) return <p className="muted">{pageText.noComments}</p>;
  return (
    <>
      {open.map((comment) => (
        <CommentNote key={comment.id} comment={comment} />
      ))}
      {answered.length > 0 && (
        <details open={open.length === 0 && answered.length <= 3}>
          <summary>{pageText.showAnswered(answered.length)}</summary>
          <div className="stack">
            {answered.map((comment) => (
              <CommentNote key={comment.id} comment={comment} />
            ))}
          </div>
        </details>
      )}
    </>
  );
}

function CommentNote({ comment }: { comment: ShownComment }) {
  const { id, version, quote, isQuoteGone, statement, by, at, answer, disposition, answeredBy, answeredAt, answerAddress } = comment;
  return (
    <article className="note stack" id={`reactie-${id}`}>
      {quote !== null && (
        <blockquote>
          <p>“{quote}”</p>
          {isQuoteGone && <Tag tone="amber">{pageText.quoteGone}</Tag>}
        </blockquote>
      )}
      <p className="lines">{statement}</p>
      <p className="by">{[by, date(at), pageText.onVersion(version)].join(" · ")}</p>
      {answer !== null && (
        <div className="reply stack">
          {disposition !== null && <Tag tone={disposition === "not" ? "amber" : "green"}>{dispositionText[disposition]}</Tag>}
          <p className="lines">{answer}</p>
          <p className="by">{[answeredBy, answeredAt === null ? null : date(answeredAt)].filter(Boolean).join(" · ")}</p>
        </div>
      )}
      {answerAddress !== null && (
        <p>
          <ButtonLink href={answerAddress} secondary>
            {pageText.answerTitle}
          </ButtonLink>
        </p>
      )}
    </article>
  );
}
