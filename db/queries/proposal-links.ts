import type { Actor } from "#app/domain/access/actor.ts";
import type { LinkKind } from "#app/domain/proposals/proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { prepared } from "../prepared.ts";
import { visibleTo } from "./visibility.ts";

/** A link as one of its two ends shows it. `isOutgoing`: this proposal is the one that names the other. */
export interface ProposalLink {
  readonly id: string;
  readonly kind: LinkKind;
  readonly isOutgoing: boolean;
  readonly number: string;
  readonly title: string;
  /** the other got a new version since somebody last reviewed this link */
  readonly isSuspect: boolean;
  /** up to which version of the other it was reviewed; 0: never */
  readonly reviewedVersion: number;
  /** the version of the other that the page shows: a review is a review of that one */
  readonly version: number;
}

/** The links of a proposal in both directions; what the actor may not see is left out. */
export async function listLinks(db: Db, actor: Actor, proposalId: string): Promise<ProposalLink[]> {
  const rows = await linksOf(db, { actor, proposalId });
  return rows.map((row) => {
    const isOutgoing = row.from_id === proposalId;
    return { id: row.id, kind: row.kind, isOutgoing, number: row.number, title: row.title, isSuspect: isOutgoing && row.current_version > row.reviewed_version, reviewedVersion: row.reviewed_version, version: row.current_version };
  });
}

const linksOf = prepared((db, { actor, proposalId }: { actor: Actor; proposalId: string }) =>
  db
    .selectFrom("proposal_link")
    .innerJoin("proposal", (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([eb("proposal_link.from_id", "=", proposalId), eb("proposal.id", "=", eb.ref("proposal_link.to_id"))]),
          eb.and([eb("proposal_link.to_id", "=", proposalId), eb("proposal.id", "=", eb.ref("proposal_link.from_id"))]),
        ]),
      ),
    )
    .select(["proposal_link.id", "proposal_link.kind", "proposal_link.from_id", "proposal_link.reviewed_version", "proposal.number", "proposal.title", "proposal.current_version"])
    .where((eb) => eb.or([eb("proposal_link.from_id", "=", proposalId), eb("proposal_link.to_id", "=", proposalId)]))
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .orderBy("proposal.number"),
);

/** The proposals that this one says it replaces. */
export async function listReplacedBy(trx: Trx, proposalId: string): Promise<string[]> {
  const rows = await trx.selectFrom("proposal_link").select("to_id").where("from_id", "=", proposalId).where("kind", "=", "replaces").execute();
  return rows.map((row) => row.to_id);
}

/** Whether one of these proposals took the place of another when it was adopted. */
export async function hasReplaced(trx: Trx, proposalIds: readonly string[]): Promise<boolean> {
  if (proposalIds.length === 0) return false;
  const row = await trx
    .selectFrom("proposal_link")
    .innerJoin("proposal", (join) => join.onRef("proposal.id", "=", "proposal_link.to_id").onRef("proposal.replaced_by", "=", "proposal_link.from_id"))
    .select("proposal.id")
    .where("proposal_link.from_id", "in", [...proposalIds])
    .where("proposal_link.kind", "=", "replaces")
    .where("proposal.state", "=", "superseded")
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Makes the link, or reviews it again: then it is no longer suspect. */
export async function saveLink(
  trx: Trx,
  link: { id: string; fromId: string; toId: string; kind: LinkKind; reviewedVersion: number; createdAt: Instant },
): Promise<void> {
  await trx
    .insertInto("proposal_link")
    .values({ id: link.id, from_id: link.fromId, to_id: link.toId, kind: link.kind, reviewed_version: link.reviewedVersion, created_at: link.createdAt })
    .onConflict((oc) => oc.columns(["from_id", "to_id", "kind"]).doUpdateSet({ reviewed_version: link.reviewedVersion }))
    .execute();
}

/** The other end of a link of this proposal, as the actor may see it. */
export async function findUpstream(trx: Trx, actor: Actor, linkId: string, fromId: string): Promise<{ number: string; version: number; reviewedVersion: number; kind: LinkKind } | null> {
  const row = await trx
    .selectFrom("proposal_link")
    .innerJoin("proposal", "proposal.id", "proposal_link.to_id")
    .select(["proposal.number", "proposal.current_version", "proposal_link.reviewed_version", "proposal_link.kind"])
    .where("proposal_link.id", "=", linkId)
    .where("proposal_link.from_id", "=", fromId)
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .executeTakeFirst();
  return row ? { number: row.number, version: row.current_version, reviewedVersion: row.reviewed_version, kind: row.kind } : null;
}

/** Reviewed up to this version; an older review never replaces a newer one. */
export async function reviewLinkRow(trx: Trx, review: { linkId: string; version: number; by: string; at: Instant }): Promise<void> {
  await trx.updateTable("proposal_link").set({ reviewed_version: review.version, reviewed_by: review.by, reviewed_at: review.at }).where("id", "=", review.linkId).where("reviewed_version", "<=", review.version).execute();
}

/** Takes a link away; false when it was gone already. */
export async function deleteLink(trx: Trx, linkId: string): Promise<boolean> {
  return (await trx.deleteFrom("proposal_link").where("id", "=", linkId).returning("id").executeTakeFirst()) !== undefined;
}

/** Hangs every link of one proposal on another. What would link to itself, or stands there already, is dropped. Answers how many moved. */
export async function moveLinks(trx: Trx, fromId: string, toId: string): Promise<number> {
  const links = await trx.selectFrom("proposal_link").selectAll().where((eb) => eb.or([eb("from_id", "=", fromId), eb("to_id", "=", fromId)])).execute();
  let moved = 0;
  for (const link of links) {
    const [from, to] = [link.from_id === fromId ? toId : link.from_id, link.to_id === fromId ? toId : link.to_id];
    await trx.deleteFrom("proposal_link").where("id", "=", link.id).execute();
    if (from === to) continue;
    // Another end means another text: only a link whose upstream stays the same keeps its review.
    const row = await trx.insertInto("proposal_link").values({ ...link, from_id: from, to_id: to, reviewed_version: to === link.to_id ? link.reviewed_version : 0 }).onConflict((oc) => oc.columns(["from_id", "to_id", "kind"]).doNothing()).returning("id").executeTakeFirst();
    if (row !== undefined) moved++;
  }
  return moved;
}
