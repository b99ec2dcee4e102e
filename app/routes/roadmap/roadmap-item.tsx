import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { visitor } from "#app/auth/guards.ts";
import { may } from "#app/domain/access/policy.ts";
import { nextProgress } from "#app/domain/roadmap/item.ts";
import { effortsOf, isHeldOn } from "#app/domain/roadmap/load.ts";
import { plusQuarters } from "#app/domain/roadmap/quarter.ts";
import { dutchDay } from "#app/domain/shared/day.ts";
import { href, paths } from "#app/paths.ts";
import { notFound } from "#app/platform/http.ts";
import { date, pageTitle, quarter } from "#app/text/format.ts";
import { effortText, historyText, milestoneMoveText, phasesText } from "#app/text/roadmap-plan.ts";
import { progressText, roadmapItemText, roadmapText, standingTone, standingWords } from "#app/text/roadmap.ts";
import { ActionForm } from "#app/ui/action-form.tsx";
import { ButtonLink } from "#app/ui/button.tsx";
import { Fields } from "#app/ui/fields.tsx";
import { FollowButton } from "#app/ui/following/follow-button.tsx";
import { Flow, Section } from "#app/ui/layout.tsx";
import { NextStep } from "#app/ui/next-step.tsx";
import { PageHead } from "#app/ui/page-head.tsx";
import { ProposalRows } from "#app/ui/proposals/proposal-rows.tsx";
import { ItemHistory } from "#app/ui/roadmap/item-history.tsx";
import { Neighbours } from "#app/ui/roadmap/neighbours.tsx";
import { PhaseTable } from "#app/ui/roadmap/phase-table.tsx";
import { Row, Rows } from "#app/ui/rows.tsx";
import { DataTable } from "#app/ui/table.tsx";
import { Tag } from "#app/ui/tag.tsx";
import { listDecisionsAbout } from "#db/queries/decisions.ts";
import { findFollow } from "#db/queries/following.ts";
import { listProposalsIn } from "#db/queries/portfolio-writes.ts";
import { findRoadmapItem, listMilestones, listNeighbours } from "#db/queries/roadmap.ts";
import { findPlan, listItemHistory, listPhases } from "#db/queries/roadmap-plan.ts";
import { neighboursOf } from "./shown-neighbours.ts";

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${data.number} ${data.title}` : roadmapText.title) }];

export async function loader(args: LoaderFunctionArgs) {
  const { db, actor, now } = await visitor(args);
  const item = (await findRoadmapItem(db, actor, args.params["number"] ?? "")) ?? notFound();
  const efforts = effortsOf({ ...item, efforts: (await findPlan(db, actor)).efforts.get(item.id) });
  const proposals = item.initiativeId === null ? [] : await listProposalsIn(db, item.initiativeId, dutchDay(now()), actor);
  const decisions = item.initiativeId === null ? [] : await listDecisionsAbout(db, actor, { initiativeId: item.initiativeId }, now());
  const isBureau = may(actor, "roadmap.change", { bodyId: item.bodyId });
  const { number, title, summary, component, initiative, start, end, fte, standing, progress, note, isPublicWording } = item;
  return {
    number, title, summary, component: component.name, initiative, start, end, fte, standing, progress, note, isPublicWording, isBureau,
    heldUntil: isHeldOn(item.heldUntil, dutchDay(now())) ? item.heldUntil : null,
    isMovable: isBureau && standing !== "vervallen" && !["gerealiseerd", "in_gebruik", "gestopt"].includes(progress),
    hasProgress: isBureau && nextProgress(item).length > 0,
    efforts: efforts.map((people, place) => ({ quarter: plusQuarters(start, place), people })),
    neighbours: neighboursOf(item, await listNeighbours(db, actor, item.id)),
    phases: isPublicWording ? [] : await listPhases(db, item.id),
    proposals: proposals.map((proposal) => ({ number: proposal.number, title: proposal.title, kind: proposal.kind, state: proposal.state })),
    decisions: decisions.map((decision) => ({ number: decision.number, dictum: decision.dictum, decidedOn: decision.decidedOn })),
    milestones: isPublicWording ? [] : await listMilestones(db, item.id),
    history: isPublicWording ? [] : await listItemHistory(db, item.id),
    isSignedIn: actor.id !== null,
    isFollowed: (await findFollow(db, actor.id, "roadmap_item", item.id)) !== null,
  };
}

export default function RoadmapItemPage() {
  const item = useLoaderData<typeof loader>();
  const { number, initiative, standing, isBureau } = item;
  return (
    <>
      <PageHead
        crumbs={[{ href: href(paths.roadmap), label: roadmapText.title }]}
        kicker={`${number} · ${item.component}`}
        title={item.title}
        tags={
          <>
            <Tag tone={standingTone[standing]}>{standingWords(standing, item.heldUntil)}</Tag>
            <Tag>{progressText[item.progress]}</Tag>
          </>
        }
        action={item.isSignedIn && !item.isPublicWording && <FollowButton kind="roadmap_item" reference={number} isFollowed={item.isFollowed} />}
      />
      <Flow>
        {isBureau && standing === "voorgesteld" && item.heldUntil === null && initiative !== null && (
          <NextStep title={roadmapItemText.decide} action={<ButtonLink href={href(paths.portfolioDecision, { number: initiative.number })}>{roadmapItemText.decide}</ButtonLink>}>
            {roadmapItemText.decideWhy}
          </NextStep>
        )}
        <Section
          id="wat"
          title={roadmapItemText.what}
          aside={
            <span className="tags">
              {item.isMovable && <a href={href(paths.roadmapMove, { number })}>{roadmapItemText.move}</a>}
              {item.hasProgress && <a href={href(paths.roadmapProgress, { number })}>{roadmapItemText.progress}</a>}
            </span>
          }
        >
          {item.isPublicWording && <p className="muted">{roadmapItemText.publicOnly}</p>}
          <Fields
            rows={[
              { term: roadmapItemText.summary, value: <p>{item.summary}</p>, emphasis: true },
              { term: roadmapText.quarters, value: roadmapText.period(quarter(item.start), quarter(item.end)) },
              { term: roadmapText.fte, value: <Effort efforts={item.efforts} edit={item.isMovable ? href(paths.roadmapEffort, { number }) : null} /> },
              ...(item.note === null ? [] : [{ term: roadmapItemText.note, value: item.note }]),
              ...(item.isPublicWording ? [] : [{ term: roadmapItemText.initiative, value: initiative === null ? roadmapItemText.before : <a href={href(paths.initiative, { number: initiative.number })}>{`${initiative.number} ${initiative.title}`}</a> }]),
            ]}
          />
        </Section>
        <Section id="besluiten" title={roadmapItemText.decisions}>
          {item.decisions.length === 0 ? (
            <p className="muted">{roadmapItemText.decisionsEmpty}</p>
          ) : (
            <Rows>
              {item.decisions.map((decision) => (
                <Row key={decision.number}>
                  <div>
                    <h3>
                      <a href={href(paths.decision, { number: decision.number })}>{decision.dictum}</a>
                    </h3>
                    <p className="meta">{`${decision.number} · ${date(decision.decidedOn)}`}</p>
                  </div>
                </Row>
              ))}
            </Rows>
          )}
        </Section>
        <Section id="voorstellen" title={roadmapItemText.proposals}>
          {item.proposals.length === 0 ? (
            <p className="muted">{roadmapItemText.proposalsEmpty}</p>
          ) : (
            <ProposalRows proposals={item.proposals} />
          )}
        </Section>
        <Section id="afhankelijkheden" title={roadmapItemText.dependencies}>
          <Neighbours {...item.neighbours} />
        </Section>
        <Section id="fasen" title={phasesText.title} aside={item.isMovable && <a href={href(paths.phases, { number })}>{phasesText.edit}</a>}>
          <PhaseTable number={number} start={item.start} phases={item.phases} mayPass={isBureau && standing === "vastgesteld"} />
        </Section>
        <Section id="mijlpalen" title={roadmapItemText.milestones} aside={isBureau && <a href={href(paths.milestones, { number })}>{roadmapItemText.milestone}</a>}>
          {item.milestones.length === 0 ? (
            <p className="muted">{roadmapItemText.milestonesEmpty}</p>
          ) : (
            <DataTable
              caption={roadmapItemText.milestones}
              head={[roadmapItemText.milestone, roadmapItemText.due, roadmapItemText.reached]}
              rows={item.milestones.map((milestone) => ({
                key: milestone.id,
                cells: [
                  milestone.title,
                  date(milestone.dueOn),
                  milestone.reachedOn !== null ? (
                    date(milestone.reachedOn)
                  ) : isBureau ? (
                    <span key="gehaald" className="tags">
                      <ActionForm action={href(paths.milestoneReached, { number, milestoneId: milestone.id })} label={roadmapItemText.reach} secondary describe={milestone.title} />
                      <a href={href(paths.milestoneMove, { number, milestoneId: milestone.id })} aria-label={`${milestoneMoveText.move}: ${milestone.title}`}>
                        {milestoneMoveText.move}
                      </a>
                    </span>
                  ) : (
                    roadmapItemText.notReached
                  ),
                ],
              }))}
            />
          )}
        </Section>
        <Section id="eerder" title={historyText.title}>
          <ItemHistory history={item.history} />
        </Section>
      </Flow>
    </>
  );
}

/** The people it asks: one number, or one for each quarter where they differ. */
function Effort({ efforts, edit }: { efforts: readonly { readonly quarter: string; readonly people: number }[]; edit: string | null }) {
  const isEven = efforts.every(({ people }) => people === efforts[0]?.people);
  return (
    <>
      {isEven ? roadmapText.people(efforts[0]?.people ?? 0) : efforts.map(({ quarter: one, people }) => `${quarter(one)}: ${roadmapText.people(people)}`).join(" · ")}{" "}
      {edit !== null && (
        <a href={edit} aria-label={effortText.title}>
          {effortText.edit}
        </a>
      )}
    </>
  );
}
