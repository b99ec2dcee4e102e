import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** One secret address per person; a new one ends the old. Only its hash is kept. */
export async function putCalendarLink(trx: Trx, personId: string, tokenHash: string, at: Instant): Promise<void> {
  const values = { token_hash: tokenHash, created_at: at };
  await trx.insertInto("calendar_link").values({ person_id: personId, ...values }).onConflict((oc) => oc.column("person_id").doUpdateSet(values)).execute();
}

/** Whose calendar this is, as long as the person is still here. */
export async function findCalendarOwner(db: Db, tokenHash: string): Promise<string | null> {
  const row = await db.selectFrom("calendar_link").innerJoin("person", "person.id", "calendar_link.person_id").select("person.id").where("calendar_link.token_hash", "=", tokenHash).where("person.disabled_at", "is", null).executeTakeFirst();
  return row?.id ?? null;
}

export async function findCalendarLinkDate(db: Db, personId: string): Promise<Instant | null> {
  const row = await db.selectFrom("calendar_link").select("created_at").where("person_id", "=", personId).executeTakeFirst();
  return row?.created_at ?? null;
}
