import type { Trx } from "../client.ts";

/** The next whole number of a series that never gives one out twice. The row stays locked until the commit. */
export const nextNumber = (trx: Trx, name: string): Promise<number> => lastOfNext(trx, name, 1);

/** The same for so many numbers in a row; answers the last of them. */
export async function lastOfNext(trx: Trx, name: string, count: number): Promise<number> {
  await trx.insertInto("counter").values({ name, last: 0 }).onConflict((oc) => oc.column("name").doNothing()).execute();
  const row = await trx
    .updateTable("counter")
    .set((eb) => ({ last: eb("last", "+", count) }))
    .where("name", "=", name)
    .returning("last")
    .executeTakeFirstOrThrow();
  return row.last;
}
