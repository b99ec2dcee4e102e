import type { CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { controlSlug, readControl, type ControlName } from "#app/domain/proposals/control.ts";
import { chainOf } from "#app/domain/proposals/chain.ts";
import { asConsulted } from "#app/domain/proposals/consultation.ts";
import { conditionState } from "#app/domain/proposals/discussion.ts";
import { newsSince } from "#app/domain/following/following.ts";
import { canMove } from "#app/domain/proposals/lifecycle.ts";
import { nextStep } from "#app/domain/proposals/next-step.ts";
import type { Passage } from "#app/domain/proposals/passages.ts";
import { isEnded, isTextOpen, type TextField } from "#app/domain/proposals/proposal.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { differenceOf } from "#app/platform/kept-diffs.ts";
import { markPassages } from "#app/platform/mark-passages.ts";
import { toHtml } from "#app/platform/markdown.ts";
import type { ShownLink } from "#app/ui/proposals/proposal-fields.tsx";
import type { ShownCondition } from "#app/ui/proposals/condition-list.tsx";
import { listThreadsInBrief, type Comment } from "#db/queries/comments.ts";
import { findFollow } from "#db/queries/following.ts";
import { findChain, listRoundsOf } from "#db/queries/proposal-chain.ts";
import { listConditions, type Condition } from "#db/queries/proposal-discussion.ts";
import { listLinks, type ProposalLink } from "#db/queries/proposal-links.ts";
import { listSimilar } from "#db/queries/similar-proposals.ts";
import { findProposal, listVersionTexts, type Proposal, type Version } from "#db/queries/proposals.ts";
import { paragraphOptions, placeOfQuote, shownThreads } from "./shown-discussion.ts";

/** So many threads stand on the page itself; the others behind a link. */
const IN_SIGHT = { open: 20, answered: 10 };

/** Everything a page of one proposal shows, with the version that was asked for (or the newest). Throws 404 when hidden or absent. */
export async function loadProposal(context: CommandContext, number = "", wanted?: number) {
  const { db, actor } = context;
  const now = context.now();
  const proposal = (await findProposal(db, actor, number, dutchDay(now))) ?? notFound();
  const shown = wanted ?? proposal.currentVersion;
  const texts = await listVersionTexts(db, proposal.id, [shown, shown - 1, proposal.currentVersion]);
  const version = texts.get(shown) ?? notFound();
  const [before, newest] = [texts.get(shown - 1), texts.get(proposal.currentVersion) ?? version];
  const chain = await findChain(db, actor, proposal, now);
  // Nobody has voted on a draft: in their place comes what looks like it.
  const isDraft = proposal.state === "draft";
  const rounds = isDraft ? [] : await listRoundsOf(db, actor, proposal.id, now);
  const conditions = isDraft ? [] : await listConditions(db, actor, proposal.id, now);
  const similar = isDraft && may(actor, "proposal.edit", proposal) ? await listSimilar(db, actor, { title: proposal.title, except: proposal.number }) : [];
  const follow = await findFollow(db, actor.id, "proposal", proposal.id);
  const comments = await listThreadsInBrief(db, proposal.id, { ...IN_SIGHT, fresh: follow && { since: follow.seenAt, most: IN_SIGHT.open } });
  const openRound = rounds.find(({ isOpen }) => isOpen) ?? null;
  const asked = asConsulted(proposal, now);
  const steps = chainOf({ ...chain, rounds, kind: proposal.kind, state: proposal.state, advice: proposal.advice });

  return {
    heading: headingOf(proposal, chain.components, version),
    version: await shownText(version, chain.controls, passagesIn(version, proposal, comments, conditions)),
    current: proposal.currentVersion,
    isLocked: !isTextOpen(proposal.state),
    isInVote: proposal.state === "in_vote",
    versions: chain.versions,
    changes: before ? { since: before.number, fields: differenceOf(before, version), why: version.why } : null,
    authors: chain.authors,
    needs: chain.needs.map(({ number: need, title }) => ({ number: need, title })),
    policyAreas: chain.policyAreas,
    advicePoints: proposal.advicePoints,
    question: proposal.state === "referred_back" ? proposal.question : null,
    links: (await listLinks(db, actor, proposal.id)).map((link) => shownLink(context, proposal, link)),
    similar,
    comments: shownThreads(context, proposal, comments, newest),
    paragraphs: paragraphOptions(newest),
    reactions: { ...chain.reactions, totals: null },
    consultation: proposal.consultation === null ? null : { until: proposal.consultation.until, isOpen: asked.isConsulted },
    conditions: conditions.map((condition) => shownCondition(context, proposal, condition, newest)),
    steps,
    sets: chain.setsWith,
    openRound: openRound && { id: openRound.id, kind: openRound.kind, sequence: openRound.sequence, closesAt: openRound.closesAt },
    next: nextStep(asked, actor, {
      openRoundBodyId: openRound?.bodyId ?? null,
      seatsToConfirm: conditions.filter((condition) => conditionState(condition) === "answered").map(({ seatId }) => seatId),
      taskforceId: actor.memberships.find(({ bodySlug }) => bodySlug === "taskforce")?.bodyId ?? null,
      isFollowed: follow !== null,
    }),
    isSignedIn: actor.id !== null,
    isFollowed: follow !== null,
    news: follow && newsSince(newsItems(chain, comments.filter(({ authorId }) => authorId !== actor.id)), follow.seenAt),
    may: {
      edit: (isTextOpen(proposal.state) && may(actor, "proposal.edit", proposal)) || canMove(proposal, "resubmit", actor),
      comment: !isEnded(proposal.state) && may(actor, "comment.add", asked),
      amend: isTextOpen(proposal.state) && may(actor, "amendment.submit", asked),
      merge: isTextOpen(proposal.state) && may(actor, "amendment.merge", proposal),
      consult: proposal.state === "under_discussion" && may(actor, "proposal.consult", proposal),
      withdraw: canMove(proposal, "withdraw", actor) || canMove(proposal, "withdraw-for-author", actor),
      relabel: may(actor, "proposal.relabel", proposal),
      link: may(actor, "proposal.link", proposal),
      join: may(actor, "proposal.merge", proposal) && !isEnded(proposal.state),
      authors: !isEnded(proposal.state) && may(actor, "proposal.authors", proposal),
      note: actor.organisation !== null && may(actor, "municipal-note.write", { organisationId: actor.organisation.id }),
    },
  };
}

export const headingOf = (proposal: Proposal, components: readonly { slug: string; name: string }[], version: Version) => ({
  number: proposal.number,
  title: version.title,
  kind: proposal.kind,
  state: proposal.state,
  tlp: proposal.tlp,
  body: proposal.body,
  components,
  moscow: version.moscow,
  advice: proposal.advice,
  heldUntil: proposal.heldUntil,
});

const shownText = async (version: Version, known: readonly (ControlName & { readonly title: string })[], passages: readonly Passage[]) => ({
  number: version.number,
  statement: await marked(version, "statement", passages),
  rationale: version.rationale === "" ? null : await marked(version, "rationale", passages),
  acceptance: version.acceptance === "" ? null : await marked(version, "acceptance", passages),
  isMarked: passages.length > 0,
  source: version.source,
  controls: version.controls.map((name) => {
    const read = readControl(name);
    const control = read && known.find((one) => controlSlug(one) === controlSlug(read));
    return { name, title: control?.title ?? null, address: control ? href(paths.control, { control: controlSlug(control) }) : null };
  }),
  weight: version.weight,
  why: version.why,
  authorName: version.authorName,
  createdAt: version.createdAt,
  fingerprint: version.textHash,
});

const marked = async (version: Version, field: TextField, passages: readonly Passage[]): Promise<string> =>
  markPassages(await toHtml(version[field]), version[field], passages.filter((passage) => passage.field === field));

/** The words of this version on which somebody waits for an answer: what was said about another version only counts where it stands now. */
function passagesIn(version: Version, proposal: Proposal, comments: readonly Comment[], conditions: readonly Condition[]): Passage[] {
  const isNewest = version.number === proposal.currentVersion;
  const waiting = conditions.filter((condition) => ["open", "kept"].includes(conditionState(condition)));
  return [...comments.filter(({ answer }) => answer === null), ...waiting].flatMap((said) => {
    const place = isNewest ? said.now : "place" in said && said.version === version.number ? said.place : null;
    return said.quote === null || place === null ? [] : [{ ...place, quote: said.quote }];
  });
}

function shownLink({ actor }: CommandContext, proposal: Proposal, { id, version, reviewedVersion, ...link }: ProposalLink): ShownLink {
  const isTheirs = link.isSuspect && may(actor, "link.review", proposal);
  const changes = link.isSuspect && reviewedVersion > 0 ? href(paths.proposalComparison, { number: link.number }, { van: reviewedVersion, naar: version }) : null;
  return { ...link, changes, review: isTheirs ? { address: href(paths.linkReview, { number: proposal.number, linkId: id }), version } : null };
}

function shownCondition({ actor }: CommandContext, proposal: Proposal, condition: Condition, newest: Version): ShownCondition {
  const { id, organisationName, version, strength, quote, statement, answer, answeredIn, seatId, goneIn } = condition;
  const state = conditionState(condition);
  const isAnswerable = isTextOpen(proposal.state) && (state === "open" || state === "kept") && version < proposal.currentVersion && may(actor, "condition.answer", proposal);
  const isTheirs = state === "answered" && may(actor, "condition.confirm", { seatId });
  return {
    ...{ id, organisationName, version, strength, quote, statement, answer, answeredIn, state, isQuoteGone: goneIn !== null, place: placeOfQuote(condition.now, newest) },
    confirmAddress: isTheirs ? href(paths.conditionConfirmation, { number: proposal.number, conditionId: id }) : null,
    answerAddress: isAnswerable ? href(paths.conditionAnswer, { number: proposal.number, conditionId: id }) : null,
  };
}

/** What happened to this proposal, by others, in the words of the news. */
const newsItems = (chain: Awaited<ReturnType<typeof findChain>>, comments: readonly Comment[]) => [
  ...chain.steps.filter(({ to }) => to !== "draft").map(({ at, to, reason }) => ({ kind: "state" as const, at, state: to, detail: reason, number: "", title: "" })),
  ...chain.versions.filter(({ version }) => version > 1).map(({ at, why }) => ({ kind: "version" as const, at, state: null, detail: why, number: "", title: "" })),
  ...comments.map(({ createdAt, organisationName }) => ({ kind: "comment" as const, at: createdAt, state: null, detail: organisationName, number: "", title: "" })),
  ...chain.decisions.map(({ at, number, title }) => ({ kind: "decision" as const, at, state: null, detail: "", number, title })),
];
