import type { Actor } from "#app/domain/access/actor.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { sightOf, type ItemKind, type Quoted } from "#app/domain/meetings/agenda.ts";
import { minutesBefore } from "#app/domain/meetings/agenda-times.ts";
import { STARTED_STATES } from "#app/domain/meetings/meeting.ts";
import type { Db, Trx } from "../client.ts";
import { deletePapers, type CoverNote } from "./annexes.ts";

/** An agenda item as somebody may know it; with `isPublicWording` the title and minutes are the public ones and the links are left out. */
export interface AgendaItem {
  readonly id: string;
  readonly meetingId: string;
  readonly position: number;
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly notes: string;
  readonly tlp: Tlp;
  readonly minutes: string;
  readonly outcome: string | null;
  readonly publicTitle: string | null;
  readonly publicMinutes: string | null;
  readonly minutesOf: string | null;
  readonly round: { readonly id: string; readonly title: string } | null;
  readonly proposal: { readonly id: string; readonly number: string; readonly title: string } | null;
  readonly initiativeId: string | null;
  readonly isPublicWording: boolean;
  readonly owner: { readonly id: string | null; readonly name: string } | null;
  readonly plannedMinutes: number | null;
  readonly listsActions: boolean;
  readonly coverNote: CoverNote | null;
}

/** An item with its place among all items, whoever reads: "punt 3" is the same item for everybody. */
export interface PlacedItem extends AgendaItem {
  /** from 1 */
  readonly place: number;
  /** minutes between the start of the meeting and this item; null when an item before it has no planned time */
  readonly startsAfter: number | null;
}

/** The items of a meeting that this actor may know of, in order. A closed item is absent for everybody outside the body; its number and its time stay taken. */
export async function listAgenda(db: Db, actor: Actor, meetingId: string): Promise<PlacedItem[]> {
  const rows = await items(db).where("agenda_item.meeting_id", "=", meetingId).orderBy("agenda_item.position").orderBy("agenda_item.id").execute();
  const before = minutesBefore(rows.map(({ planned_minutes }) => planned_minutes));
  return rows.flatMap((row, index): PlacedItem[] => {
    const item = toItem(row, actor);
    return item === null ? [] : [{ ...item, place: index + 1, startsAfter: before[index] ?? null }];
  });
}

/** One item of a meeting, if this actor may know of it. */
export async function findAgendaItem(db: Db, actor: Actor, meetingId: string, id: string): Promise<AgendaItem | null> {
  const row = await items(db).where("agenda_item.meeting_id", "=", meetingId).where("agenda_item.id", "=", id).executeTakeFirst();
  return row ? toItem(row, actor) : null;
}

/** Every item whole, for the hash over the minutes and for writing: only for a command that checked the right to that. */
export async function listWholeAgenda(trx: Db, meetingId: string) {
  return trx.selectFrom("agenda_item").selectAll().where("meeting_id", "=", meetingId).orderBy("position").orderBy("id").execute();
}

export interface NewAgendaItem {
  readonly id: string;
  readonly meetingId: string;
  readonly position: number;
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly notes: string;
  readonly tlp: Tlp;
  readonly roundId?: string | null | undefined;
  readonly proposalId?: string | null | undefined;
  readonly initiativeId?: string | null | undefined;
  readonly minutesOf?: string | null | undefined;
  readonly minutes?: string | undefined;
  readonly outcome?: string | null | undefined;
  readonly publicTitle?: string | null | undefined;
  readonly publicMinutes?: string | null | undefined;
  readonly ownerId?: string | null | undefined;
  readonly ownerName?: string | undefined;
  readonly plannedMinutes?: number | null | undefined;
  readonly listsActions?: boolean | undefined;
}

export async function insertAgendaItem(trx: Trx, item: NewAgendaItem): Promise<void> {
  await trx
    .insertInto("agenda_item")
    .values({
      id: item.id,
      meeting_id: item.meetingId,
      position: item.position,
      title: item.title,
      kind: item.kind,
      is_closed: item.isClosed ? 1 : 0,
      notes: item.notes,
      round_id: item.roundId ?? null,
      proposal_id: item.proposalId ?? null,
      initiative_id: item.initiativeId ?? null,
      minutes_of: item.minutesOf ?? null,
      tlp: item.tlp,
      minutes: item.minutes ?? "",
      outcome: item.outcome ?? null,
      public_title: item.publicTitle ?? null,
      public_minutes: item.publicMinutes ?? null,
      owner_id: item.ownerId ?? null,
      owner_name: item.ownerName ?? "",
      planned_minutes: item.plannedMinutes ?? null,
      lists_actions: item.listsActions === true ? 1 : 0,
    })
    .execute();
}

export async function updateAgendaItem(trx: Trx, id: string, item: { title: string; kind: ItemKind; isClosed: boolean; notes: string; publicTitle: string | null; tlp: Tlp; ownerId: string | null; ownerName: string; plannedMinutes: number | null }): Promise<void> {
  await trx
    .updateTable("agenda_item")
    .set({ title: item.title, kind: item.kind, is_closed: item.isClosed ? 1 : 0, notes: item.notes, public_title: item.publicTitle, tlp: item.tlp })
    .set({ owner_id: item.ownerId, owner_name: item.ownerName, planned_minutes: item.plannedMinutes })
    .where("id", "=", id)
    .execute();
}

export async function setItemMinutes(trx: Trx, id: string, text: { minutes: string; publicMinutes: string | null }): Promise<void> {
  await trx.updateTable("agenda_item").set({ minutes: text.minutes, public_minutes: text.publicMinutes }).where("id", "=", id).execute();
}

export async function setItemOutcome(trx: Trx, id: string, outcome: string, { onlyWhenNone = false } = {}): Promise<void> {
  await trx.updateTable("agenda_item").set({ outcome }).where("id", "=", id).$if(onlyWhenNone, (query) => query.where("outcome", "is", null)).execute();
}

export async function setPositions(trx: Trx, order: readonly string[]): Promise<void> {
  for (const [position, id] of order.entries()) await trx.updateTable("agenda_item").set({ position: position + 1 }).where("id", "=", id).execute();
}

export async function deleteAgendaItem(trx: Trx, id: string): Promise<void> {
  await deletePapers(trx, id);
  await trx.deleteFrom("agenda_item").where("id", "=", id).execute();
}

/** Where a round or a proposal was on the agenda, newest first, as far as this actor may know. */
export async function listAppearances(db: Db, actor: Actor, subject: { readonly roundId: string } | { readonly proposalId: string }) {
  const rows = await items(db)
    .select(["meeting.starts_at", "meeting.title as meeting_title", "meeting.state as meeting_state"])
    .where("roundId" in subject ? "agenda_item.round_id" : "agenda_item.proposal_id", "=", "roundId" in subject ? subject.roundId : subject.proposalId)
    .where("meeting.state", "!=", "geannuleerd")
    .orderBy("meeting.starts_at", "desc")
    .limit(20)
    .execute();
  return rows.flatMap((row) => {
    const item = toItem(row, actor);
    return item && !item.isPublicWording ? [{ itemId: item.id, meetingId: item.meetingId, title: row.meeting_title, startsAt: row.starts_at, state: row.meeting_state }] : [];
  });
}

const items = (db: Db) =>
  db
    .selectFrom("agenda_item")
    .innerJoin("meeting", "meeting.id", "agenda_item.meeting_id")
    .leftJoin("round", "round.id", "agenda_item.round_id")
    .leftJoin("proposal", "proposal.id", "agenda_item.proposal_id")
    .leftJoin("initiative", "initiative.id", "agenda_item.initiative_id")
    .leftJoin("cover_note", "cover_note.agenda_item_id", "agenda_item.id")
    .selectAll("agenda_item")
    .select(["meeting.body_id", "meeting.tlp as meeting_tlp"])
    .select(["round.title as round_title", "round.tlp as round_tlp", "round.body_id as round_body", "round.announced_at as round_shared"])
    .select(["proposal.number as proposal_number", "proposal.title as proposal_title", "proposal.tlp as proposal_tlp", "proposal.body_id as proposal_body", "proposal.shared_at as proposal_shared"])
    .select(["initiative.tlp as initiative_tlp"])
    .select(["cover_note.occasion", "cover_note.request", "cover_note.explanation", "cover_note.finance", "cover_note.follow_up"]);

type Row = Awaited<ReturnType<ReturnType<typeof items>["executeTakeFirstOrThrow"]>>;

function toItem(row: Row, actor: Actor): AgendaItem | null {
  const quoted: Quoted[] = [];
  if (row.round_tlp !== null && row.round_body !== null) quoted.push({ tlp: row.round_tlp, bodyId: row.round_body, isShared: row.round_shared !== null });
  if (row.proposal_tlp !== null && row.proposal_body !== null) quoted.push({ tlp: row.proposal_tlp, bodyId: row.proposal_body, isShared: row.proposal_shared !== null });
  if (row.initiative_tlp !== null) quoted.push({ tlp: row.initiative_tlp, bodyId: row.body_id, isShared: true });
  const sight = sightOf(actor, { bodyId: row.body_id, isClosed: row.is_closed === 1, tlp: row.tlp, quoted }, row.public_title !== null);
  if (sight === "hidden") return null;
  const isPublicWording = sight === "public";
  return {
    id: row.id,
    meetingId: row.meeting_id,
    position: row.position,
    title: isPublicWording ? (row.public_title ?? "") : row.title,
    kind: row.kind,
    isClosed: row.is_closed === 1,
    notes: isPublicWording ? "" : row.notes,
    tlp: row.tlp,
    minutes: isPublicWording ? (row.public_minutes ?? "") : row.minutes,
    outcome: isPublicWording ? null : row.outcome,
    publicTitle: row.public_title,
    publicMinutes: row.public_minutes,
    minutesOf: row.minutes_of,
    round: !isPublicWording && row.round_id !== null && row.round_title !== null ? { id: row.round_id, title: row.round_title } : null,
    proposal: !isPublicWording && row.proposal_id !== null && row.proposal_number !== null ? { id: row.proposal_id, number: row.proposal_number, title: row.proposal_title ?? "" } : null,
    initiativeId: isPublicWording ? null : row.initiative_id,
    isPublicWording,
    owner: !isPublicWording && row.owner_name !== "" ? { id: row.owner_id, name: row.owner_name } : null,
    plannedMinutes: row.planned_minutes,
    listsActions: !isPublicWording && row.lists_actions === 1,
    coverNote: isPublicWording || row.occasion === null ? null : { occasion: row.occasion, request: row.request ?? "", explanation: row.explanation ?? "", finance: row.finance ?? "", followUp: row.follow_up ?? "" },
  };
}

/** Whether something came out under this item: a decision, an action, a note of an outcome or a vote. */
export async function isItemUsed(trx: Trx, id: string): Promise<boolean> {
  const decision = await trx.selectFrom("decision").select("id").where("agenda_item_id", "=", id).executeTakeFirst();
  const action = await trx.selectFrom("action_item").select("id").where("agenda_item_id", "=", id).executeTakeFirst();
  const noted = await trx.selectFrom("noted_outcome").select("id").where("agenda_item_id", "=", id).executeTakeFirst();
  const hands = await trx.selectFrom("show_of_hands").select("id").where("agenda_item_id", "=", id).executeTakeFirst();
  return [decision, action, noted, hands].some((row) => row !== undefined);
}

/** Items of meetings of a body that were held, newest first: where a decision can be tied to. */
export async function listLinkableItems(db: Db, actor: Actor, bodyId: string, limit: number) {
  const rows = await items(db)
    .select(["meeting.starts_at"])
    .where("meeting.body_id", "=", bodyId)
    .where("meeting.state", "in", [...STARTED_STATES])
    .orderBy("meeting.starts_at", "desc")
    .orderBy("agenda_item.position")
    .limit(limit)
    .execute();
  return rows.flatMap((row) => {
    const item = toItem(row, actor);
    return item && !item.isPublicWording ? [{ id: item.id, meetingId: item.meetingId, title: item.title, startsAt: row.starts_at }] : [];
  });
}
