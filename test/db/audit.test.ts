import { expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import { hashOfEvent, record } from "#db/queries/audit.ts";
import { nextNumber } from "#db/queries/counters.ts";
import { aPortal } from "#test/support/portal.ts";

test("records of one body form a chain without holes, however many arrive at once", async () => {
  const portal = await aPortal();
  const context = await portal.actingAs("secretaris.veilig");

  await Promise.all(
    Array.from({ length: 40 }, (_, number) =>
      inTransaction(portal.db, (trx) => record(trx, context, { act: "round.open", bodyId: "veilig", subject: { kind: "round", id: String(number) } })),
    ),
  );

  const events = await portal.db.selectFrom("event").selectAll().where("chain", "=", "veilig").orderBy("sequence").execute();
  expect(events.map((event) => event.sequence)).toEqual(Array.from({ length: 40 }, (_, number) => number + 1));
  let previous = "0".repeat(64);
  for (const event of events) {
    expect(event.previous).toBe(previous);
    expect(event.hash).toBe(hashOfEvent("veilig", event.sequence, previous, event));
    previous = event.hash;
  }
});

test("the log refuses to be changed or shortened", async () => {
  const portal = await aPortal();
  const context = await portal.actingAs("beheer");
  await inTransaction(portal.db, (trx) => record(trx, context, { act: "body.add", bodyId: null, subject: { kind: "body", id: "x" } }));

  await expect(portal.db.updateTable("event").set({ act: "body.change" }).execute()).rejects.toThrow("append-only");
  await expect(portal.db.deleteFrom("event").execute()).rejects.toThrow("append-only");
});

test("a series of numbers never gives one out twice", async () => {
  const { db } = await aPortal();
  const numbers = await Promise.all(Array.from({ length: 25 }, () => inTransaction(db, (trx) => nextNumber(trx, "VEI"))));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});
