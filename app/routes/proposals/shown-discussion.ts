import type { Actor } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { changeInContext, collides } from "#app/domain/proposals/amendment.ts";
import { asConsulted } from "#app/domain/proposals/consultation.ts";
import { standsIn } from "#app/domain/proposals/discussion.ts";
import type { LiveChange } from "#app/domain/proposals/open-changes.ts";
import { allParagraphs, locate, paragraphAt, type FieldTexts, type Passage } from "#app/domain/proposals/passages.ts";
import { isEnded } from "#app/domain/proposals/proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { href, paths } from "#app/paths.ts";
import { amendmentText, placeText, threadText } from "#app/text/amendments.ts";
import { pageText } from "#app/text/proposals.ts";
import type { ShownChange } from "#app/ui/proposals/change-list.tsx";
import type { ShownComment } from "#app/ui/proposals/comment-list.tsx";
import type { Amendment } from "#db/queries/amendments.ts";
import type { Comment } from "#db/queries/comments.ts";
import type { Proposal } from "#db/queries/proposals.ts";

interface Reader {
  readonly actor: Actor;
  readonly now: () => Instant;
}

/** Comments as threads: each first comment with its replies, and what this reader may do with it. `newest` is the current version. */
export function shownThreads({ actor, now }: Reader, proposal: Proposal, comments: readonly Comment[], newest: FieldTexts): ShownComment[] {
  const isAnswerer = may(actor, "comment.answer", proposal);
  const isTalker = !isEnded(proposal.state) && may(actor, "comment.add", asConsulted(proposal, now()));
  const { number } = proposal;
  return comments
    .filter(({ parentId }) => parentId === null)
    .map((comment) => {
      const { id, version, quote, statement, answer, disposition, answeredBy, answeredAt } = comment;
      const isQuoteGone = isGone(comment, newest);
      return {
        ...{ id, version, quote, statement, answer, disposition, answeredBy, answeredAt, isQuoteGone },
        by: pageText.onBehalfOf(comment.authorName, comment.organisationName),
        at: comment.createdAt,
        place: isQuoteGone ? null : placeNow(comment, newest),
        replies: comments
          .filter(({ parentId }) => parentId === id)
          .map((reply) => ({ id: reply.id, statement: reply.statement, by: pageText.onBehalfOf(reply.authorName, reply.organisationName), at: reply.createdAt })),
        answerAddress: answer === null && isAnswerer ? href(paths.commentAnswer, { number, commentId: id }) : null,
        threadAddress: isTalker ? href(paths.comment, { number, commentId: id }) : null,
      };
    });
}

/** A quote without a kept place is looked for; with one, its journey from version to version tells. */
const isGone = ({ quote, place, goneIn }: Comment, newest: FieldTexts): boolean =>
  quote !== null && (place === null ? !standsIn(quote, [newest.title, newest.statement, newest.rationale, newest.acceptance, newest.source].join("\n")) : goneIn !== null);

function placeNow({ quote, amendment, now }: Comment, newest: FieldTexts): string | null {
  if (amendment !== null) return threadText.onAmendment(amendment);
  return placeOfQuote(now ?? (quote === null ? null : locate(quote, newest)), newest);
}

/** "bij tekst, alinea 2": where a quote stands in the newest version. */
export const placeOfQuote = (place: Pick<Passage, "field" | "start"> | null, newest: FieldTexts): string | null =>
  place === null ? null : threadText.place(placeText(place.field, paragraphAt(newest[place.field], place.start)));

/** The changes of one amendment: an open one in the current text, a handled one in the text that it was made on. */
export function shownChanges(amendment: Amendment, texts: ReadonlyMap<number, FieldTexts>, current: FieldTexts, open: readonly LiveChange[]): ShownChange[] {
  const base = texts.get(amendment.baseVersion) ?? current;
  return amendment.changes.map((change) => {
    const { id, position, goneIn, disposition, wording, answer, handledIn, nowStart, field } = change;
    const isHere = amendment.state === "submitted" && disposition === null && nowStart !== null;
    const placed = { field, removed: change.removed, added: change.added, start: isHere ? nowStart : change.start };
    const { paragraph, parts } = changeInContext(isHere ? current : base, placed);
    const others = isHere ? open.filter((other) => other.amendment !== amendment.number && other.isAnchored && collides(placed, other)) : [];
    return {
      ...{ id, position, parts, goneIn, disposition, wording, answer, handledIn },
      amendment: amendment.number,
      label: `${amendment.number}.${position}`,
      place: placeText(field, paragraph),
      collidesWith: others.map((other) => `${other.amendment}.${other.position}`),
    };
  });
}

/** Every paragraph that a comment can be about, for a list to choose from. */
export const paragraphOptions = (text: FieldTexts): { value: string; label: string }[] => [
  { value: "", label: amendmentText.anyParagraph },
  ...allParagraphs(text).map(({ field, number, text: words }) => ({ value: `${field}-${number}`, label: `${placeText(field, number)}: ${words.length > 60 ? `${words.slice(0, 60).trimEnd()}…` : words}` })),
];
