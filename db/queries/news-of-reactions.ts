import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import type { Db } from "../client.ts";
import { visibleTo } from "./visibility.ts";

/** The columns that every kind of news has. */
export interface NewsRow {
  what: string;
  at: string;
  number: string;
  title: string;
  detail: string | null;
  state: string | null;
}

const word = (text: string) => sql<string>`cast(${sql.val(text)} as text)`;
const nothing = sql<string | null>`cast(null as text)`;

/** Proposals that somebody follows itself, as far as they may see them: a whole body's reactions would drown the rest. */
const ownFollows = (db: Db, actor: Actor, personId: string) =>
  db
    .selectFrom("follow")
    .innerJoin("proposal", "proposal.id", "follow.subject_id")
    .where("follow.person_id", "=", personId)
    .where("follow.subject_kind", "=", "proposal")
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }));

export const comments = (db: Db, actor: Actor, personId: string) =>
  ownFollows(db, actor, personId)
    .innerJoin("comment", "comment.proposal_id", "proposal.id")
    .whereRef("comment.created_at", ">", "follow.seen_at")
    .where("comment.author_id", "!=", personId)
    .select([word("comment").as("what"), "comment.created_at as at", "proposal.number as number", "proposal.title as title", "comment.organisation_name as detail"])
    .select(nothing.as("state"))
    .$castTo<NewsRow>();

export const amendments = (db: Db, actor: Actor, personId: string) =>
  ownFollows(db, actor, personId)
    .innerJoin("amendment", "amendment.proposal_id", "proposal.id")
    .whereRef("amendment.created_at", ">", "follow.seen_at")
    .where("amendment.author_id", "!=", personId)
    .select([word("amendment").as("what"), "amendment.created_at as at", "proposal.number as number", "proposal.title as title", "amendment.organisation_name as detail"])
    .select(nothing.as("state"))
    .$castTo<NewsRow>();

/** Who submits an amendment follows the proposal, and so hears that it was handled. */
export const handledAmendments = (db: Db, actor: Actor, personId: string) =>
  ownFollows(db, actor, personId)
    .innerJoin("amendment", "amendment.proposal_id", "proposal.id")
    .where("amendment.author_id", "=", personId)
    .whereRef("amendment.handled_at", ">", "follow.seen_at")
    .where("amendment.handled_by", "!=", personId)
    .select([word("amendment-handled").as("what"), sql<string>`amendment.handled_at`.as("at"), "proposal.number as number", "proposal.title as title"])
    .select([sql<string>`cast(amendment.number as text)`.as("detail"), nothing.as("state")])
    .$castTo<NewsRow>();

export const answeredComments = (db: Db, actor: Actor, personId: string) =>
  ownFollows(db, actor, personId)
    .innerJoin("comment", "comment.proposal_id", "proposal.id")
    .where("comment.author_id", "=", personId)
    .whereRef("comment.answered_at", ">", "follow.seen_at")
    .where("comment.answered_by", "!=", personId)
    .select([word("comment-answered").as("what"), sql<string>`comment.answered_at`.as("at"), "proposal.number as number", "proposal.title as title"])
    .select([nothing.as("detail"), nothing.as("state")])
    .$castTo<NewsRow>();
