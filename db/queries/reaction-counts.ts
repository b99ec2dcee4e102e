import { sql } from "kysely";
import type { ReactionCount } from "#app/domain/proposals/reactions.ts";
import type { Db } from "../client.ts";

/** Counts in the columns of the trail: the version, what is counted, its disposition, and how many as text. */
export interface CountRow {
  what: string;
  at: string;
  number: string;
  title: string;
  note: string | null;
  extra: string | null;
  status: string | null;
}

const word = (text: string) => sql<string>`cast(${sql.val(text)} as text)`;
const nothing = sql<string | null>`cast(null as text)`;
const howMany = sql<string | null>`cast(count(*) as text)`;

/** How many comments, amendments and changes a proposal has, by version and disposition. Replies within a thread do not count. */
export const reactionCounts = (db: Db, proposalId: string) =>
  comments(db, proposalId, "comment").unionAll(comments(db, proposalId, "aside")).unionAll(amendments(db, proposalId, "amendment")).unionAll(amendments(db, proposalId, "closed-amendment")).unionAll(changes(db, proposalId));

export const toReactionCount = (row: CountRow): ReactionCount => ({
  kind: row.title as ReactionCount["kind"],
  version: Number(row.number),
  disposition: row.note as ReactionCount["disposition"],
  count: Number(row.extra),
});

const comments = (db: Db, proposalId: string, kind: "comment" | "aside") =>
  db
    .selectFrom("comment")
    .where("proposal_id", "=", proposalId)
    .where("parent_id", "is", null)
    .where("amendment_id", kind === "aside" ? "is not" : "is", null)
    .groupBy(["version", "disposition"])
    .select([word("reaction").as("what"), word("").as("at"), sql<string>`cast(version as text)`.as("number"), word(kind).as("title"), "disposition as note"])
    .select([howMany.as("extra"), nothing.as("status")])
    .$castTo<CountRow>();

const amendments = (db: Db, proposalId: string, kind: "amendment" | "closed-amendment") =>
  db
    .selectFrom("amendment")
    .where("proposal_id", "=", proposalId)
    .where((eb) => {
      const isOpen = eb.and([eb("withdrawn_at", "is", null), eb("handled_at", "is", null)]);
      return kind === "amendment" ? isOpen : eb.not(isOpen);
    })
    .groupBy("base_version")
    .select([word("reaction").as("what"), word("").as("at"), sql<string>`cast(base_version as text)`.as("number"), word(kind).as("title"), nothing.as("note")])
    .select([howMany.as("extra"), nothing.as("status")])
    .$castTo<CountRow>();

const changes = (db: Db, proposalId: string) =>
  db
    .selectFrom("amendment_change as change")
    .innerJoin("amendment", "amendment.id", "change.amendment_id")
    .where("amendment.proposal_id", "=", proposalId)
    .where("change.handled_on", "is not", null)
    .groupBy(["change.handled_on", "change.disposition"])
    .select([word("reaction").as("what"), word("").as("at"), sql<string>`cast(change.handled_on as text)`.as("number"), word("change").as("title"), "change.disposition as note"])
    .select([howMany.as("extra"), nothing.as("status")])
    .$castTo<CountRow>();
