import type { Db } from "../client.ts";

export interface DemoAccount {
  readonly email: string;
  readonly name: string;
}

/** Every demonstration account, for the bar that switches between them. */
export const listDemoAccounts = (db: Db): Promise<DemoAccount[]> =>
  db.selectFrom("person").select(["email", "name"]).where("is_demo", "=", 1).where("disabled_at", "is", null).orderBy("email").execute();

/** Whether anybody here has the password that everybody knows. */
export const hasDemoAccounts = async (db: Db): Promise<boolean> => (await db.selectFrom("person").select("id").where("is_demo", "=", 1).limit(1).executeTakeFirst()) !== undefined;

/** The demonstration account with this address; real accounts do not exist here. */
export const findDemoAccount = (db: Db, email: string): Promise<{ id: string } | undefined> =>
  db.selectFrom("person").select("id").where("email", "=", email).where("is_demo", "=", 1).where("disabled_at", "is", null).executeTakeFirst();

/** Who sits in which seat of a round as lid, as far as they are demonstration accounts. */
export const listDemoHolders = (db: Db, roundId: string): Promise<{ seatId: string; personId: string }[]> =>
  db
    .selectFrom("round_seat")
    .innerJoin("membership", "membership.seat_id", "round_seat.seat_id")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["round_seat.seat_id as seatId", "person.id as personId"])
    .where("round_seat.round_id", "=", roundId)
    .where("membership.role", "=", "member")
    .where("membership.until", "is", null)
    .where("person.is_demo", "=", 1)
    .orderBy("round_seat.seat_id")
    .execute();
