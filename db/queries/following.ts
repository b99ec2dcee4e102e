import { sql } from "kysely";
import { isSignedIn, type Actor } from "#app/domain/access/actor.ts";
import type { FollowedKind, FollowedSubject, NewsEntry, NewsKind } from "#app/domain/following/following.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { amendments, answeredComments, comments, handledAmendments, type NewsRow } from "./news-of-reactions.ts";
import { prepared } from "../prepared.ts";
import { readableBy } from "./requirement-sets.ts";
import { visibleTo } from "./visibility.ts";

/** Since when this person follows the subject and last looked; null when not followed. */
export async function findFollow(db: Db, personId: string | null, kind: FollowedKind, subjectId: string): Promise<{ seenAt: Instant } | null> {
  if (personId === null) return null;
  const [row] = await followOf(db, { personId, kind, subjectId });
  return row ? { seenAt: row.seen_at } : null;
}

const followOf = prepared((db, { personId, kind, subjectId }: { personId: string; kind: FollowedKind; subjectId: string }) =>
  db.selectFrom("follow").select("seen_at").where("person_id", "=", personId).where("subject_kind", "=", kind).where("subject_id", "=", subjectId),
);

/** The id of a subject that the actor may see, by the word in its address; null when hidden or absent. */
export async function findFollowable(db: Db, actor: Actor, { kind, reference }: FollowedSubject): Promise<string | null> {
  const row = await FOLLOWABLE[kind](db, actor, reference).executeTakeFirst();
  return row?.id ?? null;
}

/** Who follows one of these, each person once. */
export async function listFollowersOf(db: Db, subjects: readonly { readonly kind: FollowedKind; readonly id: string }[]): Promise<string[]> {
  const rows = await db
    .selectFrom("follow")
    .select("person_id")
    .distinct()
    .where((eb) => eb.or(subjects.map(({ kind, id }) => eb.and([eb("subject_kind", "=", kind), eb("subject_id", "=", id)]))))
    .orderBy("person_id")
    .execute();
  return rows.map(({ person_id: id }) => id);
}

/** False when it was followed already. */
export async function insertFollow(trx: Trx, follow: { id: string; personId: string; kind: FollowedKind; subjectId: string; at: Instant }): Promise<boolean> {
  const row = await trx
    .insertInto("follow")
    .values({ id: follow.id, person_id: follow.personId, subject_kind: follow.kind, subject_id: follow.subjectId, followed_at: follow.at, seen_at: follow.at })
    .onConflict((oc) => oc.columns(["person_id", "subject_kind", "subject_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Who followed one subject follows another from now on; who did already keeps that one. Answers how many new followers it got. */
export async function moveFollows(trx: Trx, kind: FollowedKind, fromId: string, toId: string): Promise<number> {
  const follows = await trx.deleteFrom("follow").where("subject_kind", "=", kind).where("subject_id", "=", fromId).returningAll().execute();
  if (follows.length === 0) return 0;
  const rows = await trx
    .insertInto("follow")
    .values(follows.map((follow) => ({ ...follow, subject_id: toId })))
    .onConflict((oc) => oc.columns(["person_id", "subject_kind", "subject_id"]).doNothing())
    .returning("id")
    .execute();
  return rows.length;
}

export async function deleteFollow(trx: Trx, personId: string, kind: FollowedKind, subjectId: string): Promise<boolean> {
  const row = await trx
    .deleteFrom("follow")
    .where("person_id", "=", personId)
    .where("subject_kind", "=", kind)
    .where("subject_id", "=", subjectId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Says that somebody saw the news: of one subject, or of everything that person follows. Returns how many follows that were. */
export async function markFollowsSeen(trx: Trx, personId: string, at: Instant, subject?: { kind: FollowedKind; id: string }): Promise<number> {
  const rows = await trx
    .updateTable("follow")
    .set({ seen_at: at })
    .where("person_id", "=", personId)
    .$if(subject !== undefined, (query) => query.where("subject_kind", "=", subject?.kind ?? "proposal").where("subject_id", "=", subject?.id ?? ""))
    .returning("id")
    .execute();
  return rows.length;
}

/** How many subjects somebody follows. */
export async function countFollows(db: Db, actor: Actor): Promise<number> {
  if (!isSignedIn(actor)) return 0;
  const rows = await db.selectFrom("follow").select("id").where("person_id", "=", actor.id).execute();
  return rows.length;
}

/**
 * What others did to what this person follows, since the last visit, newest first, in one query.
 * A proposal counts as followed itself, through its body, its component or its need; never what the reader may not see,
 * and never the reader's own acts.
 */
export async function listNews(db: Db, actor: Actor, now: Instant, limit = 30): Promise<NewsEntry[]> {
  if (!isSignedIn(actor)) return [];
  const rows = await states(db, actor, actor.id)
    .union(versions(db, actor, actor.id))
    .union(comments(db, actor, actor.id))
    .union(amendments(db, actor, actor.id))
    .union(handledAmendments(db, actor, actor.id))
    .union(answeredComments(db, actor, actor.id))
    .union(decisions(db, actor, actor.id, now))
    .union(initiatives(db, actor, actor.id))
    .union(roadmapMoves(db, actor, actor.id))
    .union(milestoneMoves(db, actor, actor.id))
    .union(roadmapStatuses(db, actor, actor.id))
    .union(roundNews(db, actor, actor.id, "opened_at", "opened"))
    .union(roundNews(db, actor, actor.id, "published_at", "published"))
    .union(meetingNews(db, actor, actor.id, "agenda_sent_at", "agenda"))
    .union(meetingNews(db, actor, actor.id, "published_at", "minutes"))
    .union(frozenSets(db, actor, actor.id))
    .orderBy("at", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    kind: row.what as NewsKind,
    at: row.at,
    number: row.number,
    title: row.title,
    detail: row.detail ?? "",
    state: row.state as ProposalState | null,
  }));
}

const FOLLOWABLE = {
  proposal: (db: Db, actor: Actor, number: string) => db.selectFrom("proposal").select("id").where("number", "=", number).where(visibleTo(actor, "proposal", { shared: "shared_at" })),
  body: (db: Db, _: Actor, slug: string) => db.selectFrom("body").select("id").where("slug", "=", slug),
  component: (db: Db, _: Actor, slug: string) => db.selectFrom("component").select("id").where("slug", "=", slug),
  need: (db: Db, _: Actor, number: string) => db.selectFrom("need").select("id").where("number", "=", number).where("state", "in", ["accepted", "joined"]),
  initiative: (db: Db, actor: Actor, number: string) => db.selectFrom("initiative").select("id").where("number", "=", number).where(visibleTo(actor, "initiative")),
  roadmap_item: (db: Db, actor: Actor, number: string) => db.selectFrom("roadmap_item").select("id").where("number", "=", number).where(visibleTo(actor, "roadmap_item")),
  organisation: (db: Db, _: Actor, code: string) => db.selectFrom("organisation").select("id").where("code", "=", code),
  round: (db: Db, actor: Actor, id: string) => db.selectFrom("round").select("id").where("id", "=", id).where("state", "!=", "concept").where(visibleTo(actor, "round")),
  requirement_set: (db: Db, actor: Actor, slug: string) =>
    db
      .selectFrom("requirement_series as series")
      .innerJoin("requirement_set as edition", "edition.series_id", "series.id")
      .leftJoin("requirement_freeze as freeze", "freeze.set_id", "edition.id")
      .select("series.id")
      .where("series.slug", "=", slug)
      .where(readableBy(actor)),
  meeting: (db: Db, actor: Actor, id: string) => db.selectFrom("meeting").select("id").where("id", "=", id).where(visibleTo(actor, "meeting")),
};

/** A follow joined to every proposal it reaches, seen and not seen. */
const followedProposals = (db: Db, actor: Actor, personId: string) =>
  db
    .selectFrom("follow")
    .innerJoin("proposal", (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([eb("follow.subject_kind", "=", "proposal"), eb("proposal.id", "=", eb.ref("follow.subject_id"))]),
          eb.and([eb("follow.subject_kind", "=", "body"), eb("proposal.body_id", "=", eb.ref("follow.subject_id"))]),
          eb.and([
            eb("follow.subject_kind", "=", "component"),
            eb.exists(
              eb
                .selectFrom("proposal_component as pc")
                .select("pc.proposal_id")
                .whereRef("pc.proposal_id", "=", "proposal.id")
                .whereRef("pc.component_id", "=", "follow.subject_id"),
            ),
          ]),
          eb.and([
            eb("follow.subject_kind", "=", "need"),
            eb.exists(
              eb.selectFrom("proposal_need as pn").select("pn.proposal_id").whereRef("pn.proposal_id", "=", "proposal.id").whereRef("pn.need_id", "=", "follow.subject_id"),
            ),
          ]),
        ]),
      ),
    )
    .where("follow.person_id", "=", personId)
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }));

const word = (text: string) => sql<string>`cast(${sql.val(text)} as text)`;
const nothing = sql<string | null>`cast(null as text)`;

const states = (db: Db, actor: Actor, personId: string) =>
  followedProposals(db, actor, personId)
    .innerJoin("proposal_step as step", "step.proposal_id", "proposal.id")
    .whereRef("step.at", ">", "follow.seen_at")
    .whereRef("proposal.updated_at", ">", "follow.seen_at")
    .where((eb) => eb.or([eb("step.actor_id", "is", null), eb("step.actor_id", "!=", personId)]))
    .select([word("state").as("what"), "step.at as at", "proposal.number as number", "proposal.title as title", "step.note as detail", "step.to_state as state"])
    .$castTo<NewsRow>();

const versions = (db: Db, actor: Actor, personId: string) =>
  followedProposals(db, actor, personId)
    .innerJoin("proposal_version as version", "version.proposal_id", "proposal.id")
    .whereRef("version.created_at", ">", "follow.seen_at")
    .whereRef("proposal.updated_at", ">", "follow.seen_at")
    .where("version.number", ">", 1)
    .where("version.author_id", "!=", personId)
    .select([word("version").as("what"), "version.created_at as at", "proposal.number as number", "proposal.title as title", "version.why as detail", nothing.as("state")])
    .$castTo<NewsRow>();

/** Decisions of a followed body, and about a followed proposal or initiative. */
const decisions = (db: Db, actor: Actor, personId: string, now: Instant) =>
  db
    .selectFrom("follow")
    .innerJoin("decision", (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([eb("follow.subject_kind", "=", "body"), eb("decision.body_id", "=", eb.ref("follow.subject_id"))]),
          eb.and([eb("follow.subject_kind", "=", "proposal"), eb("decision.proposal_id", "=", eb.ref("follow.subject_id"))]),
          eb.and([eb("follow.subject_kind", "=", "initiative"), eb("decision.initiative_id", "=", eb.ref("follow.subject_id"))]),
        ]),
      ),
    )
    .where("follow.person_id", "=", personId)
    .where(visibleTo(actor, "decision"))
    .whereRef("decision.published_at", ">", "follow.seen_at")
    .where((eb) => eb.or([eb("decision.embargo_until", "is", null), eb("decision.embargo_until", "<=", now)]))
    .where("decision.created_by", "!=", personId)
    .select([word("decision").as("what"), "decision.published_at as at", "decision.number as number", "decision.title as title", nothing.as("detail"), nothing.as("state")])
    .$castTo<NewsRow>();

const initiatives = (db: Db, actor: Actor, personId: string) =>
  db
    .selectFrom("follow")
    .innerJoin("initiative", "initiative.id", "follow.subject_id")
    .where("follow.person_id", "=", personId)
    .where("follow.subject_kind", "=", "initiative")
    .where(visibleTo(actor, "initiative"))
    .whereRef("initiative.updated_at", ">", "follow.seen_at")
    .select([word("initiative").as("what"), "initiative.updated_at as at", "initiative.number as number", "initiative.title as title"])
    .select(["initiative.state as detail", nothing.as("state")])
    .$castTo<NewsRow>();

/** A follow joined to every item of the roadmap that it reaches. */
const followedItems = (db: Db, actor: Actor, personId: string) =>
  db
    .selectFrom("follow")
    .innerJoin("roadmap_item", (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([eb("follow.subject_kind", "=", "roadmap_item"), eb("roadmap_item.id", "=", eb.ref("follow.subject_id"))]),
          eb.and([eb("follow.subject_kind", "=", "initiative"), eb("roadmap_item.initiative_id", "=", eb.ref("follow.subject_id"))]),
          eb.and([eb("follow.subject_kind", "=", "component"), eb("roadmap_item.component_id", "=", eb.ref("follow.subject_id"))]),
        ]),
      ),
    )
    .where("follow.person_id", "=", personId)
    .where(visibleTo(actor, "roadmap_item"));

const roadmapMoves = (db: Db, actor: Actor, personId: string) =>
  followedItems(db, actor, personId)
    .innerJoin("roadmap_move as move", "move.item_id", "roadmap_item.id")
    .whereRef("move.at", ">", "follow.seen_at")
    .where((eb) => eb.or([eb("move.actor_id", "is", null), eb("move.actor_id", "!=", personId)]))
    .select([word("roadmap").as("what"), "move.at as at", "roadmap_item.number as number", "roadmap_item.title as title", "move.reason as detail", nothing.as("state")])
    .$castTo<NewsRow>();

const milestoneMoves = (db: Db, actor: Actor, personId: string) =>
  followedItems(db, actor, personId)
    .innerJoin("milestone", "milestone.item_id", "roadmap_item.id")
    .innerJoin("milestone_move as move", "move.milestone_id", "milestone.id")
    .whereRef("move.changed_at", ">", "follow.seen_at")
    .where("move.person_id", "!=", personId)
    .select([word("milestone").as("what"), "move.changed_at as at", "roadmap_item.number as number", "milestone.title as title", "move.reason as detail", nothing.as("state")])
    .$castTo<NewsRow>();

const roadmapStatuses = (db: Db, actor: Actor, personId: string) =>
  followedItems(db, actor, personId)
    .innerJoin("roadmap_status as status", "status.item_id", "roadmap_item.id")
    .whereRef("status.changed_at", ">", "follow.seen_at")
    .where("status.person_id", "!=", personId)
    .select([word("progress").as("what"), "status.changed_at as at", "roadmap_item.number as number", "roadmap_item.title as title", "status.note as detail", nothing.as("state")])
    .$castTo<NewsRow>();

/** When a followed round opened, or its result was published. */
const roundNews = (db: Db, actor: Actor, personId: string, column: "opened_at" | "published_at", what: string) =>
  db
    .selectFrom("follow")
    .innerJoin("round", "round.id", "follow.subject_id")
    .where("follow.person_id", "=", personId)
    .where("follow.subject_kind", "=", "round")
    .where(visibleTo(actor, "round", { shared: "announced_at" }))
    .whereRef(`round.${column}`, ">", "follow.seen_at")
    .select([word("round").as("what"), `round.${column} as at`, "round.id as number", "round.title as title", word(what).as("detail"), nothing.as("state")])
    .$castTo<NewsRow>();

/** When the agenda of a followed meeting was sent, or its minutes were published. */
const meetingNews = (db: Db, actor: Actor, personId: string, column: "agenda_sent_at" | "published_at", what: string) =>
  db
    .selectFrom("follow")
    .innerJoin("meeting", "meeting.id", "follow.subject_id")
    .where("follow.person_id", "=", personId)
    .where("follow.subject_kind", "=", "meeting")
    .where(visibleTo(actor, "meeting"))
    .whereRef(`meeting.${column}`, ">", "follow.seen_at")
    .select([word("meeting").as("what"), `meeting.${column} as at`, "meeting.id as number", "meeting.title as title", word(what).as("detail"), nothing.as("state")])
    .$castTo<NewsRow>();

/** Editions that were frozen: of a followed programma, of a followed body or component, and with a followed proposal in it. */
const frozenSets = (db: Db, actor: Actor, personId: string) =>
  db
    .selectFrom("follow")
    .innerJoin("requirement_series as series", (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([eb("follow.subject_kind", "=", "requirement_set"), eb("series.id", "=", eb.ref("follow.subject_id"))]),
          eb.and([eb("follow.subject_kind", "=", "body"), eb("series.body_id", "=", eb.ref("follow.subject_id"))]),
          eb.and([eb("follow.subject_kind", "=", "component"), eb("series.component_id", "=", eb.ref("follow.subject_id"))]),
          eb.and([
            eb("follow.subject_kind", "=", "proposal"),
            eb.exists(
              eb
                .selectFrom("requirement")
                .innerJoin("requirement_set as holder", "holder.id", "requirement.set_id")
                .select("requirement.id")
                .whereRef("requirement.proposal_id", "=", "follow.subject_id")
                .whereRef("holder.series_id", "=", "series.id"),
            ),
          ]),
        ]),
      ),
    )
    .innerJoin("requirement_set as edition", "edition.series_id", "series.id")
    .innerJoin("requirement_freeze as freeze", "freeze.set_id", "edition.id")
    .where("follow.person_id", "=", personId)
    .where(readableBy(actor))
    .whereRef("freeze.frozen_at", ">", "follow.seen_at")
    .where("freeze.frozen_by", "!=", personId)
    .select([word("requirement-set").as("what"), "freeze.frozen_at as at", "series.slug as number", "edition.title as title"])
    .select([sql<string>`cast(edition.version as text)`.as("detail"), nothing.as("state")])
    .$castTo<NewsRow>();
