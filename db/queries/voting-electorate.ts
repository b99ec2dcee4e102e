import type { Instant } from "#app/domain/shared/instant.ts";
import type { Candidate } from "#app/domain/voting/electorate.ts";
import type { Db, Trx } from "../client.ts";
import { searchKey } from "../portable.ts";
import { prepared } from "../prepared.ts";

/** A voting seat of a body now, on its way into a round. */
export interface SeatCandidate extends Candidate {
  readonly organisationId: string;
  readonly code: string | null;
  /** whether somebody sits there at all, with an account that works or not */
  readonly hasMember: boolean;
  /** whether one of those who may cast for it ever chose a password */
  readonly canSignIn: boolean;
}

/** The voting seats of a body at this moment, by name, with who may cast for each and for which gemeenten it speaks. */
export async function listSeatCandidates(db: Db, bodyId: string, now: Instant): Promise<SeatCandidate[]> {
  const seats = await db
    .selectFrom("seat")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .select(["seat.id", "seat.weight", "organisation.id as organisation_id", "organisation.name", "organisation.code", "organisation.kind"])
    .where("seat.body_id", "=", bodyId)
    .where("seat.is_voting", "=", 1)
    .where("seat.from", "<=", now)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", now)]))
    .orderBy("organisation.name_key")
    .orderBy("seat.id")
    .execute();
  const holders = await listHolders(db, bodyId, now);
  const members = await listPartnershipMembers(db, bodyId, now);
  return seats.map((seat) => ({
    seatId: seat.id,
    name: seat.name,
    weight: seat.weight,
    organisationId: seat.organisation_id,
    code: seat.code,
    municipalities: seat.kind === "gemeente" ? [seat.organisation_id] : (members.get(seat.organisation_id) ?? []),
    holderIds: (holders.get(seat.id) ?? []).flatMap(({ personId, isDisabled }) => (isDisabled ? [] : [personId])),
    hasMember: holders.has(seat.id),
    canSignIn: (holders.get(seat.id) ?? []).some(({ isDisabled, hasPassword }) => !isDisabled && hasPassword),
  }));
}

export async function insertRoundSeats(trx: Trx, roundId: string, seats: readonly SeatCandidate[], isNotified: boolean): Promise<void> {
  await trx
    .insertInto("round_seat")
    .values(
      seats.map((seat) => ({
        round_id: roundId,
        seat_id: seat.seatId,
        organisation_id: seat.organisationId,
        name: seat.name,
        code: seat.code,
        weight: seat.weight,
        holders: JSON.stringify(seat.holderIds),
        notified: isNotified && seat.holderIds.length > 0 ? (1 as const) : (0 as const),
      })),
    )
    .execute();
}

/** A seat as it stood when the round opened. */
export interface FrozenSeat {
  readonly id: string;
  readonly organisationId: string;
  readonly name: string;
  readonly code: string | null;
  readonly province: string | null;
  readonly inhabitants: number | null;
  readonly weight: number;
  readonly notified: boolean;
  /** items on which it does not take part */
  readonly recusedFrom: readonly string[];
}

/**
 * The electorate of a round as frozen, by the name of then, with the recusals recorded since. A later name of an organisation changes
 * nothing here: the order is part of what the fingerprint covers.
 */
export async function listFrozenSeats(db: Db, roundId: string): Promise<FrozenSeat[]> {
  const rows = await db
    .selectFrom("round_seat")
    .innerJoin("organisation", "organisation.id", "round_seat.organisation_id")
    .leftJoin(
      (eb) =>
        eb
          .selectFrom("recusal")
          .innerJoin("round_item", "round_item.id", "recusal.round_item_id")
          .select(["recusal.seat_id", "recusal.round_item_id"])
          .where("round_item.round_id", "=", roundId)
          .as("stepped_back"),
      (join) => join.onRef("stepped_back.seat_id", "=", "round_seat.seat_id"),
    )
    .select(["round_seat.seat_id", "round_seat.organisation_id", "round_seat.name", "round_seat.code", "round_seat.weight", "round_seat.notified", "organisation.province", "organisation.inhabitants"])
    .select("stepped_back.round_item_id")
    .where("round_seat.round_id", "=", roundId)
    .orderBy("round_seat.seat_id")
    .orderBy("stepped_back.round_item_id")
    .execute();
  const seats = new Map<string, FrozenSeat & { recusedFrom: string[] }>();
  for (const row of rows) {
    const { seat_id: id, organisation_id: organisationId, name, code, province, inhabitants, weight, notified } = row;
    const seat = seats.get(id) ?? { id, organisationId, name, code, province, inhabitants, weight, notified: notified === 1, recusedFrom: [] };
    if (row.round_item_id !== null) seat.recusedFrom.push(row.round_item_id);
    seats.set(id, seat);
  }
  const keys = new Map([...seats.values()].map(({ id, name }) => [id, searchKey(name)]));
  return [...seats.values()].sort((one, other) => byText(keys.get(one.id) ?? "", keys.get(other.id) ?? "") || byText(one.id, other.id));
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

export async function isSeatInRound(db: Db, roundId: string, seatId: string): Promise<boolean> {
  return (await seatInRound(db, { roundId, seatId })).length > 0;
}

const seatInRound = prepared((db, { roundId, seatId }: { roundId: string; seatId: string }) => db.selectFrom("round_seat").select("seat_id").where("round_id", "=", roundId).where("seat_id", "=", seatId));

export async function listRecusedItems(db: Db, roundId: string, seatId: string): Promise<string[]> {
  return (await recusedItems(db, { roundId, seatId })).map((row) => row.round_item_id);
}

const recusedItems = prepared((db, { roundId, seatId }: { roundId: string; seatId: string }) =>
  db
    .selectFrom("recusal")
    .innerJoin("round_item", "round_item.id", "recusal.round_item_id")
    .select("recusal.round_item_id")
    .where("round_item.round_id", "=", roundId)
    .where("recusal.seat_id", "=", seatId),
);

/** False when the seat stepped back from this item before. */
export async function insertRecusal(
  trx: Trx,
  recusal: { id: string; itemId: string; seatId: string; personId: string; reason: string; at: Instant },
): Promise<boolean> {
  const row = await trx
    .insertInto("recusal")
    .values({ id: recusal.id, round_item_id: recusal.itemId, seat_id: recusal.seatId, person_id: recusal.personId, reason: recusal.reason, at: recusal.at })
    .onConflict((oc) => oc.columns(["round_item_id", "seat_id"]).doNothing())
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** Who sits on each seat now. An account that was switched off cannot vote and gets no mail. */
async function listHolders(db: Db, bodyId: string, now: Instant): Promise<Map<string, { personId: string; isDisabled: boolean; hasPassword: boolean }[]>> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("seat", "seat.id", "membership.seat_id")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["membership.seat_id", "membership.person_id", "person.disabled_at", "person.password_hash"])
    .where("seat.body_id", "=", bodyId)
    .where("seat.is_voting", "=", 1)
    .where("membership.role", "in", ["chair", "member", "substitute"])
    .where("membership.from", "<=", now)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)]))
    .orderBy("membership.person_id")
    .execute();
  return grouped(rows.map((row) => [row.seat_id, { personId: row.person_id, isDisabled: row.disabled_at !== null && row.disabled_at <= now, hasPassword: row.password_hash !== null }] as const));
}

async function listPartnershipMembers(db: Db, bodyId: string, now: Instant): Promise<Map<string, string[]>> {
  const rows = await db
    .selectFrom("organisation_member")
    .innerJoin("seat", "seat.organisation_id", "organisation_member.partnership_id")
    .select(["organisation_member.partnership_id", "organisation_member.municipality_id"])
    .where("seat.body_id", "=", bodyId)
    .where("organisation_member.from", "<=", now)
    .where((eb) => eb.or([eb("organisation_member.until", "is", null), eb("organisation_member.until", ">", now)]))
    .distinct()
    .execute();
  return grouped(rows.map((row) => [row.partnership_id, row.municipality_id] as const));
}

function grouped<Value>(pairs: readonly (readonly [string, Value])[]): Map<string, Value[]> {
  const groups = new Map<string, Value[]>();
  for (const [key, value] of pairs) groups.set(key, [...(groups.get(key) ?? []), value]);
  return groups;
}
