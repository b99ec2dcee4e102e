import { href, paths } from "#app/paths.ts";
import { amendmentText, consultationText } from "#app/text/amendments.ts";
import { pageText } from "#app/text/proposals.ts";
import { ButtonLink } from "#app/ui/button.tsx";
import { Section } from "#app/ui/layout.tsx";

export interface DiscussionFigures {
  readonly comments: number;
  readonly openComments: number;
  readonly amendments: number;
  readonly openAmendments: number;
}

/** How many wait for an answer and how many got one. */
export function CommentCount({ reactions: { comments, openComments } }: { reactions: DiscussionFigures }) {
  return comments === 0 ? null : <span className="small muted">{pageText.commentCount(openComments, comments - openComments)}</span>;
}

/** The amendments on a proposal in figures, with where they are read, made and dealt with. */
export function AmendmentSummary({ number, reactions, may }: { number: string; reactions: DiscussionFigures; may: Readonly<Record<"amend" | "merge", boolean>> }) {
  const { comments, amendments, openAmendments } = reactions;
  if (amendments === 0 && comments === 0 && !may.amend) return null;
  return (
    <Section id="wijzigingsvoorstellen" title={amendmentText.title} aside={comments + amendments > 0 ? <a href={href(paths.dispositionNote, { number })}>{amendmentText.nota}</a> : null}>
      <p>
        {amendments === 0 ? amendmentText.none : <a href={href(paths.amendments, { number })}>{amendmentText.summary(openAmendments, amendments - openAmendments)}</a>}
      </p>
      <div className="actions">
        {may.merge && openAmendments > 0 && (
          <ButtonLink href={href(paths.amendmentMerge, { number })} secondary>
            {amendmentText.merge}
          </ButtonLink>
        )}
        {may.amend && (
          <ButtonLink href={href(paths.newAmendment, { number })} secondary>
            {amendmentText.make}
          </ButtonLink>
        )}
      </div>
    </Section>
  );
}

/** Until when every gemeente may react, on a Dutch clock; after that, that it is over. */
export function ConsultationNote({ consultation }: { consultation: { readonly until: string; readonly isOpen: boolean } | null }) {
  if (consultation === null) return null;
  return <p className={consultation.isOpen ? undefined : "muted"}>{consultation.isOpen ? consultationText.open(consultation.until) : consultationText.closed(consultation.until)}</p>;
}
