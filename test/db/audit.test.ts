import { expect, test } from "vitest";
import { inTransaction } from "#db/client.ts";
import { hashOfEvent, record } from "#db/queries/audit.ts";
import { nextNumber } from "#db/queries/counters.ts";
import { askTreatment } from "#app/commands/voting/ask-treatment.ts";
import { recuseSeat } from "#app/commands/voting/recuse-seat.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { aPortal } from "#test/support/portal.ts";
import { aChamber, aRound } from "#test/support/voting.ts";

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

test("the electorate of a round, who steps back and who asks to talk are written once", async () => {
  const chamber = await aChamber({ seats: 2 });
  await chamber.proposal(1);
  const roundId = await aRound(chamber);
  const itemId = (await listItems(chamber.db, roundId))[0]?.id ?? "";
  const wish = { roundId, itemId, reason: "Eigen belang" };
  expect(await recuseSeat(await chamber.as("lid1"), { ...wish, seatId: "seat-lid1" })).toMatchObject({ ok: true });
  expect(await askTreatment(await chamber.as("lid2"), { ...wish, seatId: "seat-lid2" })).toMatchObject({ ok: true });

  await expect(chamber.db.updateTable("round_seat").set({ weight: 9 }).execute()).rejects.toThrow("append-only");
  for (const table of ["recusal", "treatment_request"] as const) await expect(chamber.db.updateTable(table).set({ reason: "x" }).execute()).rejects.toThrow("append-only");
  for (const table of ["round_seat", "recusal", "treatment_request"] as const) await expect(chamber.db.deleteFrom(table).execute()).rejects.toThrow("append-only");
});

test("a series of numbers never gives one out twice", async () => {
  const { db } = await aPortal();
  const numbers = await Promise.all(Array.from({ length: 25 }, () => inTransaction(db, (trx) => nextNumber(trx, "VEI"))));
  expect(numbers.sort((a, b) => a - b)).toEqual(Array.from({ length: 25 }, (_, index) => index + 1));
});
