import { sql } from "kysely";
import type { ReactionCount } from "#app/domain/proposals/reactions.ts";
import type { Db } from "../client.ts";
import { countRows } from "../portable.ts";

/** How many comments, amendments and changes a proposal has, by version and disposition, in one query. Replies within a thread do not count. */
export async function listReactionCounts(db: Db, proposalId: string): Promise<ReactionCount[]> {
  const word = (text: string) => sql<string>`cast(${sql.val(text)} as text)`;
  const nothing = sql<ReactionCount["disposition"]>`cast(null as text)`;
  const comments = (kind: "comment" | "aside", isAside: boolean) =>
    db
      .selectFrom("comment")
      .where("proposal_id", "=", proposalId)
      .where("parent_id", "is", null)
      .where("amendment_id", isAside ? "is not" : "is", null)
      .groupBy(["version", "disposition"])
      .select([word(kind).as("kind"), "version", "disposition", countRows().as("count")])
      .$castTo<ReactionCount>();
  const open = db
    .selectFrom("amendment")
    .where("proposal_id", "=", proposalId)
    .where("withdrawn_at", "is", null)
    .where("handled_at", "is", null)
    .groupBy("base_version")
    .select([word("amendment").as("kind"), "base_version as version", nothing.as("disposition"), countRows().as("count")])
    .$castTo<ReactionCount>();
  const closed = db
    .selectFrom("amendment")
    .where("proposal_id", "=", proposalId)
    .where((eb) => eb.or([eb("withdrawn_at", "is not", null), eb("handled_at", "is not", null)]))
    .groupBy("base_version")
    .select([word("closed-amendment").as("kind"), "base_version as version", nothing.as("disposition"), countRows().as("count")])
    .$castTo<ReactionCount>();
  const changes = db
    .selectFrom("amendment_change as change")
    .innerJoin("amendment", "amendment.id", "change.amendment_id")
    .where("amendment.proposal_id", "=", proposalId)
    .where("change.handled_on", "is not", null)
    .groupBy(["change.handled_on", "change.disposition"])
    .select([word("change").as("kind"), "change.handled_on as version", "change.disposition", countRows().as("count")])
    .$castTo<ReactionCount>();
  return comments("comment", false).unionAll(comments("aside", true)).unionAll(open).unionAll(closed).unionAll(changes).execute();
}
