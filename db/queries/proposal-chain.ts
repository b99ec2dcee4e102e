import { sql, type Expression, type SqlBool } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { reachOf } from "#app/domain/access/visibility.ts";
import { ANSWER_KINDS } from "#app/domain/portfolio/advice.ts";
import type { ChainFacts, ChainRound } from "#app/domain/proposals/chain.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import { addUp, type Reactions } from "#app/domain/proposals/reactions.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { WITHDRAWN } from "#app/domain/voting/choice.ts";
import type { ItemCount } from "#app/domain/voting/count.ts";
import type { Outcome } from "#app/domain/voting/tally.ts";
import type { Db } from "../client.ts";
import { prepared } from "../prepared.ts";
import type { Proposal } from "./proposals.ts";
import { reactionCounts, toReactionCount, type CountRow as TrailRow } from "./reaction-counts.ts";
import { readableBy } from "./requirement-sets.ts";
import { visibleTo } from "./visibility.ts";
import { isLastBallot } from "./voting-ballots.ts";

/** Everything that hangs on a proposal, as far as this actor may see it, ready for `chainOf` and for the fields of the page. */
export interface ProposalChain extends Omit<ChainFacts, "kind" | "state" | "advice" | "rounds" | "reactions"> {
  readonly authors: readonly { readonly id: string; readonly name: string }[];
  readonly components: readonly { readonly slug: string; readonly name: string }[];
  readonly policyAreas: readonly string[];
  readonly reactions: Reactions;
  /** the editions of programma's van eisen that hold it; without a number in a concept, whose numbers still move */
  readonly setsWith: readonly { readonly slug: string; readonly title: string; readonly version: number; readonly isFrozen: boolean; readonly number: string | null; readonly proposalVersion: number; readonly at: string }[];
  /** the controls of norms that the newest version names and the portal knows */
  readonly controls: readonly { readonly framework: string; readonly number: string; readonly title: string }[];
}

/** One query for the whole trail but the rounds: each part of the union writes the same seven columns. */
export async function findChain(db: Db, actor: Actor, proposal: Proposal, now: Instant): Promise<ProposalChain> {
  const rows = (await trail(db, { actor, id: proposal.id, replacedBy: proposal.replacedBy ?? "", now })).sort(inOrder);
  const of = (what: string) => rows.filter((row) => row.what === what);
  const initiative = of("initiative").at(-1);
  const [roadmap] = of("roadmap");
  const [successor] = of("successor");
  const sets = of("set").map((row) => ({ slug: row.number, title: row.title, version: Number(row.extra), isFrozen: row.note !== null, number: row.note, proposalVersion: Number(row.status), at: row.at }));
  return {
    setsWith: sets,
    sets: sets.filter(({ isFrozen }) => isFrozen).map(({ slug, title, version, number, at }) => ({ slug, title, version, number: number ?? "", at })),
    needs: of("need").map((row) => ({ number: row.number, title: row.title, at: row.at, by: row.note })),
    versions: of("version").map((row) => ({ version: Number(row.number), at: row.at, why: row.title })),
    steps: of("step").map((row) => ({ to: row.number as ProposalState, at: row.at, reason: row.note ?? "" })),
    decisions: of("decision").map((row) => ({ number: row.number, title: row.title, at: row.at, bodyName: row.note ?? "", answer: ANSWER_KINDS.find((kind) => kind === row.status) ?? null })),
    minutes: of("minutes").map((row) => ({ meetingId: row.number, title: row.title, at: row.at, anchor: row.note ?? "" })),
    initiative: initiative ? { number: initiative.number, title: initiative.title, at: initiative.at } : null,
    roadmap: roadmap
      ? { number: roadmap.number, title: roadmap.title, at: roadmap.at, start: roadmap.note ?? "", end: roadmap.extra ?? "", status: roadmap.status ?? "" }
      : null,
    successor: successor ? { number: successor.number, title: successor.title } : null,
    authors: of("author").map((row) => ({ id: row.number, name: row.title })),
    components: of("component").map((row) => ({ slug: row.number, name: row.title })),
    policyAreas: of("area").map((row) => row.title),
    reactions: addUp(of("reaction").map(toReactionCount)),
    controls: of("control").map((row) => ({ framework: row.note ?? "", number: row.number, title: row.title })),
  };
}

const trail = prepared((db, { actor, id, replacedBy, now }: { actor: Actor; id: string; replacedBy: string; now: Instant }) =>
  needs(db, id)
    .unionAll(versions(db, id))
    .unionAll(steps(db, id))
    .unionAll(people(db, id))
    .unionAll(components(db, id))
    .unionAll(areas(db, id))
    .unionAll(controls(db, id))
    .unionAll(decisions(db, actor, id, now))
    .unionAll(minutes(db, actor, id))
    .unionAll(initiatives(db, actor, id))
    .unionAll(roadmapItems(db, actor, id))
    .unionAll(successors(db, actor, replacedBy))
    .unionAll(reactionCounts(db, id))
    .unionAll(setsWith(db, actor, id)),
);

/** Two steps at one moment stay in the order in which they were written. Put in order here: in the query each part is sorted by itself, which takes longer than finding it. */
const inOrder = (one: TrailRow, other: TrailRow): number => compare(one.at, other.at) || compare(one.extra, other.extra);
const compare = (one: string | null, other: string | null): number => (one === other ? 0 : (one ?? "") < (other ?? "") ? -1 : 1);

/**
 * The rounds about a proposal with their turnout. Seats and turnout always show; a stored outcome shows to the members of
 * the round's body from vaststelling, to others from publication. A concept shows to nobody here.
 */
export async function listRoundsOf(db: Db, actor: Actor, proposalId: string, now: Instant): Promise<ChainRound[]> {
  const rows = await roundsAbout(db, { actor, proposalId });
  const { bodyIds } = reachOf(actor);
  return rows.map((row) => toChainRound(row, bodyIds, now));
}

const roundsAbout = prepared((db, { actor, proposalId }: { actor: Actor; proposalId: string }) =>
  db
    .selectFrom("round_item")
    .innerJoin("round", "round.id", "round_item.round_id")
    .innerJoin("body", "body.id", "round.body_id")
    .select(["round.id", "round.sequence", "round.kind", "round.state", "round.opens_at", "round.closes_at", "round.body_id", "body.name as body_name"])
    .select(["round_item.version", "round_item.outcome", "round_item.tally"])
    .select((eb) => [
      eb.selectFrom("round_seat").whereRef("round_seat.round_id", "=", "round.id").select(sql<number>`cast(count(*) as integer)`.as("n")).as("seats"),
      eb
        .selectFrom("ballot")
        .whereRef("ballot.round_item_id", "=", "round_item.id")
        .where("ballot.choice", "!=", WITHDRAWN)
        .where(isLastBallot)
        .select(sql<number>`cast(count(distinct ballot.seat_id) as integer)`.as("n"))
        .as("cast"),
    ])
    .where("round_item.subject_kind", "=", "proposal")
    .where("round_item.subject_id", "=", proposalId)
    .where("round.state", "!=", "concept")
    .where(visibleTo(actor, "round"))
    .orderBy("round.opens_at"),
);

function toChainRound(row: Awaited<ReturnType<typeof roundsAbout>>[number], bodyIds: readonly string[], now: Instant): ChainRound {
  const isKnown = row.state === "gepubliceerd" || (bodyIds.includes(row.body_id) && row.state === "vastgesteld");
  return {
    id: row.id,
    sequence: row.sequence,
    kind: row.kind,
    version: row.version ?? 1,
    bodyId: row.body_id,
    bodyName: row.body_name,
    at: row.opens_at,
    closesAt: row.closes_at,
    isOpen: row.state === "open" && row.opens_at <= now && now < row.closes_at,
    isAnnounced: row.state === "aangekondigd",
    isEndedEarly: row.state === "ingetrokken" || row.state === "ongeldig",
    seats: row.seats ?? 0,
    cast: row.cast ?? 0,
    outcome: isKnown ? (row.outcome as Outcome | null) : null,
    count: isKnown && row.tally !== null ? (JSON.parse(row.tally) as ItemCount) : null,
  };
}

const nothing = sql<string | null>`cast(null as text)`;
const word = <W extends string>(text: W) => sql<string>`cast(${sql.val(text)} as text)`;

const needs = (db: Db, proposalId: string) =>
  db
    .selectFrom("proposal_need")
    .innerJoin("need", "need.id", "proposal_need.need_id")
    .leftJoin("organisation", "organisation.id", "need.organisation_id")
    .where("proposal_need.proposal_id", "=", proposalId)
    .select([word("need").as("what")])
    .select(["need.created_at as at", "need.number", "need.title", "organisation.name as note"])
    .select([nothing.as("extra"), nothing.as("status")])
    .$castTo<TrailRow>();

const versions = (db: Db, proposalId: string) =>
  db
    .selectFrom("proposal_version")
    .where("proposal_id", "=", proposalId)
    .select([word("version").as("what"), "created_at as at"])
    .select([sql<string>`cast(number as text)`.as("number"), "why as title", nothing.as("note"), nothing.as("extra"), nothing.as("status")])
    .$castTo<TrailRow>();

const steps = (db: Db, proposalId: string) =>
  db
    .selectFrom("proposal_step")
    .where("proposal_id", "=", proposalId)
    .select([word("step").as("what"), "at", "to_state as number", "act as title", "note"])
    .select(["id as extra", nothing.as("status")])
    .$castTo<TrailRow>();

const people = (db: Db, proposalId: string) =>
  db
    .selectFrom("proposal_author")
    .innerJoin("person", "person.id", "proposal_author.person_id")
    .where("proposal_author.proposal_id", "=", proposalId)
    .select([word("author").as("what"), word("").as("at"), "person.id as number", "person.name as title"])
    .select([nothing.as("note"), nothing.as("extra"), nothing.as("status")])
    .$castTo<TrailRow>();

const components = (db: Db, proposalId: string) =>
  db
    .selectFrom("proposal_component")
    .innerJoin("component", "component.id", "proposal_component.component_id")
    .where("proposal_component.proposal_id", "=", proposalId)
    .select([word("component").as("what"), word("").as("at"), "component.slug as number", "component.name as title"])
    .select([nothing.as("note"), nothing.as("extra"), nothing.as("status")])
    .$castTo<TrailRow>();

const areas = (db: Db, proposalId: string) =>
  db
    .selectFrom("proposal_policy_area")
    .innerJoin("policy_area", "policy_area.id", "proposal_policy_area.policy_area_id")
    .where("proposal_policy_area.proposal_id", "=", proposalId)
    .select([word("area").as("what"), word("").as("at"), "policy_area.slug as number", "policy_area.name as title"])
    .select([nothing.as("note"), nothing.as("extra"), nothing.as("status")])
    .$castTo<TrailRow>();

const controls = (db: Db, proposalId: string) =>
  db
    .selectFrom("proposal_control")
    .innerJoin("control", "control.id", "proposal_control.control_id")
    .where("proposal_control.proposal_id", "=", proposalId)
    .select([word("control").as("what"), word("").as("at"), "control.number", "control.title"])
    .select(["control.framework as note", nothing.as("extra"), nothing.as("status")])
    .$castTo<TrailRow>();

/** Decisions about the proposal itself or about an initiative that holds or held it, once published and past any embargo. */
const decisions = (db: Db, actor: Actor, proposalId: string, now: Instant) =>
  db
    .selectFrom("decision")
    .innerJoin("body", "body.id", "decision.body_id")
    .leftJoin("advice_answer", (join) => join.onRef("advice_answer.decision_id", "=", "decision.id").on("advice_answer.proposal_id", "=", proposalId))
    .where((eb) => eb.or([eb("decision.proposal_id", "=", proposalId), eb("decision.initiative_id", "in", itsInitiatives(db, proposalId))]))
    .where((eb) => isOut(eb.ref("decision.published_at"), eb.ref("decision.body_id"), actor))
    .where((eb) => eb.or([eb("decision.embargo_until", "is", null), eb("decision.embargo_until", "<=", now)]))
    .where((eb) => eb.or([visibleTo(actor, "decision"), eb("decision.public_title", "is not", null)]))
    .select([word("decision").as("what"), "decision.created_at as at", "decision.number"])
    .select([sql<string>`case when ${visibleTo(actor, "decision")} then decision.title else decision.public_title end`.as("title")])
    .select(["body.name as note", nothing.as("extra"), "advice_answer.kind as status"])
    .$castTo<TrailRow>();

/** The passage in published minutes; closed items only for the members of the body. */
const minutes = (db: Db, actor: Actor, proposalId: string) =>
  db
    .selectFrom("agenda_item")
    .innerJoin("meeting", "meeting.id", "agenda_item.meeting_id")
    .innerJoin("body", "body.id", "meeting.body_id")
    .where((eb) =>
      eb.or([
        eb("agenda_item.proposal_id", "=", proposalId),
        eb(
          "agenda_item.round_id",
          "in",
          eb.selectFrom("round_item").select("round_item.round_id").where("round_item.subject_kind", "=", "proposal").where("round_item.subject_id", "=", proposalId),
        ),
      ]),
    )
    .where("meeting.published_at", "is not", null)
    .where(visibleTo(actor, "meeting"))
    .where((eb) => {
      const { labels, bodyIds } = reachOf(actor);
      const open = eb.and([eb("agenda_item.is_closed", "=", 0), eb("agenda_item.tlp", "in", [...labels])]);
      return bodyIds.length === 0 ? open : eb.or([open, eb("meeting.body_id", "in", [...bodyIds])]);
    })
    .select([word("minutes").as("what"), "meeting.published_at as at", "meeting.id as number", "meeting.title", "agenda_item.id as note"])
    .select([nothing.as("extra"), nothing.as("status")])
    .$castTo<TrailRow>();

const initiatives = (db: Db, actor: Actor, proposalId: string) =>
  db
    .selectFrom("initiative_proposal")
    .innerJoin("initiative", "initiative.id", "initiative_proposal.initiative_id")
    .where("initiative_proposal.proposal_id", "=", proposalId)
    .where((eb) => eb.or([visibleTo(actor, "initiative"), eb("initiative.public_title", "is not", null)]))
    .select([word("initiative").as("what"), "initiative_proposal.added_at as at", "initiative.number"])
    .select([sql<string>`case when ${visibleTo(actor, "initiative")} then initiative.title else initiative.public_title end`.as("title")])
    .select([nothing.as("note"), nothing.as("extra"), "initiative.state as status"])
    .$castTo<TrailRow>();

const roadmapItems = (db: Db, actor: Actor, proposalId: string) =>
  db
    .selectFrom("roadmap_item")
    .where("roadmap_item.initiative_id", "in", liveInitiative(db, proposalId))
    .where("roadmap_item.standing", "!=", "vervallen")
    .where((eb) => eb.or([visibleTo(actor, "roadmap_item"), eb("roadmap_item.public_title", "is not", null)]))
    .select([word("roadmap").as("what"), "roadmap_item.created_at as at", "roadmap_item.number"])
    .select([sql<string>`case when ${visibleTo(actor, "roadmap_item")} then roadmap_item.title else roadmap_item.public_title end`.as("title")])
    .select(["roadmap_item.start_quarter as note", "roadmap_item.end_quarter as extra", "roadmap_item.standing as status"])
    .$castTo<TrailRow>();

const successors = (db: Db, actor: Actor, successorId: string) =>
  db
    .selectFrom("proposal")
    .where("proposal.id", "=", successorId)
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .select([word("successor").as("what"), "proposal.updated_at as at", "proposal.number", "proposal.title"])
    .select([nothing.as("note"), nothing.as("extra"), nothing.as("status")])
    .$castTo<TrailRow>();

/** The numbers of an edition are written when it is frozen. */
const setsWith = (db: Db, actor: Actor, proposalId: string) =>
  db
    .selectFrom("requirement")
    .innerJoin("requirement_set as edition", "edition.id", "requirement.set_id")
    .innerJoin("requirement_series as series", "series.id", "edition.series_id")
    .leftJoin("requirement_freeze as freeze", "freeze.set_id", "edition.id")
    .where("requirement.proposal_id", "=", proposalId)
    .where(readableBy(actor))
    .select([word("set").as("what"), sql<string>`coalesce(${sql.ref("freeze.frozen_at")}, ${sql.ref("edition.created_at")})`.as("at"), "series.slug as number", "edition.title"])
    .select(["requirement.number as note", sql<string>`cast(edition.version as text)`.as("extra"), sql<string>`cast(requirement.version as text)`.as("status")])
    .$castTo<TrailRow>();

const itsInitiatives = (db: Db, proposalId: string) => db.selectFrom("initiative_proposal").select("initiative_id").where("proposal_id", "=", proposalId);
const liveInitiative = (db: Db, proposalId: string) =>
  db.selectFrom("initiative_proposal").select("initiative_id").where("proposal_id", "=", proposalId).where("is_live", "=", 1);

/** Published, or of a body whose members read along before that. */
function isOut(publishedAt: Expression<string | null>, bodyId: Expression<string>, actor: Actor): Expression<SqlBool> {
  const { bodyIds } = reachOf(actor);
  if (bodyIds.length === 0) return sql<SqlBool>`${publishedAt} is not null`;
  return sql<SqlBool>`(${publishedAt} is not null or ${bodyId} in (${sql.join(bodyIds)}))`;
}
