import type { Placed } from "#app/domain/proposals/chain.ts";
import type { FieldDiff } from "#app/domain/proposals/diff.ts";
import type { NewsEntry } from "#app/domain/following/following.ts";
import type { NextStep as Step } from "#app/domain/proposals/next-step.ts";
import type { FieldProblem } from "#app/domain/shared/field-problem.ts";
import { href, paths } from "#app/paths.ts";
import { consultationText } from "#app/text/amendments.ts";
import { followText } from "#app/text/following.ts";
import { pageText, stateText } from "#app/text/proposals.ts";
import { setText } from "#app/text/requirement-sets.ts";
import { mergeText, similarText } from "#app/text/traces.ts";
import { authorsText, municipalNotesText } from "#app/text/versions.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { FollowButton } from "#app/ui/following/follow-button.tsx";
import { NewsList } from "#app/ui/following/news-list.tsx";
import { SetsWith, type SetWith } from "#app/ui/requirement-sets/sets-with.tsx";
import { Columns, Flow, Section } from "#app/ui/layout.tsx";
import { CommentForm } from "./comment-form.tsx";
import { CommentList, type ShownComment } from "./comment-list.tsx";
import { ConditionList, type ShownCondition } from "./condition-list.tsx";
import { AmendmentSummary, CommentCount, ConsultationNote, type DiscussionFigures } from "./discussion-summary.tsx";
import { ProposalChanges } from "./proposal-changes.tsx";
import { ProposalFields, type ShownLink, type ShownText } from "./proposal-fields.tsx";
import { ProposalHead, type Heading } from "./proposal-head.tsx";
import { ProposalNextStep, type OpenRound } from "./proposal-next-step.tsx";
import { ProposalTrail } from "./proposal-trail.tsx";
import { SimilarList, type SimilarProposal } from "./similar-list.tsx";
import { VersionLinks } from "./version-links.tsx";
import { VersionPicker } from "./version-picker.tsx";

export interface ProposalViewProps {
  readonly heading: Heading;
  readonly version: ShownText;
  readonly current: number;
  readonly isLocked: boolean;
  readonly isInVote: boolean;
  readonly versions: readonly { readonly version: number; readonly at: string }[];
  readonly changes: { readonly since: number; readonly fields: readonly FieldDiff[]; readonly why: string } | null;
  readonly authors: readonly { readonly name: string }[];
  readonly needs: readonly { readonly number: string; readonly title: string }[];
  readonly policyAreas: readonly string[];
  readonly advicePoints: string | null;
  readonly question: string | null;
  readonly links: readonly ShownLink[];
  /** proposals whose title looks like this one, for who writes it */
  readonly similar: readonly SimilarProposal[];
  readonly comments: readonly ShownComment[];
  readonly paragraphs: readonly { readonly value: string; readonly label: string }[];
  readonly reactions: DiscussionFigures;
  readonly consultation: { readonly until: string; readonly isOpen: boolean } | null;
  readonly conditions: readonly ShownCondition[];
  readonly steps: readonly Placed[];
  /** the programma's van eisen in which it stands */
  readonly sets: readonly SetWith[];
  readonly openRound: OpenRound | null;
  readonly next: Step | null;
  readonly isSignedIn: boolean;
  readonly isFollowed: boolean;
  readonly news: readonly NewsEntry[] | null;
  readonly may: Readonly<Record<"edit" | "comment" | "withdraw" | "relabel" | "link" | "amend" | "merge" | "join" | "consult" | "authors" | "note", boolean>>;
  readonly answer: {
    readonly problems: Readonly<Record<string, FieldProblem | undefined>>;
    readonly entered: Readonly<Record<string, string | readonly string[]>>;
    readonly refusal: string | null;
  } | null;
}

/** A proposal, or one of its versions: what it is, its state, what the reader can do now, the text, and the whole chain beside it. */
export function ProposalView(view: ProposalViewProps) {
  const { heading, version, current, versions, changes, comments, conditions, steps } = view;
  const { number } = heading;
  const isNewest = version.number === current;
  return (
    <>
      <ProposalHead heading={heading} />
      <Columns aside={<ProposalTrail number={number} state={stateText[heading.state]} steps={steps} />}>
        <Flow>
          {isNewest && <ProposalNextStep number={number} next={view.next} openRound={view.openRound} question={view.question} conditions={conditions} />}
          {isNewest && view.news !== null && view.news.length > 0 && <SinceLastVisit number={number} news={view.news} />}
          <Section id="tekst" title={pageText.versionHeading(version.number)} aside={<TextNote {...view} isNewest={isNewest} />}>
            <VersionPicker number={number} versions={versions} shown={version.number} />
            <VersionLinks number={number} version={version.number} />
            <ProposalFields text={version} needs={view.needs} policyAreas={view.policyAreas} links={view.links} authors={view.authors} />
            {version.isMarked && (
              <p className="small muted">
                <mark>{pageText.marked}</mark> {pageText.markedMeaning}
              </p>
            )}
          </Section>
          {changes !== null && (
            <Section
              id="verschil"
              title={pageText.changedSince(changes.since)}
              aside={<a href={href(paths.proposalComparison, { number }, { van: changes.since, naar: version.number })}>{pageText.compareOthers}</a>}
            >
              <ProposalChanges changes={changes.fields} why={changes.why} />
            </Section>
          )}
          {isNewest && view.similar.length > 0 && (
            <Section id="lijkt-op" title={similarText.draftTitle}>
              <SimilarList proposals={view.similar} />
              <p className="small">{similarText.hint}</p>
            </Section>
          )}
          {view.advicePoints !== null && (
            <Section id="advies" title={pageText.advice}>
              <p className="lines">{view.advicePoints}</p>
            </Section>
          )}
          {conditions.length > 0 && (
            <Section id="voorwaarden" title={pageText.conditions}>
              <ConditionList conditions={conditions} />
            </Section>
          )}
          {view.sets.length > 0 && (
            <Section id="programma" title={setText.inSets}>
              <SetsWith sets={view.sets} />
            </Section>
          )}
          <AmendmentSummary number={number} reactions={view.reactions} may={view.may} />
          <Section id="reacties" title={pageText.comments} aside={<CommentCount reactions={view.reactions} />}>
            <ConsultationNote consultation={view.consultation} />
            <CommentList
              comments={comments}
              answered={view.reactions.comments - view.reactions.openComments}
              all={{ href: href(paths.proposalComments, { number }), count: view.reactions.comments }}
            />
            {isNewest && view.may.comment && <CommentForm version={version.number} paragraphs={view.paragraphs} answer={view.answer} />}
          </Section>
          <Manage {...view} />
        </Flow>
      </Columns>
    </>
  );
}

function TextNote({ isNewest, current, isInVote, isLocked }: ProposalViewProps & { isNewest: boolean }) {
  if (!isNewest) return <span className="small muted">{pageText.old(current)}</span>;
  return isLocked ? <span className="small muted">{isInVote ? pageText.locked : pageText.lockedAfter}</span> : null;
}

function SinceLastVisit({ number, news }: { number: string; news: readonly NewsEntry[] }) {
  return (
    <Section
      id="nieuws"
      title={followText.sinceLastVisit}
      aside={<ActionForm action={href(paths.newsSeen)} label={followText.seen} secondary fields={{ kind: "proposal", reference: number }} />}
    >
      <NewsList news={news} />
    </Section>
  );
}

/** Everything else this person may do; the filled button of the page is the next step. */
function Manage({ heading: { number }, may, isSignedIn, isFollowed, next }: ProposalViewProps) {
  const links = [
    { isShown: may.consult, href: href(paths.consultation, { number }), label: consultationText.link },
    { isShown: may.authors, href: href(paths.proposalAuthors, { number }), label: authorsText.link },
    { isShown: may.note, href: href(paths.municipalNotes, { number }), label: municipalNotesText.link },
    { isShown: may.link, href: href(paths.proposalLinks, { number }), label: pageText.linkTitle },
    { isShown: may.join, href: href(paths.proposalMerge, { number }), label: mergeText.short },
    { isShown: may.relabel, href: href(paths.proposalLabel, { number }), label: pageText.labelTitle },
    { isShown: may.withdraw, href: href(paths.proposalWithdrawal, { number }), label: pageText.withdrawTitle },
  ].filter(({ isShown }) => isShown);
  const isFollowShown = isSignedIn && next !== "follow";
  const isEditShown = may.edit && next !== "edit" && next !== "resubmit";
  if (links.length === 0 && !isFollowShown && !isEditShown) return null;
  return (
    <Section id="beheer" title={pageText.manage}>
      {(isFollowShown || isEditShown) && (
        <div className="actions">
          {isEditShown && (
            <ButtonLink href={href(paths.proposalEdit, { number })} secondary>
              {pageText.edit}
            </ButtonLink>
          )}
          {isFollowShown && <FollowButton kind="proposal" reference={number} isFollowed={isFollowed} />}
        </div>
      )}
      {links.length > 0 && (
        <ul className="links">
          {links.map((link) => (
            <li key={link.href}>
              <a href={link.href}>{link.label}</a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  );
}
