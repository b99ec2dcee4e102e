import type { Tally, Outcome } from "#app/domain/voting/tally.ts";
import type { RuleSet } from "#app/domain/voting/rule.ts";
import type { Hand, ItemClock, MeetingSeat, PresentSeat } from "#app/domain/meetings/room.ts";
import type { ItemKind } from "#app/domain/meetings/agenda.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** An agenda item as the secretaris has it on the laptop in the room. */
export interface RoomItem extends ItemClock {
  readonly id: string;
  readonly title: string;
  readonly kind: ItemKind;
  readonly isClosed: boolean;
  readonly plannedMinutes: number | null;
  readonly ownerName: string;
  readonly listsActions: boolean;
  readonly notes: string;
  readonly revision: number;
}

/** Every item whole: only for who may keep the notes of this meeting, or for its own members when the besloten ones are left out. */
export async function listRoomItems(db: Db, meetingId: string): Promise<RoomItem[]> {
  const rows = await db
    .selectFrom("agenda_item")
    .select(["id", "title", "kind", "is_closed", "planned_minutes", "owner_name", "lists_actions", "room_notes", "room_revision", "running_since", "spent_seconds"])
    .where("meeting_id", "=", meetingId)
    .orderBy("position")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({
    ...{ id: row.id, title: row.title, kind: row.kind, isClosed: row.is_closed === 1, plannedMinutes: row.planned_minutes, ownerName: row.owner_name, listsActions: row.lists_actions === 1 },
    ...{ notes: row.room_notes, revision: row.room_revision, runningSince: row.running_since, spentSeconds: row.spent_seconds },
  }));
}

/** False when somebody else kept notes under this item meanwhile: then nothing is written. */
export async function putRoomNotes(trx: Trx, itemId: string, revision: number, notes: string): Promise<boolean> {
  const row = await trx.updateTable("agenda_item").set({ room_notes: notes, room_revision: revision + 1 }).where("id", "=", itemId).where("room_revision", "=", revision).returning("id").executeTakeFirst();
  return row !== undefined;
}

export async function setClock(trx: Trx, itemId: string, { spentSeconds, runningSince }: ItemClock): Promise<void> {
  await trx.updateTable("agenda_item").set({ spent_seconds: spentSeconds, running_since: runningSince }).where("id", "=", itemId).execute();
}

export interface NotedOutcome {
  readonly id: string;
  readonly itemId: string;
  readonly statement: string;
  readonly addedAt: Instant;
}

export async function insertNotedOutcome(trx: Trx, outcome: NotedOutcome & { readonly meetingId: string; readonly addedBy: string }): Promise<void> {
  await trx.insertInto("noted_outcome").values({ id: outcome.id, meeting_id: outcome.meetingId, agenda_item_id: outcome.itemId, statement: outcome.statement, added_by: outcome.addedBy, added_at: outcome.addedAt, withdrawn_at: null }).execute();
}

/** False when it was taken back before. */
export async function withdrawNotedOutcome(trx: Trx, meetingId: string, id: string, at: Instant): Promise<boolean> {
  const row = await trx.updateTable("noted_outcome").set({ withdrawn_at: at }).where("id", "=", id).where("meeting_id", "=", meetingId).where("withdrawn_at", "is", null).returning("id").executeTakeFirst();
  return row !== undefined;
}

/** What was noted as information under the items of a meeting, in order; what was taken back is left out. */
export async function listNotedOutcomes(db: Db, meetingId: string): Promise<NotedOutcome[]> {
  const rows = await db.selectFrom("noted_outcome").select(["id", "agenda_item_id", "statement", "added_at"]).where("meeting_id", "=", meetingId).where("withdrawn_at", "is", null).orderBy("added_at").orderBy("id").execute();
  return rows.map((row) => ({ id: row.id, itemId: row.agenda_item_id, statement: row.statement, addedAt: row.added_at }));
}

export interface ShowOfHands {
  readonly id: string;
  readonly itemId: string;
  readonly question: string;
  readonly rule: RuleSet;
  /** every seat of the body, whether it was there, and what it said */
  readonly seats: readonly (PresentSeat & { readonly choice: Hand | null })[];
  readonly tally: Tally;
  readonly outcome: Outcome;
  readonly decisionId: string | null;
  readonly heldAt: Instant;
}

export async function insertShowOfHands(trx: Trx, show: ShowOfHands & { readonly meetingId: string; readonly recordedBy: string }): Promise<void> {
  await trx
    .insertInto("show_of_hands")
    .values({
      ...{ id: show.id, meeting_id: show.meetingId, agenda_item_id: show.itemId, question: show.question, rule: JSON.stringify(show.rule), seats: JSON.stringify(show.seats) },
      ...{ tally: JSON.stringify(show.tally), outcome: show.outcome, decision_id: show.decisionId, recorded_by: show.recordedBy, held_at: show.heldAt },
    })
    .execute();
}

/** The votes by show of hands in a meeting, in order of time. */
export async function listShowsOfHands(db: Db, meetingId: string): Promise<ShowOfHands[]> {
  const rows = await db.selectFrom("show_of_hands").selectAll().where("meeting_id", "=", meetingId).orderBy("held_at").orderBy("id").execute();
  return rows.map((row) => ({
    ...{ id: row.id, itemId: row.agenda_item_id, question: row.question, rule: JSON.parse(row.rule) as RuleSet, seats: JSON.parse(row.seats) as ShowOfHands["seats"] },
    ...{ tally: JSON.parse(row.tally) as Tally, outcome: row.outcome as Outcome, decisionId: row.decision_id, heldAt: row.held_at },
  }));
}

/** The voting seats of a body now, with everybody who may speak for each. */
export async function listMeetingSeats(db: Db, bodyId: string, now: Instant): Promise<MeetingSeat[]> {
  const rows = await db
    .selectFrom("seat")
    .innerJoin("organisation", "organisation.id", "seat.organisation_id")
    .leftJoin("membership", (join) => join.onRef("membership.seat_id", "=", "seat.id").on("membership.role", "in", ["chair", "member", "substitute"]).on("membership.from", "<=", now).on((eb) => eb.or([eb("membership.until", "is", null), eb("membership.until", ">", now)])))
    .select(["seat.id", "seat.weight", "organisation.name", "membership.person_id"])
    .where("seat.body_id", "=", bodyId)
    .where("seat.is_voting", "=", 1)
    .where("seat.from", "<=", now)
    .where((eb) => eb.or([eb("seat.until", "is", null), eb("seat.until", ">", now)]))
    .orderBy("organisation.name")
    .orderBy("seat.id")
    .execute();
  const seats = new Map<string, MeetingSeat>();
  for (const { id, weight, name, person_id: personId } of rows) {
    const known = seats.get(id)?.holderIds ?? [];
    seats.set(id, { id, weight, name, holderIds: personId === null ? known : [...known, personId] });
  }
  return [...seats.values()];
}
