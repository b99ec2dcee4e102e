import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { holds } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import { isPublic } from "#app/domain/decisions/decision.ts";
import { mayReadMinutes } from "#app/domain/meetings/meeting.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { toHtml } from "#app/platform/markdown.ts";
import { decisionText, resultText, validityText, validityTone } from "#app/text/decisions.ts";
import { date, dateTime, pageTitle } from "#app/text/format.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { controlLook } from "#app/ui/form-parts.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { Columns, Flow, Section } from "#app/ui/layout.tsx";
import { Markdown } from "#app/ui/markdown.tsx";
import { CommitmentRows } from "#app/ui/meetings/commitment-rows.tsx";
import { DecisionOrigin, DecisionSequel } from "#app/ui/meetings/decision-context.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { findAgendaItem } from "#db/queries/agenda-items.ts";
import { listCommitments } from "#db/queries/commitments.ts";
import { findDecisionContext } from "#db/queries/decision-links.ts";
import { findDecision, findReplacements } from "#db/queries/decisions.ts";
import { findMeeting } from "#db/queries/meetings.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${data.number} ${data.title}` : decisionText.crumb) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const moment = now();
  const decision = (await findDecision(db, actor, args.params["number"] ?? "", moment)) ?? notFound();
  const around = await findDecisionContext(db, actor, decision);
  const replacements = await findReplacements(db, actor, decision, moment);
  const meeting = decision.meetingId === null ? null : await findMeeting(db, actor, decision.meetingId);
  const item = meeting && decision.agendaItemId !== null ? await findAgendaItem(db, actor, meeting.id, decision.agendaItemId) : null;
  const { commitments } = await listCommitments(db, actor, { decisionId: decision.id }, { now: moment, after: null, size: 50 });
  const isMember = actor.memberships.some(({ bodyId }) => bodyId === decision.body.id);
  const readsMinutes = meeting !== null && mayReadMinutes(meeting.state, { isMember, isSecretary: holds(actor, decision.body.id, "secretary") });
  const { number, title, body, figures } = decision;
  return {
    number,
    title,
    body: { slug: body.slug, name: body.name },
    day: date(decision.decidedOn),
    validity: decision.validity,
    result: decision.result,
    figures,
    review: decision.reviewOn === null ? null : date(decision.reviewOn),
    until: decision.validUntil === null ? null : date(decision.validUntil),
    commitments: commitments.map(({ number: one, statement, promisedBy, dueOn, doneAt }) => ({ number: one, statement, promisedBy, due: dueOn === null ? null : date(dueOn), isDone: doneAt !== null })),
    embargo: decision.embargoUntil !== null && decision.embargoUntil > moment ? dateTime(decision.embargoUntil) : null,
    isPublic: isPublic(decision, moment),
    isPublished: decision.publishedAt !== null,
    isPublicWording: decision.isPublicWording,
    dictum: await toHtml(decision.dictum),
    motivation: decision.motivation === "" ? null : await toHtml(decision.motivation),
    version: decision.proposalVersion,
    ...{ round: around.round && { id: around.round.id, title: around.round.title }, proposal: around.proposal, initiatives: around.initiatives, subject: around.subject, texts: around.texts, items: around.items, ...replacements },
    meeting: meeting && { id: meeting.id, title: meeting.title, when: date(meeting.startsAt) },
    passage: item && readsMinutes ? { id: item.id, title: item.title, html: item.minutes === "" ? null : await toHtml(item.minutes) } : null,
    address: `${new URL(args.request.url).origin}${href(paths.decision, { number })}`,
    mayPublish: decision.publishedAt === null && may(actor, "decision.publish", { bodyId: body.id }),
    mayChange: may(actor, "decision.change", { bodyId: body.id }),
  };
}

export default function DecisionPage() {
  const decision = useLoaderData<typeof loader>();
  const { number, title, body, day, validity, dictum, motivation, mayPublish, mayChange } = decision;
  return (
    <>
      <PageHead crumbs={[{ href: href(paths.decisions), label: decisionText.crumb }]} kicker={`${number} · ${body.name}`} title={title} lead={day} tags={<Tag tone={validityTone[validity]}>{validityText[validity]}</Tag>} />
      <Columns aside={<DecisionOrigin decision={decision} />}>
        <Flow>
          {decision.isPublicWording && <p>{decisionText.publicWording}</p>}
          {!decision.isPublic && <p>{decision.embargo !== null && decision.isPublished ? decisionText.embargo(decision.embargo) : decisionText.notPublished}</p>}
          {mayPublish && <ActionForm action={href(paths.decisionPublication, { number })} label={decisionText.publish} />}
          <Section id="besluit" title={decisionText.dictum}>
            <Markdown html={dictum} />
          </Section>
          {motivation !== null && (
            <Section id="motivering" title={decisionText.motivation}>
              <Markdown html={motivation} />
            </Section>
          )}
          <Section id="stemming" title={decisionText.vote}>
            <VoteFields />
          </Section>
          {decision.passage && (
            <Section id="passage" title={decisionText.passage}>
              {decision.passage.html !== null && <Markdown html={decision.passage.html} />}
              {decision.meeting && (
                <p>
                  <a href={`${href(paths.minutes, { id: decision.meeting.id })}#punt-${decision.passage.id}`}>{decisionText.toMinutes}</a>
                </p>
              )}
            </Section>
          )}
          {decision.commitments.length > 0 && (
            <Section id="toezeggingen" title={decisionText.commitments}>
              <CommitmentRows commitments={decision.commitments} />
            </Section>
          )}
          <DecisionSequel decision={decision} />
          <Section id="verwijzen" title={decisionText.citation}>
            <Citation text={decisionText.cite(body.name, title, day, number)} address={decision.address} />
          </Section>
          {mayChange && (
            <p className="actions">
              <ButtonLink href={href(paths.decisionEdit, { number })} secondary>
                {decisionText.edit}
              </ButtonLink>
              <ButtonLink href={href(paths.decisionMinutes, { number })} secondary>
                {decisionText.link}
              </ButtonLink>
            </p>
          )}
        </Flow>
      </Columns>
    </>
  );
}

/** The line to copy: in a field, so that one touch selects it whole. */
function Citation({ text, address }: { text: string; address: string }) {
  return (
    <div className="field">
      <label htmlFor="citaat">{decisionText.copy}</label>
      <textarea id="citaat" className={controlLook.textarea(false)} rows={3} readOnly defaultValue={`${text} ${address}`} />
    </div>
  );
}

function VoteFields() {
  const { result, figures, round, review, until } = useLoaderData<typeof loader>();
  const parts = figures
    ? [
        decisionText.votes(figures.for, figures.against, figures.abstain),
        figures.seatsCast !== undefined && figures.seats !== undefined ? decisionText.cast(figures.seatsCast, figures.seats) : null,
        figures.quorumNeeded ? decisionText.quorum(figures.quorumNeeded) : null,
      ].filter((part) => part !== null)
    : [decisionText.noVote];
  return (
    <Fields
      rows={[
        { term: decisionText.dictum, value: resultText(result) },
        { term: decisionText.vote, value: parts.join("; ") },
        ...(round ? [{ term: decisionText.round, value: <a href={href(paths.roundResult, { id: round.id })}>{round.title}</a> }] : []),
        ...(review === null ? [] : [{ term: decisionText.review, value: review }]),
        ...(until === null ? [] : [{ term: decisionText.until, value: until }]),
      ]}
    />
  );
}
