import type { Disposition } from "#app/domain/proposals/discussion.ts";
import { threadText } from "#app/text/amendments.ts";
import { date } from "#app/text/format.ts";
import { dispositionText, pageText } from "#app/text/proposals.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { dispositionTone } from "./change-list.tsx";

export interface ShownReply {
  readonly id: string;
  readonly statement: string;
  readonly by: string;
  readonly at: string;
}

export interface ShownComment extends ShownReply {
  readonly version: number;
  readonly quote: string | null;
  /** where the quote stands now: "Tekst, alinea 2"; null without a quote, or when its text changed */
  readonly place: string | null;
  readonly isQuoteGone: boolean;
  readonly answer: string | null;
  readonly disposition: Disposition | null;
  readonly answeredBy: string | null;
  readonly answeredAt: string | null;
  readonly replies: readonly ShownReply[];
  /** where this reader may answer it, or go on under it; null when not */
  readonly answerAddress: string | null;
  readonly threadAddress: string | null;
}

interface CommentListProps {
  readonly comments: readonly ShownComment[];
  /** how many there are in all, when not all are here */
  readonly answered?: number;
  readonly all?: { readonly href: string; readonly count: number } | null;
}

/** Open comments in sight, answered ones behind a summary; with a link to the rest when there are more. */
export function CommentList({ comments, answered: inAll, all = null }: CommentListProps) {
  const [open, answered] = [comments.filter(({ answer }) => answer === null), comments.filter(({ answer }) => answer !== null)];
  if (comments.length === 0) return <p className="muted">{pageText.noComments}</p>;
  return (
    <>
      {open.map((comment) => (
        <CommentNote key={comment.id} comment={comment} />
      ))}
      {answered.length > 0 && (
        <details open={open.length === 0 && answered.length <= 3}>
          <summary>{pageText.showAnswered(inAll ?? answered.length)}</summary>
          <div className="stack">
            {answered.map((comment) => (
              <CommentNote key={comment.id} comment={comment} />
            ))}
          </div>
        </details>
      )}
      {all !== null && all.count > comments.length && (
        <p>
          <a href={all.href}>{threadText.all(all.count)}</a>
        </p>
      )}
    </>
  );
}

/** One comment with its replies, its answer, and what this reader can do with it. */
export function CommentNote({ comment }: { comment: ShownComment }) {
  const { id, version, quote, place, isQuoteGone, statement, by, at, answer, disposition, answeredBy, answeredAt, replies, answerAddress, threadAddress } = comment;
  return (
    <article className="note stack" id={`reactie-${id}`}>
      {quote !== null && (
        <blockquote>
          <p className="lines">“{quote}”</p>
          {isQuoteGone && <Tag tone="amber">{pageText.quoteGone}</Tag>}
        </blockquote>
      )}
      <p className="lines">{statement}</p>
      <p className="by">{[by, date(at), pageText.onVersion(version), place].filter(Boolean).join(" · ")}</p>
      {replies.map((reply) => (
        <div className="reply stack" key={reply.id} id={`reactie-${reply.id}`}>
          <p className="lines">{reply.statement}</p>
          <p className="by">{[reply.by, date(reply.at)].join(" · ")}</p>
        </div>
      ))}
      {answer !== null && (
        <div className="reply stack">
          {disposition !== null && <Tag tone={dispositionTone[disposition]}>{dispositionText[disposition]}</Tag>}
          <p className="lines">{answer}</p>
          <p className="by">{[answeredBy, answeredAt === null ? null : date(answeredAt)].filter(Boolean).join(" · ")}</p>
        </div>
      )}
      {(answerAddress !== null || threadAddress !== null) && (
        <div className="actions">
          {answerAddress !== null && (
            <ButtonLink href={answerAddress} secondary>
              {pageText.answerTitle}
            </ButtonLink>
          )}
          {threadAddress !== null && <a href={threadAddress}>{threadText.reply}</a>}
        </div>
      )}
    </article>
  );
}
