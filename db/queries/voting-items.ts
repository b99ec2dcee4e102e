import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { ProposalState } from "#app/domain/proposals/proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { ItemCount } from "#app/domain/voting/count.ts";
import type { CastingVote } from "#app/domain/voting/rule.ts";
import type { Outcome } from "#app/domain/voting/tally.ts";
import type { Db, Trx } from "../client.ts";
import { prepared } from "../prepared.ts";
import { visibleTo } from "./visibility.ts";

export type SubjectKind = "proposal" | "initiative" | "minutes" | "motion";

/** One item of a round; the text is frozen once the round has opened. */
export interface RoundItem {
  readonly id: string;
  readonly position: number;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string | null;
  readonly version: number | null;
  readonly number: string | null;
  readonly title: string;
  readonly statement: string;
  readonly textHash: string | null;
  readonly stateBefore: ProposalState | null;
  readonly outcome: Outcome | null;
  readonly count: ItemCount | null;
  readonly advicePoints: string | null;
  readonly pulledAt: Instant | null;
  readonly pullReason: string | null;
  /** the round of its own that a pulled item got */
  readonly pulledTo: string | null;
  readonly castingVote: CastingVote | null;
}

export async function listItems(db: Db, roundId: string): Promise<RoundItem[]> {
  return (await itemsOf(db, { roundId })).map(toItem);
}

export async function findItem(db: Db, roundId: string, itemId: string): Promise<RoundItem | null> {
  const row = await items(db).where("round_id", "=", roundId).where("id", "=", itemId).executeTakeFirst();
  return row ? toItem(row) : null;
}

export interface NewItem {
  readonly id: string;
  readonly roundId: string;
  readonly position: number;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string | null;
  readonly version: number | null;
  readonly number: string | null;
  readonly title: string;
  readonly statement: string;
  readonly stateBefore: ProposalState | null;
}

export async function insertItem(trx: Trx, item: NewItem): Promise<void> {
  await trx
    .insertInto("round_item")
    .values({
      id: item.id,
      round_id: item.roundId,
      position: item.position,
      subject_kind: item.subjectKind,
      subject_id: item.subjectId,
      version: item.version,
      number: item.number,
      title: item.title,
      statement: item.statement,
      state_before: item.stateBefore,
    })
    .execute();
}

/** Makes room for another choice of items. Only for a concept: nothing hangs on these yet. */
export async function deleteItemsOfConcept(trx: Trx, roundId: string): Promise<void> {
  await trx.deleteFrom("round_item").where("round_id", "=", roundId).where("text_hash", "is", null).execute();
}

/** Whether this round stands ready for an item that was pulled out of another. */
export async function isOfPulledItem(db: Db, roundId: string): Promise<boolean> {
  return (await db.selectFrom("round_item").select("id").where("pulled_to", "=", roundId).limit(1).executeTakeFirst()) !== undefined;
}

/** Which seat pulled the item of this round out of another one, and why; null for any other round. For the members of the body. */
export async function findPulledFrom(db: Db, roundId: string): Promise<{ seatName: string; reason: string } | null> {
  const row = await db
    .selectFrom("round_item")
    .innerJoin("round_seat", (join) => join.onRef("round_seat.round_id", "=", "round_item.round_id").onRef("round_seat.seat_id", "=", "round_item.pulled_by"))
    .select(["round_seat.name", "round_item.pull_reason"])
    .where("round_item.pulled_to", "=", roundId)
    .executeTakeFirst();
  return row ? { seatName: row.name, reason: row.pull_reason ?? "" } : null;
}

/** Takes an item out of its round; nothing puts it back. */
export async function setPulled(trx: Trx, itemId: string, { seatId, at, reason, roundId }: { seatId: string; at: Instant; reason: string; roundId: string }): Promise<void> {
  await trx.updateTable("round_item").set({ pulled_by: seatId, pulled_at: at, pull_reason: reason, pulled_to: roundId }).where("id", "=", itemId).where("pulled_at", "is", null).execute();
}

export interface FrozenText {
  readonly version: number | null;
  readonly title: string;
  readonly statement: string;
  readonly textHash: string;
  readonly stateBefore: ProposalState | null;
}

/** Pins the text of an item; nothing changes it afterwards. */
export async function freezeItem(trx: Trx, itemId: string, text: FrozenText): Promise<void> {
  await trx
    .updateTable("round_item")
    .set({ version: text.version, title: text.title, statement: text.statement, text_hash: text.textHash, state_before: text.stateBefore })
    .where("id", "=", itemId)
    .where("text_hash", "is", null)
    .execute();
}

export async function setItemResult(trx: Trx, itemId: string, { outcome, count }: { outcome: Outcome | null; count: ItemCount }): Promise<void> {
  await trx.updateTable("round_item").set({ outcome, tally: JSON.stringify(count) }).where("id", "=", itemId).execute();
}

/** Points of attention that go along with a positive advice. */
export async function setAdvicePoints(trx: Trx, roundId: string, itemId: string, points: string): Promise<void> {
  await trx.updateTable("round_item").set({ advice_points: points }).where("round_id", "=", roundId).where("id", "=", itemId).execute();
}

/** How the voorzitter decides a tie; once written it stays. */
export async function setCastingVote(trx: Trx, roundId: string, itemId: string, { choice, reason }: CastingVote): Promise<void> {
  await trx.updateTable("round_item").set({ casting_vote: JSON.stringify({ choice, reason }) }).where("round_id", "=", roundId).where("id", "=", itemId).where("casting_vote", "is", null).execute();
}

/** A proposal as far as voting on it goes, with the text of its current version. */
export interface VotableProposal {
  readonly id: string;
  readonly number: string;
  readonly title: string;
  readonly statement: string;
  readonly state: ProposalState;
  readonly bodyId: string;
  readonly tlp: Tlp;
  readonly version: number;
  readonly textHash: string;
}

/** Proposals that the body may put to the vote and that this actor may see: its own in discussion, or all that came for advice. */
export async function listVotable(db: Db, actor: Actor, bodyId: string, isAdvisory: boolean): Promise<VotableProposal[]> {
  const rows = await votable(db)
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .where((eb) => {
      const own = eb.and([eb("proposal.body_id", "=", bodyId), eb("proposal.state", "=", "under_discussion")]);
      return isAdvisory ? eb.or([own, eb("proposal.state", "=", "in_advice")]) : own;
    })
    .orderBy("proposal.number")
    .limit(500)
    .execute();
  return rows.map(toVotable);
}

/** The same by id, whoever asks and whatever the state: for commands that check both. In order of the ids given. */
export async function listProposalsForRound(db: Db, ids: readonly string[]): Promise<VotableProposal[]> {
  if (ids.length === 0) return [];
  const rows = await votable(db).where("proposal.id", "in", [...ids]).execute();
  const byId = new Map(rows.map((row) => [row.id, toVotable(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** Other running rounds that hold one of these subjects: a text is in one round at a time. */
export async function listBusySubjects(db: Db, subjectIds: readonly string[], exceptRoundId: string): Promise<string[]> {
  if (subjectIds.length === 0) return [];
  const rows = await db
    .selectFrom("round_item")
    .innerJoin("round", "round.id", "round_item.round_id")
    .select("round_item.subject_id")
    .where("round_item.subject_id", "in", [...subjectIds])
    .where("round.state", "in", ["open", "gesloten"])
    .where("round.id", "!=", exceptRoundId)
    .where("round.kind", "!=", "prioritering")
    .where("round_item.pulled_at", "is", null)
    .execute();
  return rows.flatMap(({ subject_id: id }) => id ?? []);
}

/** Whether one of these subjects is in a vote that opened after `since` and that stands. */
export async function isInLaterRound(db: Db, subjectIds: readonly string[], since: Instant): Promise<boolean> {
  if (subjectIds.length === 0) return false;
  const row = await db
    .selectFrom("round_item")
    .innerJoin("round", "round.id", "round_item.round_id")
    .select("round.id")
    .where("round_item.subject_id", "in", [...subjectIds])
    .where("round_item.pulled_at", "is", null)
    .where("round.state", "in", ["open", "gesloten", "vastgesteld", "gepubliceerd"])
    .where("round.kind", "!=", "prioritering")
    .where("round.opened_at", ">", since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

const votable = (db: Db) =>
  db
    .selectFrom("proposal")
    .innerJoin("proposal_version", (join) =>
      join.onRef("proposal_version.proposal_id", "=", "proposal.id").onRef("proposal_version.number", "=", "proposal.current_version"),
    )
    .select(["proposal.id", "proposal.number", "proposal_version.title", "proposal_version.statement", "proposal.state", "proposal.body_id", "proposal.tlp"])
    .select(["proposal.current_version", "proposal_version.text_hash"]);

const toVotable = (row: Awaited<ReturnType<ReturnType<typeof votable>["executeTakeFirstOrThrow"]>>): VotableProposal => ({
  id: row.id,
  number: row.number,
  title: row.title,
  statement: row.statement,
  state: row.state,
  bodyId: row.body_id,
  tlp: row.tlp,
  version: row.current_version,
  textHash: row.text_hash,
});

const items = (db: Db) => db.selectFrom("round_item").selectAll();
const itemsOf = prepared((db, { roundId }: { roundId: string }) => items(db).where("round_id", "=", roundId).orderBy("position"));

const toItem = (row: Awaited<ReturnType<ReturnType<typeof items>["executeTakeFirstOrThrow"]>>): RoundItem => ({
  id: row.id,
  position: row.position,
  subjectKind: row.subject_kind,
  subjectId: row.subject_id,
  version: row.version,
  number: row.number,
  title: row.title,
  statement: row.statement,
  textHash: row.text_hash,
  stateBefore: row.state_before as ProposalState | null,
  outcome: row.outcome as Outcome | null,
  count: row.tally === null ? null : (JSON.parse(row.tally) as ItemCount),
  advicePoints: row.advice_points,
  pulledAt: row.pulled_at,
  pullReason: row.pull_reason,
  pulledTo: row.pulled_to,
  castingVote: row.casting_vote === null ? null : (JSON.parse(row.casting_vote) as CastingVote),
});

/** Under which component each item of a round stands: that of its text, the first when it has more; items without one are left out. */
export async function listComponentsOfItems(db: Db, roundId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom("round_item")
    .innerJoin("proposal_version", (join) => join.onRef("proposal_version.proposal_id", "=", "round_item.subject_id").onRef("proposal_version.number", "=", "round_item.version"))
    .select(["round_item.id", "proposal_version.components"])
    .where("round_item.round_id", "=", roundId)
    .execute();
  const names = new Map((await db.selectFrom("component").select(["slug", "name"]).execute()).map(({ slug, name }) => [slug, name]));
  return new Map(rows.flatMap(({ id, components }) => {
    const name = names.get((JSON.parse(components) as string[])[0] ?? "");
    return name === undefined ? [] : [[id, name] as const];
  }));
}

/** The proposals among these ids in the order of their components, and within one in the order given. */
export async function inOrderOfComponent(db: Db, proposalIds: readonly string[]): Promise<string[]> {
  if (proposalIds.length < 2) return [...proposalIds];
  const rows = await db
    .selectFrom("proposal")
    .innerJoin("proposal_version", (join) => join.onRef("proposal_version.proposal_id", "=", "proposal.id").onRef("proposal_version.number", "=", "proposal.current_version"))
    .select(["proposal.id", "proposal_version.components"])
    .where("proposal.id", "in", [...proposalIds])
    .execute();
  const places = new Map((await db.selectFrom("component").select(["slug", "position"]).execute()).map(({ slug, position }) => [slug, position]));
  const placeOf = new Map(rows.map(({ id, components }) => [id, places.get((JSON.parse(components) as string[])[0] ?? "") ?? Infinity]));
  const place = (id: string): number => placeOf.get(id) ?? Infinity;
  return [...proposalIds].sort((one, other) => (place(one) === place(other) ? 0 : place(one) - place(other)));
}
