import type { Misses } from "#app/domain/access/throttle.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { sha256 } from "../hash.ts";

/** The misses under a key, held until the transaction ends, so that two tries at once count as two. */
export async function holdMisses(trx: Trx, key: string, now: Instant): Promise<Misses | null> {
  const { points, until } = await trx
    .insertInto("throttle")
    .values({ key, points: 0, until: now })
    .onConflict((oc) => oc.column("key").doUpdateSet((eb) => ({ points: eb.ref("throttle.points") })))
    .returning(["points", "until"])
    .executeTakeFirstOrThrow();
  return points === 0 ? null : { points, until };
}

export async function saveMisses(trx: Trx, key: string, { points, until }: Misses): Promise<void> {
  await trx.updateTable("throttle").set({ points, until }).where("key", "=", key).execute();
}

export async function forgetMisses(db: Db, key: string): Promise<void> {
  await db.deleteFrom("throttle").where("key", "=", key).execute();
}

/** One try of this key was no miss after all. */
export async function takeBackTry(db: Db, key: string): Promise<void> {
  await db.updateTable("throttle").set((eb) => ({ points: eb("points", "-", 1) })).where("key", "=", key).where("points", ">", 0).execute();
}

/** Keys nobody tried since `before` are forgotten, so that the table stays small. */
export async function forgetOldMisses(db: Db, before: Instant): Promise<void> {
  await db.deleteFrom("throttle").where("until", "<", before).execute();
}

/** The people who signed in on this device before. */
export async function isKnownDevice(db: Db, token: string, emailKey: string): Promise<boolean> {
  const row = await db
    .selectFrom("known_device")
    .innerJoin("person", "person.id", "known_device.person_id")
    .select("known_device.id")
    .where("known_device.id", "=", sha256(token))
    .where("person.email_key", "=", emailKey)
    .executeTakeFirst();
  return row !== undefined;
}

export async function rememberDevice(db: Db, token: string, personId: string, at: Instant): Promise<void> {
  await db
    .insertInto("known_device")
    .values({ id: sha256(token), person_id: personId, seen_at: at })
    .onConflict((oc) => oc.column("id").doUpdateSet({ person_id: personId, seen_at: at }))
    .execute();
}
