import type { Instant } from "#app/domain/shared/instant.ts";
import type { Proxy } from "#app/domain/voting/proxy.ts";
import type { Db, Trx } from "../client.ts";
import { hold } from "../portable.ts";
import { prepared } from "../prepared.ts";

/** A volmacht with the names that its page shows. */
export interface StoredProxy extends Proxy {
  readonly fromName: string;
  readonly toName: string;
  readonly roundTitle: string | null;
  readonly meetingTitle: string | null;
}

/** All volmachten of a body that can still matter: those that end after `since`, the newest first. */
export async function listProxies(db: Db, bodyId: string, since: Instant): Promise<StoredProxy[]> {
  const rows = await proxies(db).where("proxy.body_id", "=", bodyId).orderBy("proxy.given_at", "desc").orderBy("proxy.id").execute();
  return rows.map(toProxy).filter(({ until }) => until > since);
}

/** The volmachten that a seat received for use in this body, whatever their state. */
export async function listProxiesTo(db: Db, bodyId: string, seatIds: readonly string[]): Promise<StoredProxy[]> {
  if (seatIds.length === 0) return [];
  return (await proxiesTo(db, { bodyId, seatIds })).map(toProxy);
}

const proxiesTo = prepared((db, { bodyId, seatIds }: { bodyId: string; seatIds: readonly string[] }) =>
  proxies(db).where("proxy.body_id", "=", bodyId).where("proxy.to_seat_id", "in", [...seatIds]).where("proxy.revoked_at", "is", null).where("proxy.accepted_at", "is not", null).orderBy("proxy.accepted_at").orderBy("proxy.id"),
);

export async function findProxy(db: Db, bodyId: string, id: string): Promise<StoredProxy | null> {
  const row = await proxies(db).where("proxy.id", "=", id).where("proxy.body_id", "=", bodyId).executeTakeFirst();
  return row ? toProxy(row) : null;
}

/** Holds every volmacht act of a body until the commit: two at once would each see room for one. */
export async function lockProxies(trx: Trx, bodyId: string): Promise<void> {
  await hold(trx, "body", bodyId);
}

export async function insertProxy(trx: Trx, proxy: Omit<Proxy, "acceptedAt" | "revokedAt"> & { readonly givenBy: string }): Promise<void> {
  await trx
    .insertInto("proxy")
    .values({
      ...{ id: proxy.id, body_id: proxy.bodyId, from_seat_id: proxy.fromSeatId, to_seat_id: proxy.toSeatId, scope: proxy.scope, round_id: proxy.roundId, meeting_id: proxy.meetingId },
      ...{ from: proxy.from, until: proxy.until, given_by: proxy.givenBy, given_at: proxy.givenAt },
    })
    .execute();
}

export async function setProxyAccepted(trx: Trx, id: string, personId: string, at: Instant): Promise<void> {
  await trx.updateTable("proxy").set({ accepted_by: personId, accepted_at: at }).where("id", "=", id).execute();
}

export async function setProxyRevoked(trx: Trx, id: string, personId: string, at: Instant): Promise<void> {
  await trx.updateTable("proxy").set({ revoked_by: personId, revoked_at: at }).where("id", "=", id).execute();
}

/** Whether somebody voted with this volmacht in its round, or, when it is for more, in a round that still runs. */
export async function isProxyUsed(db: Db, proxy: Proxy, now: Instant): Promise<boolean> {
  let query = db
    .selectFrom("ballot")
    .innerJoin("round_item", "round_item.id", "ballot.round_item_id")
    .innerJoin("round", "round.id", "round_item.round_id")
    .select("ballot.id")
    .where("round.body_id", "=", proxy.bodyId)
    .where("ballot.seat_id", "=", proxy.fromSeatId)
    .where("ballot.proxy_seat_id", "=", proxy.toSeatId)
    .where("ballot.cast_at", ">=", proxy.acceptedAt ?? proxy.givenAt);
  query = proxy.roundId !== null ? query.where("round.id", "=", proxy.roundId) : query.where("round.state", "=", "open").where("round.closes_at", ">", now);
  return (await query.limit(1).executeTakeFirst()) !== undefined;
}

/** The meetings whose agenda has this round. */
export async function listMeetingsOfRound(db: Db, roundId: string): Promise<string[]> {
  const rows = await db.selectFrom("agenda_item").select("meeting_id").where("round_id", "=", roundId).distinct().execute();
  return rows.map((row) => row.meeting_id);
}

/** Voting seats of a body now, by name: to whom a volmacht can go. */
export async function listVotingSeats(db: Db, bodyId: string, now: Instant): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom("seat")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .select(["seat.id", "organisation.name"])
    .where("seat.body_id", "=", bodyId)
    .where("seat.is_voting", "=", 1)
    .where("seat.from", "<=", now)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", now)]))
    .orderBy("organisation.name_key")
    .execute();
}

/** What a volmacht can be for: rounds that did not close and meetings that did not begin. */
export async function listProxyOccasions(db: Db, bodyId: string, now: Instant): Promise<{ rounds: Occasion[]; meetings: Occasion[] }> {
  const rounds = await db
    .selectFrom("round")
    .select(["id", "title", "opens_at as from", "closes_at as until"])
    .where("body_id", "=", bodyId)
    .where("state", "in", ["aangekondigd", "open"])
    .where("closes_at", ">", now)
    .orderBy("closes_at")
    .limit(100)
    .execute();
  const meetings = await db
    .selectFrom("meeting")
    .select(["id", "title", "starts_at as from", "ends_at as until"])
    .where("body_id", "=", bodyId)
    .where("ends_at", ">", now)
    .where("state", "!=", "geannuleerd")
    .orderBy("starts_at")
    .limit(100)
    .execute();
  return { rounds, meetings };
}

export interface Occasion {
  readonly id: string;
  readonly title: string;
  readonly from: Instant;
  readonly until: Instant;
}

const proxies = (db: Db) =>
  db
    .selectFrom("proxy")
    .innerJoin("seat as giving", "giving.id", "proxy.from_seat_id")
    .innerJoin("organisation as giver", "giver.id", "giving.organisation_id")
    .innerJoin("seat as taking", "taking.id", "proxy.to_seat_id")
    .innerJoin("organisation as taker", "taker.id", "taking.organisation_id")
    .leftJoin("round", "round.id", "proxy.round_id")
    .leftJoin("meeting", "meeting.id", "proxy.meeting_id")
    .select(["proxy.id", "proxy.body_id", "proxy.from_seat_id", "proxy.to_seat_id", "proxy.scope", "proxy.round_id", "proxy.meeting_id", "proxy.from", "proxy.until"])
    .select(["proxy.given_at", "proxy.accepted_at", "proxy.revoked_at", "giver.name as from_name", "taker.name as to_name", "round.title as round_title", "meeting.title as meeting_title"])
    .select(["round.opens_at", "round.closes_at", "meeting.starts_at", "meeting.ends_at"])
    .select((eb) => {
      const onAgenda = eb.selectFrom("agenda_item").innerJoin("round as planned", "planned.id", "agenda_item.round_id").whereRef("agenda_item.meeting_id", "=", "proxy.meeting_id");
      return [onAgenda.select((of) => of.fn.min("planned.opens_at").as("first")).as("first_opens_at"), onAgenda.select((of) => of.fn.max("planned.closes_at").as("last")).as("last_closes_at")];
    });

const toProxy = (row: Awaited<ReturnType<ReturnType<typeof proxies>["executeTakeFirstOrThrow"]>>): StoredProxy => ({
  ...{ id: row.id, bodyId: row.body_id, fromSeatId: row.from_seat_id, toSeatId: row.to_seat_id, scope: row.scope, roundId: row.round_id, meetingId: row.meeting_id },
  ...spanOf(row),
  ...{ givenAt: row.given_at, acceptedAt: row.accepted_at, revokedAt: row.revoked_at },
  ...{ fromName: row.from_name, toName: row.to_name, roundTitle: row.round_title, meetingTitle: row.meeting_title },
});

/** When a volmacht can be used: for a round or a meeting as their moments are now, for a round is extended and a meeting moves. */
function spanOf(row: Awaited<ReturnType<ReturnType<typeof proxies>["executeTakeFirstOrThrow"]>>): { from: Instant; until: Instant } {
  if (row.opens_at !== null && row.closes_at !== null) return { from: row.opens_at, until: row.closes_at };
  if (row.starts_at === null || row.ends_at === null) return { from: row.from, until: row.until };
  const [starts, ends] = [[row.starts_at, row.first_opens_at ?? row.starts_at], [row.ends_at, row.last_closes_at ?? row.ends_at]].map((moments) => moments.sort());
  return { from: starts?.[0] ?? row.from, until: ends?.[1] ?? row.until };
}
