import { carryChange } from "#app/domain/proposals/amendment.ts";
import { carryPassage, editsBetween, type Edit, type FieldTexts } from "#app/domain/proposals/passages.ts";
import { TEXT_FIELDS, type TextField } from "#app/domain/proposals/proposal.ts";
import type { Trx } from "../client.ts";

/**
 * Carries everything that hangs on a passage to the next version: comments, conditions and open changes of amendments get their
 * new place, or are marked as gone in that version. Three queries to look, and one for each row that moved.
 */
export async function carryToVersion(trx: Trx, proposalId: string, version: number, before: FieldTexts, after: FieldTexts): Promise<void> {
  const edits = Object.fromEntries(TEXT_FIELDS.map((field) => [field, editsBetween(before[field], after[field])])) as Record<TextField, Edit[]>;
  if (TEXT_FIELDS.every((field) => edits[field].length === 0)) return;
  for (const table of ["comment", "condition"] as const) await carryQuotes(trx, table, proposalId, version, before, after, edits);
  await carryChanges(trx, proposalId, version, before, after, edits);
}

async function carryQuotes(trx: Trx, table: "comment" | "condition", proposalId: string, version: number, before: FieldTexts, after: FieldTexts, edits: Record<TextField, Edit[]>): Promise<void> {
  const quotes = await trx
    .selectFrom(table)
    .select(["id", "quote", "now_field", "now_start"])
    .where("proposal_id", "=", proposalId)
    .where("now_start", "is not", null)
    .where("gone_in", "is", null)
    .execute();
  const gone: string[] = [];
  for (const { id, quote, now_field: field, now_start: start } of quotes) {
    if (quote === null || field === null || start === null) continue;
    const carried = carryPassage({ field, start, quote }, before, after, edits[field]);
    if (carried === null) gone.push(id);
    else if (carried.start !== start || carried.field !== field) await trx.updateTable(table).set({ now_field: carried.field, now_start: carried.start }).where("id", "=", id).execute();
  }
  if (gone.length > 0) await trx.updateTable(table).set({ gone_in: version, now_field: null, now_start: null }).where("id", "in", gone).execute();
}

async function carryChanges(trx: Trx, proposalId: string, version: number, before: FieldTexts, after: FieldTexts, edits: Record<TextField, Edit[]>): Promise<void> {
  const changes = await trx
    .selectFrom("amendment_change as change")
    .innerJoin("amendment", "amendment.id", "change.amendment_id")
    .select(["change.id", "change.field", "change.now_start", "change.removed", "change.added"])
    .where("amendment.proposal_id", "=", proposalId)
    .where("change.disposition", "is", null)
    .where("change.now_start", "is not", null)
    .execute();
  const gone: string[] = [];
  for (const { id, field, now_start: start, removed, added } of changes) {
    if (start === null) continue;
    const carried = carryChange({ field, start, removed, added }, before, after, edits[field]);
    if (carried === null) gone.push(id);
    else if (carried.start !== start) await trx.updateTable("amendment_change").set({ now_start: carried.start }).where("id", "=", id).execute();
  }
  if (gone.length > 0) await trx.updateTable("amendment_change").set({ gone_in: version, now_start: null }).where("id", "in", gone).execute();
}
