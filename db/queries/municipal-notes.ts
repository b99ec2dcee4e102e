import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

export interface MunicipalNote {
  readonly id: string;
  readonly statement: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly createdAt: Instant;
}

/** More notes than anybody reads; older ones stay, but do not show. */
const MOST_SHOWN = 200;

/** What the people of one organisation wrote about a proposal, newest first. There is no question that crosses organisations. */
export async function listMunicipalNotes(db: Db, proposalId: string, organisationId: string): Promise<MunicipalNote[]> {
  const rows = await db
    .selectFrom("municipal_note")
    .innerJoin("person", "person.id", "municipal_note.author_id")
    .select(["municipal_note.id", "statement", "author_id", "person.name", "municipal_note.created_at"])
    .where("proposal_id", "=", proposalId)
    .where("municipal_note.organisation_id", "=", organisationId)
    .orderBy("municipal_note.created_at", "desc")
    .orderBy("municipal_note.id", "desc")
    .limit(MOST_SHOWN)
    .execute();
  return rows.map((row) => ({ id: row.id, statement: row.statement, authorId: row.author_id, authorName: row.name, createdAt: row.created_at }));
}

export async function insertMunicipalNote(trx: Trx, note: { id: string; proposalId: string; organisationId: string; authorId: string; statement: string; createdAt: Instant }): Promise<void> {
  await trx
    .insertInto("municipal_note")
    .values({ id: note.id, proposal_id: note.proposalId, organisation_id: note.organisationId, author_id: note.authorId, statement: note.statement, created_at: note.createdAt })
    .execute();
}

/** False when this organisation has no such note on this proposal. */
export async function deleteMunicipalNote(trx: Trx, note: { id: string; proposalId: string; organisationId: string }): Promise<boolean> {
  const row = await trx
    .deleteFrom("municipal_note")
    .where("id", "=", note.id)
    .where("proposal_id", "=", note.proposalId)
    .where("organisation_id", "=", note.organisationId)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}
