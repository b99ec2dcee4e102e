import type { CommandContext } from "#app/commands/context.ts";
import { knownTo } from "#app/commands/proposals/import/check-import.ts";
import { STUCK_AFTER } from "#app/commands/proposals/import/commit-import.ts";
import { may } from "#app/domain/access/policy.ts";
import { mappingProblem } from "#app/domain/proposals/import/columns.ts";
import { readImportRow, type ImportRow } from "#app/domain/proposals/import/row.ts";
import { later } from "#app/domain/shared/instant.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { date } from "#app/text/format.ts";
import { importProposalsText, rowProblemText } from "#app/text/proposal-import.ts";
import { findEarlierImport, findImport, listImportRows, listTakenTitles } from "#db/queries/proposal-imports.ts";

const SAMPLES = 10;
export const MOST_PROBLEMS = 200;
const EXAMPLE = 60;

/** Everything that the page of an import shows. Throws 404 for somebody else's, 403 for who is no longer the secretaris. */
export async function loadImport({ db, actor, now }: CommandContext, id = "") {
  const found = (await findImport(db, id, actor.id ?? "")) ?? notFound();
  if (!may(actor, "proposal.import", { bodyId: found.bodyId })) forbidden();
  const { state, rowCount, problemCount, heads, mapping, defaults, fileKind, encoding } = found;
  const shared = { id, fileName: found.fileName, bodyName: found.body.name, bodySlug: found.body.slug, state, progress: found.progress, rowCount, first: found.firstNumber ?? "", last: found.lastNumber ?? "", setSlug: found.setSlug };
  const isStuck = state === "running" && found.startedAt !== null && found.startedAt < later(now(), -STUCK_AFTER);
  const failure = isStuck ? importProposalsText.stuck : found.failedAt === null ? null : importProposalsText.failed(found.failedAt);
  if (state !== "open") return { ...shared, failure, choice: null };
  const samples = await listImportRows(db, id, { after: -1, size: SAMPLES });
  const known = await knownTo(db, found);
  const isUsable = mappingProblem(mapping) === null;
  const read = (row: ImportRow) => readImportRow(row, mapping, defaults, known);
  const wrong = isUsable && problemCount > 0 ? await listImportRows(db, id, { after: -1, size: MOST_PROBLEMS, onlyProblems: true }) : [];
  const shown = isUsable ? samples.map((row) => ({ place: row.place, ...read(row).proposal })) : [];
  const taken = await listTakenTitles(db, found.bodyId, shown.map(({ title }) => title));
  const earlier = await findEarlierImport(db, found.bodyId, found.fileHash);
  return {
    ...shared,
    failure,
    choice: {
      about: importProposalsText.about(fileKind, encoding, rowCount),
      setNote: found.outline && importProposalsText.setNote(found.outline.title, found.outline.chapters.length),
      columns: heads.map((head, column) => ({ head, field: mapping[column] ?? null, example: samples.map(({ cells }) => (cells[column] ?? "").trim()).find((cell) => cell !== "")?.slice(0, EXAMPLE) ?? "" })),
      defaults,
      kinds: known.kinds,
      isUsable,
      problemCount,
      problems: wrong.map((row) => ({ place: row.place, title: read(row).proposal.title.slice(0, 80), sentences: row.problems.map(rowProblemText) })),
      samples: shown.map(({ place, title, statement, kind, moscow }) => ({ place, title, statement: statement.slice(0, 200), kind, moscow })),
      taken: [...taken].map(([title, number]) => ({ title, number })),
      earlier: earlier && importProposalsText.earlier(date(earlier.at), earlier.first, earlier.last),
    },
  };
}

export type LoadedImport = Awaited<ReturnType<typeof loadImport>>;
