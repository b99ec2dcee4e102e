import { isSignedIn, type Actor } from "#app/domain/access/actor.ts";
import { may } from "#app/domain/access/policy.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import { typed, type Entered } from "#app/domain/shared/entered.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** Whose text it is, about which proposal; without a proposal it is a new one. Every question here is asked with the person. */
export interface DraftOwner {
  readonly personId: string;
  readonly proposalId: string | null;
}

export interface PrivateDraft {
  readonly fields: Entered;
  /** the version it was made from; null for a new proposal */
  readonly basedOn: number | null;
  readonly savedAt: Instant;
}

/** Keeps the text, in the place of what this person kept before about the same proposal. */
export async function putPrivateDraft(trx: Trx, owner: DraftOwner, { fields, basedOn, savedAt }: PrivateDraft): Promise<void> {
  const row = { fields: JSON.stringify(fields), based_on: basedOn, saved_at: savedAt };
  await trx
    .insertInto("private_draft")
    .values({ id: idOf(owner), person_id: owner.personId, proposal_id: owner.proposalId, ...row })
    .onConflict((oc) => oc.column("id").doUpdateSet(row))
    .execute();
}

/** The text that this person kept, or null. */
export async function findPrivateDraft(db: Db, owner: DraftOwner): Promise<PrivateDraft | null> {
  const row = await db.selectFrom("private_draft").select(["fields", "based_on", "saved_at"]).where("id", "=", idOf(owner)).where("person_id", "=", owner.personId).executeTakeFirst();
  return row ? { fields: JSON.parse(row.fields) as Entered, basedOn: row.based_on, savedAt: row.saved_at } : null;
}

export async function deletePrivateDraft(db: Db, owner: DraftOwner): Promise<void> {
  await db.deleteFrom("private_draft").where("id", "=", idOf(owner)).where("person_id", "=", owner.personId).execute();
}

/** What this person was writing and did not save, oldest first; with the proposal it is about, as far as they may still write its next version. */
export async function listPrivateDrafts(db: Db, actor: Actor): Promise<{ number: string | null; title: string; savedAt: Instant }[]> {
  if (!isSignedIn(actor)) return [];
  const rows = await db
    .selectFrom("private_draft")
    .leftJoin("proposal", "proposal.id", "private_draft.proposal_id")
    .leftJoin("proposal_author", (join) => join.onRef("proposal_author.proposal_id", "=", "proposal.id").onRef("proposal_author.person_id", "=", "private_draft.person_id"))
    .select(["private_draft.saved_at", "private_draft.fields", "proposal.id", "proposal.number", "proposal.title", "proposal.state", "proposal.body_id", "proposal_author.person_id as author_id"])
    .where("private_draft.person_id", "=", actor.id)
    .orderBy("private_draft.saved_at")
    .execute();
  return rows
    .filter(({ id, state, body_id: bodyId, author_id: authorId }) => id === null || (state !== null && OPEN.includes(state) && may(actor, "proposal.edit", { bodyId, authorIds: authorId === null ? [] : [authorId] })))
    .map((row) => ({ number: row.number, title: row.title ?? typed(JSON.parse(row.fields) as Entered, "title") ?? "", savedAt: row.saved_at }));
}

const OPEN: readonly ProposalState[] = ["draft", "under_discussion", "referred_back"];

/** Throws away what was saved before this moment; how many there were. Whose they were is nobody's business. */
export async function deletePrivateDraftsBefore(db: Db, moment: Instant): Promise<number> {
  const rows = await db.deleteFrom("private_draft").where("saved_at", "<", moment).returning("id").execute();
  return rows.length;
}

const idOf = ({ personId, proposalId }: DraftOwner): string => `${personId}:${proposalId ?? "nieuw"}`;
