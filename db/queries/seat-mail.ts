import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import type { Proxy } from "#app/domain/voting/proxy.ts";
import type { RoundState } from "#app/domain/voting/round.ts";
import type { Db } from "../client.ts";
import { isLastBallot } from "./voting-ballots.ts";

/** Who may vote for these seats now. */
export async function listSeatHolders(db: Db, seatIds: readonly string[], now: Instant): Promise<{ personId: string; seatId: string }[]> {
  if (seatIds.length === 0) return [];
  const rows = await db
    .selectFrom("membership")
    .innerJoin("person", "person.id", "membership.person_id")
    .select(["membership.person_id", "membership.seat_id"])
    .where("membership.seat_id", "in", [...seatIds])
    .where("membership.role", "in", ["chair", "member", "substitute"])
    .where("membership.from", "<=", now)
    .where((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)]))
    .where("person.disabled_at", "is", null)
    .orderBy("membership.person_id")
    .execute();
  return rows.map((row) => ({ personId: row.person_id, seatId: row.seat_id }));
}

/** A volmacht as its mail tells it; a label decides whether the mail names what it is for. */
export interface MailedProxy extends Pick<Proxy, "fromSeatId" | "toSeatId" | "scope" | "from" | "until" | "acceptedAt" | "revokedAt"> {
  readonly fromName: string;
  readonly toName: string;
  readonly bodyName: string;
  readonly bodySlug: string;
  /** the round or the meeting, when it is for one */
  readonly subject: { readonly title: string; readonly tlp: Tlp } | null;
}

export async function findMailedProxy(db: Db, id: string): Promise<MailedProxy | null> {
  const row = await db
    .selectFrom("proxy")
    .innerJoin("body", "body.id", "proxy.body_id")
    .innerJoin("seat as giving", "giving.id", "proxy.from_seat_id")
    .innerJoin("organisation as giver", "giver.id", "giving.organisation_id")
    .innerJoin("seat as taking", "taking.id", "proxy.to_seat_id")
    .innerJoin("organisation as taker", "taker.id", "taking.organisation_id")
    .leftJoin("round", "round.id", "proxy.round_id")
    .leftJoin("meeting", "meeting.id", "proxy.meeting_id")
    .select(["proxy.from_seat_id", "proxy.to_seat_id", "proxy.scope", "proxy.from", "proxy.until", "proxy.accepted_at", "proxy.revoked_at"])
    .select(["giver.name as from_name", "taker.name as to_name", "body.name as body_name", "body.slug as body_slug"])
    .select(["round.title as round_title", "round.tlp as round_tlp", "meeting.title as meeting_title", "meeting.tlp as meeting_tlp"])
    .where("proxy.id", "=", id)
    .executeTakeFirst();
  if (!row) return null;
  const [title, tlp] = [row.round_title ?? row.meeting_title, row.round_tlp ?? row.meeting_tlp];
  return {
    ...{ fromSeatId: row.from_seat_id, toSeatId: row.to_seat_id, scope: row.scope, from: row.from, until: row.until, acceptedAt: row.accepted_at, revokedAt: row.revoked_at },
    ...{ fromName: row.from_name, toName: row.to_name, bodyName: row.body_name, bodySlug: row.body_slug },
    subject: title === null || tlp === null ? null : { title, tlp },
  };
}

/** A ballot that the secretaris wrote down, as its mail tells it: never the choice. */
export interface MailedBallot {
  readonly seatId: string;
  readonly seatName: string;
  readonly itemTitle: string;
  readonly itemNumber: string | null;
  readonly round: { readonly id: string; readonly kind: RoundKind; readonly sequence: number; readonly state: RoundState; readonly opensAt: Instant; readonly closesAt: Instant; readonly tlp: Tlp; readonly bodyName: string };
}

/** Null when the seat has put another ballot in its place since. */
export async function findMailedBallot(db: Db, id: string): Promise<MailedBallot | null> {
  const row = await db
    .selectFrom("ballot")
    .innerJoin("round_item", "round_item.id", "ballot.round_item_id")
    .innerJoin("round", "round.id", "round_item.round_id")
    .innerJoin("body", "body.id", "round.body_id")
    .innerJoin("round_seat", (join) => join.onRef("round_seat.round_id", "=", "round.id").onRef("round_seat.seat_id", "=", "ballot.seat_id"))
    .select(["ballot.seat_id", "round_seat.name as seat_name", "round_item.title", "round_item.number", "round.id as round_id", "round.kind", "round.sequence", "round.state", "round.opens_at", "round.closes_at", "round.tlp", "body.name as body_name"])
    .where("ballot.id", "=", id)
    .where(isLastBallot)
    .executeTakeFirst();
  return row
    ? {
        ...{ seatId: row.seat_id, seatName: row.seat_name, itemTitle: row.title, itemNumber: row.number },
        round: { id: row.round_id, kind: row.kind, sequence: row.sequence, state: row.state, opensAt: row.opens_at, closesAt: row.closes_at, tlp: row.tlp, bodyName: row.body_name },
      }
    : null;
}
