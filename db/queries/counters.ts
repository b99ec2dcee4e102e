import type { Trx } from "../client.ts";

/** The next whole number of a series that never gives one out twice. The row stays locked until the commit. */
export async function nextNumber(trx: Trx, name: string): Promise<number> {
  await trx.insertInto("counter").values({ name, last: 0 }).onConflict((oc) => oc.column("name").doNothing()).execute();
  const row = await trx
    .updateTable("counter")
    .set((eb) => ({ last: eb("last", "+", 1) }))
    .where("name", "=", name)
    .returning("last")
    .executeTakeFirstOrThrow();
  return row.last;
}
