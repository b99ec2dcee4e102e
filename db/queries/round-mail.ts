import { sql } from "kysely";
import type { Act } from "#app/domain/access/policy.ts";
import { WITHDRAWN } from "#app/domain/voting/choice.ts";
import type { Round } from "#app/domain/voting/round.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { countRows } from "../portable.ts";
import { isLastBallot } from "./voting-ballots.ts";

/** Somebody who may cast for a seat of a round now, with what that seat still has to do. Never how it voted. */
export interface RoundVoter {
  readonly personId: string;
  readonly seatId: string;
  readonly seatName: string;
  /** items without a ballot, not counting those from which it stepped back */
  readonly openItems: number;
}

/** A prioritering asks one thing about all its items, and its ballots hang on the first. */
const isAsked = sql<boolean>`(round.kind <> 'prioritering' or round_item.position = 1)`;

/** Who may cast now for the seats of a round. A holder who was replaced gets no mail, the new one does. */
export async function listRoundVoters(db: Db, roundId: string, now: Instant, personId?: string): Promise<RoundVoter[]> {
  let query = db
    .selectFrom("round_seat")
    .innerJoin("round", "round.id", "round_seat.round_id")
    .innerJoin("membership", "membership.seat_id", "round_seat.seat_id")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["person.id as person_id", "round_seat.seat_id", "round_seat.name"])
    .select((eb) => eb.selectFrom("round_item").select(countRows().as("items")).whereRef("round_item.round_id", "=", "round_seat.round_id").where("round_item.pulled_at", "is", null).where(isAsked).as("items"))
    .select((eb) =>
      eb.selectFrom("ballot").innerJoin("round_item", "round_item.id", "ballot.round_item_id").select(countRows().as("cast"))
        .whereRef("round_item.round_id", "=", "round_seat.round_id").whereRef("ballot.seat_id", "=", "round_seat.seat_id")
        .where("round_item.pulled_at", "is", null).where(isAsked).where("ballot.choice", "!=", WITHDRAWN).where(isLastBallot).as("cast"),
    )
    .select((eb) =>
      eb.selectFrom("recusal").innerJoin("round_item", "round_item.id", "recusal.round_item_id").select(countRows().as("recused"))
        .whereRef("round_item.round_id", "=", "round_seat.round_id").whereRef("recusal.seat_id", "=", "round_seat.seat_id").where("round_item.pulled_at", "is", null).where(isAsked).as("recused"),
    )
    .where("round_seat.round_id", "=", roundId)
    .where("membership.role", "in", ["chair", "member", "substitute"])
    .where("membership.from", "<=", now)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)]))
    .where("person.disabled_at", "is", null)
    .orderBy("round_seat.name")
    .orderBy("person.id");
  if (personId !== undefined) query = query.where("person.id", "=", personId);
  const rows = await query.execute();
  return rows.map((row) => ({ personId: row.person_id, seatId: row.seat_id, seatName: row.name, openItems: Math.max(0, (row.items ?? 0) - (row.cast ?? 0) - (row.recused ?? 0)) }));
}

/** Voorzitter and secretaris of the body now: they establish what closed. */
export async function listBureau(db: Db, bodyId: string, now: Instant): Promise<string[]> {
  const rows = await db
    .selectFrom("membership")
    .innerJoin("seat", "seat.id", "membership.seat_id")
    .innerJoin("person", "person.id", "membership.person_id")
    .select("person.id")
    .where("seat.body_id", "=", bodyId)
    .where("membership.role", "in", ["chair", "secretary"])
    .where("membership.from", "<=", now)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)]))
    .where("person.disabled_at", "is", null)
    .distinct()
    .execute();
  return rows.map(({ id }) => id);
}

/** A round as its mail tells it; its label decides whether the mail names it. */
export interface MailedRound extends Pick<Round, "id" | "bodyId" | "kind" | "state" | "opensAt" | "closesAt"> {
  readonly kind: RoundKind;
  readonly title: string;
  readonly bodyName: string;
  readonly bodySlug: string;
  readonly sequence: number;
  readonly tlp: Tlp;
  readonly items: number;
}

export async function findMailedRound(db: Db, id: string): Promise<MailedRound | null> {
  const row = await db
    .selectFrom("round")
    .innerJoin("body", "body.id", "round.body_id")
    .select(["round.id", "round.body_id", "round.kind", "round.state", "round.opens_at", "round.closes_at", "round.title", "round.sequence", "round.tlp", "body.name as body_name", "body.slug as body_slug"])
    .select((eb) => eb.selectFrom("round_item").select(countRows().as("items")).whereRef("round_item.round_id", "=", "round.id").as("items"))
    .where("round.id", "=", id)
    .executeTakeFirst();
  return row ? { id: row.id, bodyId: row.body_id, kind: row.kind, state: row.state, opensAt: row.opens_at, closesAt: row.closes_at, title: row.title, sequence: row.sequence, tlp: row.tlp, bodyName: row.body_name, bodySlug: row.body_slug, items: row.items ?? 0 } : null;
}

/** Where the chain of a body stands: the anchor that mail carries out of the database. */
export async function chainHeadOf(db: Db, chain: string): Promise<{ sequence: number; hash: string } | null> {
  return (await db.selectFrom("chain_head").select(["sequence", "hash"]).where("chain", "=", chain).executeTakeFirst()) ?? null;
}

/** The record of this act about a round: the anchor in the mail about its opening. */
export async function findRoundEvent(db: Db, roundId: string, act: Act): Promise<{ sequence: number; hash: string } | null> {
  return (await db.selectFrom("event").select(["sequence", "hash"]).where("subject_kind", "=", "round").where("subject_id", "=", roundId).where("act", "=", act).orderBy("sequence", "desc").limit(1).executeTakeFirst()) ?? null;
}

/** Where mail goes, or null for somebody who left. */
export async function findRecipient(db: Db, personId: string): Promise<{ name: string; email: string; isDemo: boolean } | null> {
  const row = await db.selectFrom("person").select(["name", "email", "is_demo"]).where("id", "=", personId).where("disabled_at", "is", null).executeTakeFirst();
  return row ? { name: row.name, email: row.email, isDemo: row.is_demo === 1 } : null;
}
