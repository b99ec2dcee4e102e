import type { AmendmentState, Change } from "#app/domain/proposals/amendment.ts";
import type { Disposition } from "#app/domain/proposals/discussion.ts";
import type { TextField } from "#app/domain/proposals/proposal.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";

/** One change of an amendment: what was asked of the base version, where that stands now, and what was decided. */
export interface AmendmentChange extends Change {
  readonly id: string;
  /** from 1, within its amendment */
  readonly position: number;
  /** its place in the current version; null once the text changed there */
  readonly nowStart: number | null;
  readonly goneIn: number | null;
  readonly disposition: Disposition | null;
  /** the words that came instead, when it was taken over in part */
  readonly wording: string | null;
  readonly answer: string | null;
  readonly handledOn: number | null;
  readonly handledIn: number | null;
}

export interface Amendment {
  readonly id: string;
  readonly number: number;
  readonly baseVersion: number;
  /** volgnummer of the amendment that this one amends */
  readonly parent: number | null;
  readonly reason: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly organisationName: string;
  readonly createdAt: Instant;
  readonly handledAt: Instant | null;
  readonly state: AmendmentState;
  readonly changes: readonly AmendmentChange[];
}

/** The amendments on a proposal that the caller already found, with their changes, in the order in which they were made. */
export async function listAmendments(db: Db, proposalId: string): Promise<Amendment[]> {
  return gather(await rows(db).where("amendment.proposal_id", "=", proposalId).execute());
}

export async function findAmendment(db: Db, proposalId: string, number: number): Promise<Amendment | null> {
  if (!Number.isInteger(number) || number < 1 || number > 100_000) return null;
  return gather(await rows(db).where("amendment.proposal_id", "=", proposalId).where("amendment.number", "=", number).execute())[0] ?? null;
}

export interface NewAmendment {
  readonly id: string;
  readonly proposalId: string;
  readonly number: number;
  readonly baseVersion: number;
  readonly parentId: string | null;
  readonly reason: string;
  readonly authorId: string;
  readonly organisationName: string;
  readonly at: Instant;
}

export async function insertAmendment(trx: Trx, amendment: NewAmendment, changes: readonly (Change & { id: string; nowStart: number | null; goneIn: number | null })[]): Promise<void> {
  await trx
    .insertInto("amendment")
    .values({
      id: amendment.id,
      proposal_id: amendment.proposalId,
      number: amendment.number,
      base_version: amendment.baseVersion,
      parent_id: amendment.parentId,
      reason: amendment.reason,
      author_id: amendment.authorId,
      organisation_name: amendment.organisationName,
      created_at: amendment.at,
    })
    .execute();
  await trx
    .insertInto("amendment_change")
    .values(
      changes.map(({ id, field, start, removed, added, nowStart, goneIn }, index) => ({
        ...{ id, field, start, removed, added },
        amendment_id: amendment.id,
        position: index + 1,
        now_start: nowStart,
        gone_in: goneIn,
      })),
    )
    .execute();
}

/** The volgnummer of the next amendment; the unique key settles two at one moment. */
export async function nextAmendmentNumber(db: Db, proposalId: string): Promise<number> {
  const last = await db.selectFrom("amendment").select("number").where("proposal_id", "=", proposalId).orderBy("number", "desc").limit(1).executeTakeFirst();
  return (last?.number ?? 0) + 1;
}

/** Holds the proposal until the end of the transaction, if this is still its current version. False when somebody saved a newer one. */
export async function holdVersion(trx: Trx, proposalId: string, version: number): Promise<boolean> {
  const row = await trx
    .updateTable("proposal")
    .set((eb) => ({ current_version: eb.ref("current_version") }))
    .where("id", "=", proposalId)
    .where("current_version", "=", version)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

/** False when it was withdrawn or handled meanwhile. */
export async function withdrawAmendmentRow(trx: Trx, id: string, at: Instant): Promise<boolean> {
  const row = await trx
    .updateTable("amendment")
    .set({ withdrawn_at: at })
    .where("id", "=", id)
    .where("withdrawn_at", "is", null)
    .where("handled_at", "is", null)
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export interface HandledChange {
  readonly id: string;
  readonly disposition: Disposition;
  readonly wording: string | null;
  readonly answer: string;
  readonly handledOn: number;
  readonly handledIn: number;
}

export async function handleChangeRow(trx: Trx, change: HandledChange): Promise<void> {
  await trx
    .updateTable("amendment_change")
    .set({ disposition: change.disposition, wording: change.wording, answer: change.answer, handled_on: change.handledOn, handled_in: change.handledIn })
    .where("id", "=", change.id)
    .where("disposition", "is", null)
    .execute();
}

/** Amendments whose last change got its answer are handled from now on. */
export async function closeAmendments(trx: Trx, proposalId: string, by: string, at: Instant): Promise<void> {
  await trx
    .updateTable("amendment")
    .set({ handled_at: at, handled_by: by })
    .where("proposal_id", "=", proposalId)
    .where("handled_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where((eb) =>
      eb.not(eb.exists(eb.selectFrom("amendment_change").select("amendment_change.id").whereRef("amendment_change.amendment_id", "=", "amendment.id").where("amendment_change.disposition", "is", null))),
    )
    .execute();
}

const rows = (db: Db) =>
  db
    .selectFrom("amendment")
    .innerJoin("person", "person.id", "amendment.author_id")
    .innerJoin("amendment_change as change", "change.amendment_id", "amendment.id")
    .leftJoin("amendment as parent", "parent.id", "amendment.parent_id")
    .select(["amendment.id", "amendment.number", "amendment.base_version", "amendment.reason", "amendment.author_id", "amendment.organisation_name", "amendment.created_at"])
    .select(["amendment.withdrawn_at", "amendment.handled_at", "person.name as author_name", "parent.number as parent_number"])
    .select(["change.id as change_id", "change.position", "change.field", "change.start", "change.removed", "change.added", "change.now_start", "change.gone_in"])
    .select(["change.disposition", "change.wording", "change.answer", "change.handled_on", "change.handled_in"])
    .orderBy("amendment.number")
    .orderBy("change.position");

type Row = Awaited<ReturnType<ReturnType<typeof rows>["executeTakeFirstOrThrow"]>>;

/** Rows of changes, back to amendments: rows of one amendment follow each other. */
function gather(list: readonly Row[]): Amendment[] {
  const gathered: (Amendment & { changes: AmendmentChange[] })[] = [];
  for (const row of list) {
    let amendment = gathered.at(-1);
    if (amendment?.id !== row.id) gathered.push((amendment = toAmendment(row)));
    amendment.changes.push(toChange(row));
  }
  return gathered;
}

const toAmendment = (row: Row): Amendment & { changes: AmendmentChange[] } => ({
  id: row.id,
  number: row.number,
  baseVersion: row.base_version,
  parent: row.parent_number,
  reason: row.reason,
  authorId: row.author_id,
  authorName: row.author_name,
  organisationName: row.organisation_name,
  createdAt: row.created_at,
  handledAt: row.handled_at,
  state: row.withdrawn_at !== null ? "withdrawn" : row.handled_at !== null ? "handled" : "submitted",
  changes: [],
});

const toChange = (row: Row): AmendmentChange => ({
  ...{ id: row.change_id, position: row.position, field: row.field satisfies TextField, start: row.start, removed: row.removed, added: row.added },
  nowStart: row.now_start,
  goneIn: row.gone_in,
  disposition: row.disposition,
  wording: row.wording,
  answer: row.answer,
  handledOn: row.handled_on,
  handledIn: row.handled_in,
});
