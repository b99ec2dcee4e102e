import type { Actor } from "#app/domain/access/actor.ts";
import { maySee, type Tlp } from "#app/domain/access/visibility.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { BodyKind } from "#app/domain/voting/settlement.ts";
import type { Phase, Round, RoundState } from "#app/domain/voting/round.ts";
import type { RoundKind } from "#app/domain/voting/choice.ts";
import type { RuleSet } from "#app/domain/voting/rule.ts";
import type { Db, Trx } from "../client.ts";
import { prepared } from "../prepared.ts";
import { countRows, hold } from "../portable.ts";
import { visibleTo } from "./visibility.ts";
import type { Link } from "./audit.ts";

/** A round with everything its pages and commands start from; the stored result is read apart. */
export interface StoredRound extends Round {
  readonly title: string;
  readonly explanation: string;
  readonly body: { readonly id: string; readonly slug: string; readonly name: string; readonly kind: BodyKind };
  readonly sequence: number;
  readonly previousId: string | null;
  readonly tlp: Tlp;
  readonly visibility: "openbaar" | "besloten";
  readonly isSecondCall: boolean;
  readonly createdAt: Instant;
  readonly announcedAt: Instant | null;
  readonly openedAt: Instant | null;
  readonly fingerprint: string | null;
  readonly chairAt: Instant | null;
  readonly secretaryAt: Instant | null;
  readonly establishedAt: Instant | null;
  readonly publishedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly reason: string | null;
  readonly link: Link | null;
}

/** The round with this id, if the actor may see it: a concept is for its own body only. */
export async function findRound(db: Db, actor: Actor, id: string): Promise<StoredRound | null> {
  const [row] = await visibleRound(db, { actor, id });
  return row ? toRound(row) : null;
}

/**
 * The same, for a command that will write: holds the round until the commit, so that a ballot and the end of a round
 * never pass each other. Null when the actor may not see it.
 */
export async function lockRound(trx: Trx, actor: Actor, id: string): Promise<StoredRound | null> {
  const round = await holdRound(trx, id);
  return round && maySee(actor, { tlp: round.tlp, bodyId: round.bodyId, isShared: round.announcedAt !== null }) ? round : null;
}

/** The same for what the clock does, which asks nobody's eyes. */
export async function holdRound(trx: Trx, id: string): Promise<StoredRound | null> {
  await hold(trx, "round", id);
  const [row] = await roundById(trx, { id });
  return row ? toRound(row) : null;
}

/** The round with this id, whoever asks: for checking the log, never for a page. */
export async function readRound(db: Db, id: string): Promise<StoredRound | null> {
  const row = await rounds(db).where("round.id", "=", id).executeTakeFirst();
  return row ? toRound(row) : null;
}

export interface RoundFilter {
  readonly bodySlug?: string | undefined;
  readonly phase?: Phase | undefined;
  readonly now: Instant;
}

export interface ListedRound {
  readonly id: string;
  readonly title: string;
  readonly kind: RoundKind;
  readonly sequence: number;
  readonly state: RoundState;
  readonly body: { readonly slug: string; readonly name: string };
  readonly opensAt: Instant;
  readonly closesAt: Instant;
  readonly tlp: Tlp;
  readonly items: number;
}

/** Rounds that the actor may see, the one that closes last first; `after` is the cursor of the former page. */
export async function listRounds(db: Db, actor: Actor, filter: RoundFilter, { after, limit }: { after?: string | null; limit: number }): Promise<ListedRound[]> {
  const cursor = cursorOf(after);
  let query = filtered(db, actor, filter)
    .innerJoin("body", "body.id", "round.body_id")
    .select(["round.id", "round.title", "round.kind", "round.sequence", "round.state", "round.opens_at", "round.closes_at", "round.tlp"])
    .select(["body.slug as body_slug", "body.name as body_name"])
    .select((eb) => eb.selectFrom("round_item").select(countRows().as("items")).whereRef("round_item.round_id", "=", "round.id").as("items"))
    .orderBy("round.closes_at", "desc")
    .orderBy("round.id", "desc")
    .limit(limit);
  if (cursor) {
    query = query.where((eb) => eb.or([eb("round.closes_at", "<", cursor.closesAt), eb.and([eb("round.closes_at", "=", cursor.closesAt), eb("round.id", "<", cursor.id)])]));
  }
  const rows = await query.execute();
  return rows.map((row) => ({
    id: row.id,
    title: row.title,
    kind: row.kind,
    sequence: row.sequence,
    state: row.state,
    body: { slug: row.body_slug, name: row.body_name },
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    tlp: row.tlp,
    items: row.items ?? 0,
  }));
}

export async function countRounds(db: Db, actor: Actor, filter: RoundFilter): Promise<number> {
  const { rows } = await filtered(db, actor, filter).select(countRows().as("rows")).executeTakeFirstOrThrow();
  return rows;
}

export const cursorFor = (round: { readonly closesAt: Instant; readonly id: string }): string => `${round.closesAt}~${round.id}`;

/** The newest earlier round of a body that held one of these subjects and came to an end in order. */
export async function findPreviousRound(db: Db, bodyId: string, subjectIds: readonly string[]): Promise<{ id: string; sequence: number } | null> {
  if (subjectIds.length === 0) return null;
  const row = await db
    .selectFrom("round")
    .innerJoin("round_item", "round_item.round_id", "round.id")
    .select(["round.id", "round.sequence"])
    .where("round.body_id", "=", bodyId)
    .where("round.state", "in", ["vastgesteld", "gepubliceerd"])
    .where("round_item.subject_id", "in", [...subjectIds])
    .orderBy("round.closes_at", "desc")
    .orderBy("round.id", "desc")
    .executeTakeFirst();
  return row ?? null;
}

/** Rounds that refer to this one and are still alive: they rely on it, or were prepared by it. */
export async function listFollowers(db: Db, roundId: string): Promise<{ id: string; state: RoundState }[]> {
  return db.selectFrom("round").select(["id", "state"]).where("previous_id", "=", roundId).where("state", "not in", ["ingetrokken", "ongeldig"]).execute();
}

/** The stored result of an established round, as it was written. */
export async function findStoredResult(db: Db, id: string): Promise<string | null> {
  const row = await db.selectFrom("round").select("result").where("id", "=", id).executeTakeFirst();
  return row?.result ?? null;
}

const rounds = (db: Db) =>
  db
    .selectFrom("round")
    .innerJoin("body", "body.id", "round.body_id")
    .select([
      "round.id", "round.body_id", "round.title", "round.explanation", "round.kind", "round.state", "round.sequence", "round.previous_id", "round.tlp", "round.visibility", "round.rule",
      "round.is_second_call", "round.opens_at", "round.closes_at", "round.created_at", "round.announced_at", "round.opened_at", "round.fingerprint", "round.chair_id", "round.secretary_id",
      "round.chair_at", "round.secretary_at", "round.established_at", "round.published_at", "round.ended_at", "round.reason", "round.chain_sequence", "round.chain_hash", "round.chain_previous",
    ])
    .select(["body.slug as body_slug", "body.name as body_name", "body.kind as body_kind"]);

const visibleRound = prepared((db, { actor, id }: { actor: Actor; id: string }) => rounds(db).where("round.id", "=", id).where(visibleTo(actor, "round", { shared: "announced_at" })));
const roundById = prepared((db, { id }: { id: string }) => rounds(db).where("round.id", "=", id));

/** Phases are predicates on the state and the clock; each is written out so that an index on (state, closes_at) can serve. */
function filtered(db: Db, actor: Actor, { bodySlug, phase, now }: RoundFilter) {
  let query = db.selectFrom("round").where(visibleTo(actor, "round", { shared: "announced_at" }));
  if (bodySlug) query = query.where("round.body_id", "in", (eb) => eb.selectFrom("body").select("body.id").where("body.slug", "=", bodySlug));
  if (phase === "wacht") return query.where("round.state", "=", "open").where("round.opens_at", ">", now);
  if (phase === "open") return query.where("round.state", "=", "open").where("round.opens_at", "<=", now).where("round.closes_at", ">", now);
  if (phase === "gesloten") return query.where((eb) => eb.or([eb("round.state", "=", "gesloten"), eb.and([eb("round.state", "=", "open"), eb("round.closes_at", "<=", now)])]));
  return phase ? query.where("round.state", "=", phase) : query;
}

function cursorOf(after: string | null | undefined): { closesAt: Instant; id: string } | null {
  const [closesAt, id] = (after ?? "").split("~");
  return closesAt && id ? { closesAt: closesAt as Instant, id } : null;
}

function toRound(row: Awaited<ReturnType<ReturnType<typeof rounds>["executeTakeFirstOrThrow"]>>): StoredRound {
  const { chain_sequence: sequence, chain_hash: hash, chain_previous: previous } = row;
  return {
    id: row.id,
    bodyId: row.body_id,
    kind: row.kind,
    state: row.state,
    opensAt: row.opens_at,
    closesAt: row.closes_at,
    rule: JSON.parse(row.rule) as RuleSet,
    chairId: row.chair_id,
    secretaryId: row.secretary_id,
    title: row.title,
    explanation: row.explanation,
    body: { id: row.body_id, slug: row.body_slug, name: row.body_name, kind: row.body_kind },
    sequence: row.sequence,
    previousId: row.previous_id,
    tlp: row.tlp,
    visibility: row.visibility,
    isSecondCall: row.is_second_call === 1,
    createdAt: row.created_at,
    announcedAt: row.announced_at,
    openedAt: row.opened_at,
    fingerprint: row.fingerprint,
    chairAt: row.chair_at,
    secretaryAt: row.secretary_at,
    establishedAt: row.established_at,
    publishedAt: row.published_at,
    endedAt: row.ended_at,
    reason: row.reason,
    link: sequence !== null && hash !== null && previous !== null ? { sequence, hash, previous } : null,
  };
}
