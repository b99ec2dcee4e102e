import { personOf, type CommandContext } from "#app/commands/context.ts";
import { may } from "#app/domain/access/policy.ts";
import { kindsFor } from "#app/domain/proposals/drafting.ts";
import { mappingProblem, type Mapping, type MappingRefusal } from "#app/domain/proposals/import/columns.ts";
import { readImportRow, type ImportDefaults, type ImportedProposal, type ImportRow, type KnownWords, type RowProblem } from "#app/domain/proposals/import/row.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { slices } from "#app/platform/export/slices.ts";
import { inTransaction, type Db } from "#db/client.ts";
import { findImport, findKnownWords, listImportRows, saveCheck, type ProposalImport } from "#db/queries/proposal-imports.ts";

export type CheckRefusal = MappingRefusal | "not-found" | "not-allowed" | "import-closed";

const PAGE = 500;
const MOST_KEPT = 200;

/** Looks at every row with these columns and keeps what is wrong with it; the page then shows it. Works in slices, so that others are not held up. */
export async function checkImport(context: CommandContext, input: { id: string; mapping: Mapping; defaults: ImportDefaults }): Promise<Result<{ problems: number }, CheckRefusal>> {
  const found = await findImport(context.db, input.id, personOf(context));
  if (!found) return refuse("not-found");
  if (!may(context.actor, "proposal.import", { bodyId: found.bodyId })) return refuse("not-allowed");
  if (found.state !== "open") return refuse("import-closed");
  const mapping = found.heads.map((_, column) => input.mapping[column] ?? null);
  const wrong = mappingProblem(mapping);
  if (wrong) return refuse(wrong);

  const problems = new Map<number, readonly RowProblem[]>();
  let count = 0;
  for await (const read of readRows(context.db, { ...found, mapping, defaults: input.defaults })) {
    if (read.problems.length === 0) continue;
    count++;
    if (problems.size < MOST_KEPT) problems.set(read.row.place, read.problems);
  }
  await inTransaction(context.db, (trx) => saveCheck(trx, input.id, { mapping, defaults: input.defaults, problems, problemCount: count }));
  return accept({ problems: count });
}

/** Every row of an import as the proposal it becomes, a page at a time. */
export async function* readRows(db: Db, found: Pick<ProposalImport, "id" | "mapping" | "defaults" | "body">): AsyncGenerator<{ row: ImportRow; proposal: ImportedProposal; problems: RowProblem[] }> {
  const known = await knownTo(db, found);
  const breathe = slices();
  for (let after = -1; ; ) {
    const rows = await listImportRows(db, found.id, { after, size: PAGE });
    for (const row of rows) {
      yield { row, ...readImportRow(row, found.mapping, found.defaults, known) };
      await breathe();
    }
    const last = rows.at(-1);
    if (!last || rows.length < PAGE) return;
    after = last.place;
  }
}

export const knownTo = async (db: Db, { body }: Pick<ProposalImport, "body">): Promise<KnownWords> => ({ ...(await findKnownWords(db)), kinds: kindsFor(body.kind) });
