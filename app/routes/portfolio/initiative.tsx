import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { date, pageTitle, quarter } from "#app/text/format.ts";
import { approachText, initiativeStateText, initiativeStateTone, initiativeText, portfolioText } from "#app/text/portfolio.ts";
import { coverNoteText, recordText, scoreText } from "#app/text/portfolio-scores.ts";
import { roadmapItemText, roadmapText, standingText } from "#app/text/roadmap.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Empty } from "#app/ui/empty.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { FollowButton } from "#app/ui/following/follow-button.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { NextStep } from "#app/ui/next-step.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ProposalRows } from "#app/ui/proposals/proposal-rows.tsx";
import { AdvisedTable, SupportTable } from "#app/ui/portfolio/record-tables.tsx";
import { Scores } from "#app/ui/portfolio/score-section.tsx";
import { Neighbours } from "#app/ui/roadmap/neighbours.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { Trail } from "#app/ui/trail.tsx";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import { findFollow } from "#db/queries/following.ts";
import { findInitiative } from "#db/queries/portfolio.ts";
import { listCriteria } from "#db/queries/portfolio-criteria.ts";
import { listInitiativeHistory, type InitiativeEvent } from "#db/queries/portfolio-history.ts";
import { findAdvisoryRecord } from "#db/queries/portfolio-record.ts";
import { listProposalsIn } from "#db/queries/portfolio-writes.ts";
import { listNeighbours } from "#db/queries/roadmap.ts";
import { neighboursOf } from "../roadmap/shown-neighbours.ts";
import { shownRecord } from "./load-record.ts";
import { loadScores } from "./load-scores.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${data.number} ${data.title}` : portfolioText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const today = dutchDay(now());
  const initiative = (await findInitiative(db, actor, args.params["number"] ?? "", today)) ?? notFound();
  const { id, bodyId, publicTitle: _, publicSummary: __, ...shown } = initiative;
  const proposals = await listProposalsIn(db, id, today, actor);
  const decisions = await listDecisionsAbout(db, actor, { initiativeId: id }, now());
  const isBureau = may(actor, "portfolio.decide", { bodyId });
  const isWhole = !initiative.isPublicWording;
  const scores = isWhole ? await loadScores(db, actor, await listCriteria(db), [initiative]) : null;
  return {
    ...shown,
    record: isWhole ? shownRecord(id, await findAdvisoryRecord(db, actor, [id], now()), proposals) : null,
    scores: scores?.get(id) ?? null,
    neighbours: initiative.roadmap === null ? null : neighboursOf(initiative.roadmap, await listNeighbours(db, actor, initiative.roadmap.id)),
    proposalRows: proposals.map(({ number, title, kind, state, version, bodyName }) => ({ number, title, kind, state, about: [initiativeText.version(version), bodyName] })),
    history: initiative.isPublicWording ? [] : (await listInitiativeHistory(db, id)).map((event) => stepOf(event, decisions.map(({ number }) => number))),
    decisions: decisions.map(({ number, dictum, motivation, decidedOn }) => ({ number, dictum, motivation, decidedOn })),
    isBureau,
    isOpen: initiative.state === "voorgesteld",
    isSignedIn: actor.id !== null,
    isFollowed: (await findFollow(db, actor.id, "initiative", id)) !== null,
  };
}

/** A step in the history; a decision is a link when this reader may know of it. */
function stepOf(event: InitiativeEvent, known: readonly string[]) {
  const when = date(event.at);
  if (event.what === "placed") return { title: initiativeText.happened.placed, when, href: href(paths.roadmapItem, { number: event.item }) };
  if (event.what !== "decided") return { title: initiativeText.happened[event.what], when, href: null };
  return { title: initiativeText.decided[event.outcome], when, href: known.includes(event.decision) ? href(paths.decision, { number: event.decision }) : null };
}

export default function InitiativePage() {
  const initiative = useLoaderData<typeof loader>();
  const { number, title, state, roadmap, proposalRows, decisions, history, isBureau, isOpen, record, scores, neighbours } = initiative;
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.portfolio), label: portfolioText.title }]}
        kicker={`${number} · ${initiative.component.name}`}
        title={title}
        tags={
          <>
            <Tag tone={initiativeStateTone[state]}>{initiativeStateText[state]}</Tag>
            {initiative.tlp !== "CLEAR" && <Tag tone="tlp">{`TLP:${initiative.tlp}`}</Tag>}
          </>
        }
        action={initiative.isSignedIn && !initiative.isPublicWording && <FollowButton kind="initiative" reference={number} isFollowed={initiative.isFollowed} />}
      />
      <Flow>
        {isBureau && isOpen && roadmap === null && (
          <NextStep title={initiativeText.toRoadmap} action={<ButtonLink href={href(paths.initiativeRoadmap, { number })}>{initiativeText.toRoadmap}</ButtonLink>}>
            {initiativeText.toRoadmapWhy}
          </NextStep>
        )}
        {isBureau && isOpen && roadmap !== null && (
          <NextStep title={initiativeText.decide} action={<ButtonLink href={href(paths.portfolioDecision, { number })}>{initiativeText.decide}</ButtonLink>}>
            {initiativeText.decideWhy}
          </NextStep>
        )}
        {isBureau && state === "aangehouden" && initiative.heldUntil !== null && (
          <NextStep title={initiativeText.held(date(initiative.heldUntil))} action={<ActionForm action={href(paths.initiativeResumption, { number })} label={initiativeText.resume} />}>
            <a href={href(paths.portfolioDecision, { number })}>{initiativeText.decline}</a>
          </NextStep>
        )}
        {isOpen && scores?.hasSeat === true && !scores.hasScored && (
          <NextStep title={scores.scoredOn === "older" ? scoreText.againTitle : scoreText.ownFirstTitle} action={<ButtonLink href={href(paths.initiativeScore, { number })}>{scoreText.give}</ButtonLink>}>
            {scores.scoredOn === "older" ? scoreText.againLead : scoreText.lead}
          </NextStep>
        )}
        <Section id="initiatief" title={initiativeText.what} aside={isBureau && isOpen && <a href={href(paths.initiativeEdit, { number })}>{initiativeText.edit}</a>}>
          {initiative.isPublicWording && <p className="muted">{initiativeText.publicOnly}</p>}
          <Fields
            rows={[
              { term: initiativeText.summary, value: <p>{initiative.summary}</p>, emphasis: true },
              { term: initiativeText.approach, value: approachText[initiative.approach] },
              { term: initiativeText.cost, value: portfolioText.cost(initiative.costFrom, initiative.costTo) },
              {
                term: initiativeText.roadmap,
                value:
                  roadmap === null ? (
                    initiativeText.notOnRoadmap
                  ) : (
                    <a href={href(paths.roadmapItem, { number: roadmap.number })}>
                      {`${roadmap.number} · ${roadmapText.period(quarter(roadmap.start), quarter(roadmap.end))} · ${portfolioText.fte(roadmap.fte)} · ${standingText[roadmap.standing as keyof typeof standingText].toLowerCase()}`}
                    </a>
                  ),
              },
              ...(initiative.heldUntil === null ? [] : [{ term: initiativeStateText.aangehouden, value: initiativeText.held(date(initiative.heldUntil)) }]),
              ...(initiative.question === null ? [] : [{ term: initiativeText.question, value: initiative.question }]),
            ]}
          />
        </Section>
        <Section id="voorstellen" title={initiativeText.proposals}>
          {proposalRows.length === 0 ? (
            <Empty title={initiativeText.proposalsHidden} />
          ) : (
            <ProposalRows proposals={proposalRows} />
          )}
        </Section>
        {record !== null && (
          <Section id="adviezen" title={recordText.title} aside={<a href={href(paths.initiativeCoverNote, { number })}>{coverNoteText.link}</a>}>
            <AdvisedTable said={record.said} advices={record.advices} />
            <h3>{recordText.support}</h3>
            <SupportTable support={record.support} />
          </Section>
        )}
        {scores !== null && (
          <Section id="scores" title={scoreText.section} aside={isOpen && scores.hasScored && <a href={href(paths.initiativeScore, { number })}>{scoreText.change}</a>}>
            <Scores scores={scores} />
          </Section>
        )}
        {neighbours !== null && (
          <Section id="afhankelijkheden" title={roadmapItemText.dependencies}>
            <Neighbours {...neighbours} />
          </Section>
        )}
        <Section id="besluiten" title={initiativeText.decisions}>
          {decisions.length === 0 ? (
            <p className="muted">{initiativeText.decisionsEmpty}</p>
          ) : (
            <Rows>
              {decisions.map((decision) => (
                <Row key={decision.number}>
                  <div>
                    <h3>
                      <a href={href(paths.decision, { number: decision.number })}>{decision.dictum}</a>
                    </h3>
                    <p className="meta">{`${decision.number} · ${date(decision.decidedOn)}`}</p>
                    <p>{decision.motivation}</p>
                  </div>
                </Row>
              ))}
            </Rows>
          )}
        </Section>
        {history.length > 0 && (
          <Section id="geschiedenis" title={initiativeText.history}>
            <Trail steps={[...history.map((step) => ({ ...step, state: "done" as const })), ...(isOpen || state === "aangehouden" ? [{ title: initiativeText.expected, state: "todo" as const }] : [])]} />
          </Section>
        )}
      </Flow>
    </>
  );
}
