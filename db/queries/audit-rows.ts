import { isTimely } from "#app/domain/audit/chain.ts";
import { canonicalJson, type Canonical } from "#app/domain/shared/canonical-json.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { receiptOf } from "#app/domain/voting/ballot.ts";
import type { Db } from "../client.ts";
import { sha256 } from "../hash.ts";
import { countRows } from "../portable.ts";
import { COMMITMENT_FORM, commitmentOf, firstCommitmentOf } from "./ballot-commitment.ts";
import { checkProxies } from "./audit-proxies.ts";
import { isUnchanged } from "./requirement-checks.ts";
import { listAllFrozen } from "./requirement-sets.ts";
import { sealOf } from "./round-seal.ts";
import { listFrozenSeats } from "./voting-electorate.ts";
import { listItems } from "./voting-items.ts";
import { countRound, fingerprintOf, publishedTexts } from "./voting-results.ts";
import { readRound, findStoredResult } from "./voting-rounds.ts";
import { versionHash } from "./version-hash.ts";

/** What does not agree with the log, and how. */
export interface RowFault {
  readonly kind: "round" | "ballot" | "version" | "proxy" | "requirement_set";
  readonly id: string;
  readonly fault: "row-changed" | "row-missing" | "not-in-log" | "cast-outside-round" | "fingerprint-differs" | "count-differs" | "text-changed";
}

export interface RowCheck {
  readonly rounds: number;
  readonly ballots: number;
  readonly versions: number;
  readonly proxies: number;
  /** frozen programma's van eisen */
  readonly sets: number;
  readonly broken: RowFault | null;
}

const PAGE = 500;

/**
 * Holds every round, ballot, version, volmacht and frozen programma van eisen against the log, which vouches for each by a hash; counts every
 * established round again. Run it after the log itself proved whole. Answers how much fits and the first that does not. Source: security §2.5.
 */
export async function verifyRows(db: Db): Promise<RowCheck> {
  const [rounds, ballots, versions, proxies, sets] = [await checkRounds(db), await checkBallots(db), await checkVersions(db), await checkProxies(db), await checkSets(db)];
  const broken = [rounds, ballots, versions, proxies, sets].find((one) => one.broken !== null)?.broken ?? null;
  return { rounds: rounds.checked, ballots: ballots.checked, versions: versions.checked, proxies: proxies.checked, sets: sets.checked, broken };
}

export interface Checked {
  readonly checked: number;
  readonly broken: RowFault | null;
}

interface Vouched {
  readonly seal: string | null;
  readonly sealForm: number;
  readonly opening: string | null;
  readonly result: string | null;
  readonly link: { readonly sequence: number; readonly hash: string; readonly previous: string } | null;
}

async function checkRounds(db: Db): Promise<Checked> {
  const vouched = await vouchedRounds(db);
  const ids = (await db.selectFrom("round").select("id").orderBy("id").execute()).map(({ id }) => id);
  const gone = [...vouched.keys()].find((id) => !ids.includes(id));
  if (gone !== undefined) return { checked: 0, broken: { kind: "round", id: gone, fault: "row-missing" } };
  let checked = 0;
  for (const id of ids) {
    const fault = await faultOfRound(db, id, vouched.get(id));
    if (fault) return { checked, broken: { kind: "round", id, fault } };
    checked++;
  }
  return { checked, broken: null };
}

async function faultOfRound(db: Db, id: string, vouched: Vouched | undefined): Promise<RowFault["fault"] | null> {
  if (!vouched) return "not-in-log";
  if (vouched.seal !== null && (await sealOf(db, id, vouched.sealForm)) !== vouched.seal) return "row-changed";
  const place = await db.selectFrom("round").select(["chain_sequence as sequence", "chain_hash as hash", "chain_previous as previous"]).where("id", "=", id).executeTakeFirst();
  if (canonicalJson({ ...place }) !== canonicalJson({ ...(vouched.link ?? { sequence: null, hash: null, previous: null }) })) return "row-changed";
  const round = await readRound(db, id);
  if (!round || round.openedAt === null) return null;
  const items = await listItems(db, id);
  const seats = (await listFrozenSeats(db, id)).map((seat) => ({ ...seat, recusedFrom: [] }));
  if (vouched.opening !== null && fingerprintOf(round, seats, publishedTexts(round, items)) !== vouched.opening) return "fingerprint-differs";
  if (round.establishedAt === null) return null;
  const stored = await findStoredResult(db, id);
  if (stored === null || sha256(stored) !== vouched.result) return "row-changed";
  return JSON.stringify({ ...(await countRound(db, round)).published, chain: undefined }) === stored ? null : "count-differs";
}

/** What the last record with a seal says of each round, and what its opening and its establishing said. */
async function vouchedRounds(db: Db): Promise<Map<string, Vouched>> {
  const rows = await db
    .selectFrom("event")
    .select(["act", "subject_id", "payload", "sequence", "hash", "previous"])
    .where("subject_kind", "=", "round")
    .where("act", "not in", ["ballot.cast", "ballot.withdraw"])
    .orderBy("chain")
    .orderBy("sequence")
    .execute();
  const rounds = new Map<string, Vouched>();
  for (const row of rows) {
    const payload = JSON.parse(row.payload) as Record<string, Canonical>;
    const text = (name: string): string | null => (typeof payload[name] === "string" ? payload[name] : null);
    const before = rounds.get(row.subject_id) ?? { seal: null, sealForm: 1, opening: null, result: null, link: null };
    const isFinal = row.act === "round.establish" && text("result") !== null;
    rounds.set(row.subject_id, {
      seal: text("seal") ?? before.seal,
      sealForm: text("seal") === null ? before.sealForm : typeof payload["sealForm"] === "number" ? payload["sealForm"] : 1,
      opening: row.act === "round.open" ? text("fingerprint") : before.opening,
      result: isFinal ? text("result") : before.result,
      link: isFinal ? { sequence: row.sequence, hash: row.hash, previous: row.previous } : before.link,
    });
  }
  return rounds;
}

async function checkBallots(db: Db): Promise<Checked> {
  let checked = 0;
  for (let after: { chain: string; sequence: number } = { chain: "", sequence: 0 }; ; ) {
    const casts = await db
      .selectFrom("event")
      .select(["chain", "sequence", "hash", "payload", "at"])
      .where("act", "in", ["ballot.cast", "ballot.withdraw", "ballot.record"])
      .where((eb) => eb.or([eb("chain", ">", after.chain), eb.and([eb("chain", "=", after.chain), eb("sequence", ">", after.sequence)])]))
      .orderBy("chain")
      .orderBy("sequence")
      .limit(PAGE)
      .execute();
    const last = casts.at(-1);
    if (!last) break;
    const broken = await firstBrokenBallot(db, casts);
    if (broken) return { checked, broken };
    checked += casts.length;
    after = last;
  }
  const { rows } = await db.selectFrom("ballot").select(countRows().as("rows")).executeTakeFirstOrThrow();
  return { checked, broken: rows === checked ? null : { kind: "ballot", id: "", fault: "not-in-log" } };
}

interface Cast {
  readonly chain: string;
  readonly sequence: number;
  readonly hash: string;
  readonly payload: string;
  readonly at: Instant;
}

async function firstBrokenBallot(db: Db, casts: readonly Cast[]): Promise<RowFault | null> {
  const said = casts.map((cast) => ({ ...cast, ...(JSON.parse(cast.payload) as { ballot: string; commitment: string; form?: number }) }));
  const rows = await db
    .selectFrom("ballot")
    .innerJoin("round_item", "round_item.id", "ballot.round_item_id")
    .innerJoin("round", "round.id", "round_item.round_id")
    .leftJoin("condition", "condition.ballot_id", "ballot.id")
    .selectAll("ballot")
    .select(["condition.statement as condition_statement", "condition.strength as condition_strength", "condition.quote as condition_quote", "round.opens_at", "round.closes_at"])
    .select(["condition.round_item_id as condition_item", "condition.round_id as condition_round", "condition.seat_id as condition_seat", "condition.proposal_id as condition_proposal", "condition.version as condition_version"])
    .select(["round.id as round_id", "round_item.subject_id", "round_item.version"])
    .where("ballot.id", "in", said.map(({ ballot }) => ballot))
    .execute();
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const { ballot: id, commitment, form, chain, sequence, hash, at } of said) {
    const row = byId.get(id);
    if (!row) return { kind: "ballot", id, fault: "row-missing" };
    const recompute = form === COMMITMENT_FORM ? commitmentOf : firstCommitmentOf;
    const recomputed = recompute({
      ...{ id: row.id, itemId: row.round_item_id, seatId: row.seat_id, revision: row.revision, casterId: row.caster_id, casterRole: row.caster_role, proxySeatId: row.proxy_seat_id, receivedNote: row.received_note },
      ...{ choice: row.choice, motivation: row.motivation, textHash: row.text_hash, visibility: row.visibility, castAt: row.cast_at, nonce: row.nonce },
      condition: row.condition_statement !== null && row.condition_strength !== null ? { statement: row.condition_statement, strength: row.condition_strength, quote: row.condition_quote } : null,
    });
    if (recomputed !== commitment || row.chain_sequence !== sequence || row.receipt !== receiptOf(hash) || !isInPlace(row)) return { kind: "ballot", id, fault: "row-changed" };
    // A round that ended early, by the last vote, closes in the very moment of that vote.
    if (row.cast_at < row.opens_at || row.cast_at > row.closes_at) return { kind: "ballot", id, fault: "cast-outside-round" };
    // The record bears that moment too, or the time of the one before it: the log never goes back, and the vote may have waited for it past the end.
    if (at !== row.cast_at && !isTimely(at, row.cast_at, await timeAt(db, chain, sequence - 1))) return { kind: "ballot", id, fault: "cast-outside-round" };
  }
  return null;
}

const timeAt = async (db: Db, chain: string, sequence: number): Promise<Instant | null> =>
  (await db.selectFrom("event").select("at").where("chain", "=", chain).where("sequence", "=", sequence).executeTakeFirst())?.at ?? null;

/** Whether the condition of a ballot, if there is one, still hangs on the seat, the round and the text of that ballot. */
const isInPlace = (row: {
  readonly [column in "condition_statement" | "condition_item" | "condition_round" | "condition_seat" | "condition_proposal" | "round_item_id" | "round_id" | "seat_id" | "subject_id"]: string | null;
} & { readonly condition_version: number | null; readonly version: number | null }): boolean =>
  row.condition_statement === null ||
  (row.condition_item === row.round_item_id && row.condition_round === row.round_id && row.condition_seat === row.seat_id && row.condition_proposal === row.subject_id && row.condition_version === (row.version ?? 1));

/** A frozen edition still says what its fingerprint was taken of, and the log knows that fingerprint. */
async function checkSets(db: Db): Promise<Checked> {
  const events = await db.selectFrom("event").select(["subject_id", "payload"]).where("subject_kind", "=", "requirement_set").where("act", "=", "requirement-set.freeze").execute();
  const vouched = new Map(events.map(({ subject_id, payload }) => [subject_id, (JSON.parse(payload) as { fingerprint: string }).fingerprint]));
  const frozen = await listAllFrozen(db);
  const gone = [...vouched.keys()].find((id) => !frozen.some((edition) => edition.id === id));
  if (gone !== undefined) return { checked: 0, broken: { kind: "requirement_set", id: gone, fault: "row-missing" } };
  for (const [checked, edition] of frozen.entries()) {
    const said = vouched.get(edition.id);
    if (said === undefined) return { checked, broken: { kind: "requirement_set", id: edition.id, fault: "not-in-log" } };
    if (edition.frozen?.fingerprint !== said || !(await isUnchanged(db, edition))) return { checked, broken: { kind: "requirement_set", id: edition.id, fault: "fingerprint-differs" } };
  }
  return { checked: frozen.length, broken: null };
}

async function checkVersions(db: Db): Promise<Checked> {
  let checked = 0;
  for (let after = ""; ; ) {
    const rows = await db.selectFrom("proposal_version").selectAll().where("id", ">", after).orderBy("id").limit(PAGE).execute();
    for (const row of rows) {
      const list = (text: string): string[] => JSON.parse(text) as string[];
      const { title, statement, rationale, acceptance, source, moscow, weight } = row;
      const text = { title, statement, rationale, acceptance, source, moscow, weight, components: list(row.components), needs: list(row.needs), policyAreas: list(row.policy_areas), controls: list(row.controls) };
      if (versionHash(text) !== row.text_hash) return { checked, broken: { kind: "version", id: row.id, fault: "text-changed" } };
      checked++;
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return { checked, broken: null };
    after = last.id;
  }
}
