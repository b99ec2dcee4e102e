import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** False when the seat asked for this item before. */
export async function insertTreatmentRequest(
  trx: Trx,
  request: { id: string; itemId: string; seatId: string; personId: string; reason: string; at: Instant },
): Promise<boolean> {
  const row = await trx
    .insertInto("treatment_request")
    .values({ id: request.id, round_item_id: request.itemId, seat_id: request.seatId, person_id: request.personId, reason: request.reason, at: request.at })
    .onConflict((oc) => oc.columns(["round_item_id", "seat_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Which items of a round somebody wants to treat in a meeting, and why. For the members of the body. */
export async function listTreatmentRequests(db: Db, roundId: string): Promise<{ itemId: string; seatName: string; reason: string }[]> {
  const rows = await db
    .selectFrom("treatment_request")
    .innerJoin("round_item", "round_item.id", "treatment_request.round_item_id")
    .innerJoin("seat", "seat.id", "treatment_request.seat_id")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .select(["treatment_request.round_item_id", "treatment_request.reason", "organisation.name"])
    .where("round_item.round_id", "=", roundId)
    .orderBy("treatment_request.at")
    .orderBy("treatment_request.id")
    .execute();
  return rows.map((row) => ({ itemId: row.round_item_id, seatName: row.name, reason: row.reason }));
}
