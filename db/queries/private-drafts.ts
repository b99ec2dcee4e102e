import type { Entered } from "#app/domain/shared/entered.ts";
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

const idOf = ({ personId, proposalId }: DraftOwner): string => `${personId}:${proposalId ?? "nieuw"}`;
