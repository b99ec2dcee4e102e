import type { Actor } from "#app/domain/access/actor.ts";
import type { LinkKind } from "#app/domain/proposals/proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { prepared } from "../prepared.ts";
import { visibleTo } from "./visibility.ts";

/** A link as one of its two ends shows it. `isOutgoing`: this proposal is the one that names the other. */
export interface ProposalLink {
  readonly kind: LinkKind;
  readonly isOutgoing: boolean;
  readonly number: string;
  readonly title: string;
  /** the other got a new version since somebody last reviewed this link */
  readonly isSuspect: boolean;
}

/** The links of a proposal in both directions; what the actor may not see is left out. */
export async function listLinks(db: Db, actor: Actor, proposalId: string): Promise<ProposalLink[]> {
  const rows = await linksOf(db, { actor, proposalId });
  return rows.map((row) => {
    const isOutgoing = row.from_id === proposalId;
    return { kind: row.kind, isOutgoing, number: row.number, title: row.title, isSuspect: isOutgoing && row.current_version > row.reviewed_version };
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
    .select(["proposal_link.kind", "proposal_link.from_id", "proposal_link.reviewed_version", "proposal.number", "proposal.title", "proposal.current_version"])
    .where((eb) => eb.or([eb("proposal_link.from_id", "=", proposalId), eb("proposal_link.to_id", "=", proposalId)]))
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .orderBy("proposal.number"),
);

/** The proposals that this one says it replaces. */
export async function listReplacedBy(trx: Trx, proposalId: string): Promise<string[]> {
  const rows = await trx.selectFrom("proposal_link").select("to_id").where("from_id", "=", proposalId).where("kind", "=", "replaces").execute();
  return rows.map((row) => row.to_id);
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
