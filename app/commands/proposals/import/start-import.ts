import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { kindsFor } from "#app/domain/proposals/drafting.ts";
import { guessMapping } from "#app/domain/proposals/import/columns.ts";
import type { ImportRow } from "#app/domain/proposals/import/row.ts";
import { SET_LIMITS } from "#app/domain/requirement-sets/requirement-set.ts";
import { HOUR, later } from "#app/domain/shared/instant.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { looksBroken } from "#app/platform/export/decode-text.ts";
import { readTable } from "#app/platform/export/read-table.ts";
import { slices } from "#app/platform/export/slices.ts";
import { typedCell, type RawRow, type TableProblem } from "#app/platform/export/table.ts";
import { inTransaction } from "#db/client.ts";
import { sha256 } from "#db/hash.ts";
import { findDraftingBody } from "#db/queries/proposal-lists.ts";
import { insertImport } from "#db/queries/proposal-imports.ts";

export type StartRefusal = TableProblem | "not-found" | "not-allowed" | "drafts-nothing";

/** So long a file is kept that nobody takes over. */
export const KEPT_HOURS = 24;
const SAMPLES = 50;

/**
 * Reads a file and keeps its rows for a day, so that the next pages can ask what each column is. Nothing becomes a proposal yet.
 * A refusal of the file comes with the line where it went wrong.
 */
export async function startImport(context: CommandContext, input: { body: string; fileName: string; bytes: Uint8Array }): Promise<Result<{ id: string }, StartRefusal> & { readonly place?: number | null }> {
  const body = await findDraftingBody(context.db, input.body);
  if (!body) return refuse("not-found");
  if (!may(context.actor, "proposal.import", { bodyId: body.id })) return refuse("not-allowed");
  const [kind] = kindsFor(body.kind);
  if (kind === undefined) return refuse("drafts-nothing");
  const read = await readTable(input.bytes);
  if (!read.ok) return { ...refuse(read.refusal), place: read.place ?? null };

  const breathe = slices();
  const rows: ImportRow[] = [];
  for (const row of read.value.rows) {
    rows.push(cleanRow(row));
    await breathe();
  }
  const { heads, kind: fileKind, encoding } = read.value;
  // Also who drops a specification without chapters gets a programma, with one chapter.
  const outline = read.value.outline && { ...read.value.outline, title: read.value.outline.title.slice(0, SET_LIMITS.title) };
  const [id, createdAt] = [context.newId(), context.now()];
  const made = {
    ...{ id, personId: personOf(context), bodyId: body.id, fileName: input.fileName.replace(/^.*[\\/]/, "").slice(-120), fileHash: sha256(input.bytes), fileKind, encoding, heads },
    ...{ mapping: guessMapping(heads, rows.slice(0, SAMPLES).map(({ cells }) => cells)), defaults: { kind, moscow: "must" as const, weight: null, tlp: body.defaultTlp }, createdAt, outline },
  };
  await inTransaction(context.db, (trx) => insertImport(trx, made, rows, later(createdAt, -KEPT_HOURS * HOUR), breathe));
  return accept({ id });
}

/** Texts as everybody sees them, with what stands out: a formula, or signs that were lost on the way. */
export function cleanRow({ place, cells, formulas }: RawRow): ImportRow {
  const isFormula = (cell: string, column: number): boolean => formulas.includes(column) || cell.trimStart().startsWith("=");
  return {
    place,
    cells: cells.map((cell) => typedCell(cell).normalize("NFC").replace(/\r\n?/g, "\n").replace(/[\u0000-\u0008\u000b-\u001f\u007f\u200b\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")),
    formulas: cells.flatMap((cell, column) => (isFormula(cell, column) ? [column] : [])),
    broken: cells.flatMap((cell, column) => (looksBroken(cell) ? [column] : [])),
  };
}
