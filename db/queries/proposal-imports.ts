import type { Mapping } from "#app/domain/proposals/import/columns.ts";
import { wordKey } from "#app/domain/proposals/import/words.ts";
import type { ImportDefaults, ImportRow, KnownWords, RowProblem } from "#app/domain/proposals/import/row.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { searchKey } from "../portable.ts";

const BATCH = 200;

export interface NewImport {
  readonly id: string;
  readonly personId: string;
  readonly bodyId: string;
  readonly fileName: string;
  readonly fileHash: string;
  readonly fileKind: "csv" | "xlsx" | "ods" | "reqif";
  readonly encoding: string;
  readonly heads: readonly string[];
  readonly mapping: Mapping;
  readonly defaults: ImportDefaults;
  readonly createdAt: Instant;
  /** the chapters of a file that becomes a programma van eisen as well */
  readonly outline: ImportedOutline | null;
}

export interface ImportedOutline {
  readonly title: string;
  readonly chapters: readonly { readonly path: readonly string[]; readonly intro: string; readonly places: readonly number[] }[];
}

/** A file on its way to become proposals, as its own person sees it. */
export interface ProposalImport extends NewImport {
  readonly body: { readonly slug: string; readonly name: string; readonly prefix: string; readonly kind: "expertgroep" | "adviesraad" | "taskforce"; readonly componentId: string | null };
  readonly rowCount: number;
  readonly problemCount: number;
  readonly state: "open" | "running" | "done";
  readonly progress: number;
  readonly startedAt: Instant | null;
  /** when taking it over last went wrong */
  readonly failedAt: Instant | null;
  readonly firstNumber: string | null;
  readonly lastNumber: string | null;
  /** where the programma van eisen stands that was made of it */
  readonly setSlug: string | null;
}

/** Keeps a file with all its rows; `breathe` is awaited between them. Files that nobody finished since `before` are forgotten at the same time. */
export async function insertImport(trx: Trx, made: NewImport, rows: readonly ImportRow[], before: Instant, breathe: () => Promise<void>): Promise<void> {
  const stale = await trx.selectFrom("proposal_import").select("id").where("state", "!=", "done").where("created_at", "<", before).limit(100).execute();
  for (const { id } of stale) await forgetImport(trx, id);
  await trx
    .insertInto("proposal_import")
    .values({
      ...{ id: made.id, person_id: made.personId, body_id: made.bodyId, file_name: made.fileName, file_hash: made.fileHash, file_kind: made.fileKind, encoding: made.encoding },
      ...{ heads: JSON.stringify(made.heads), mapping: JSON.stringify(made.mapping), defaults: JSON.stringify(made.defaults), row_count: rows.length, problem_count: 0 },
      ...{ state: "open", progress: 0, started_at: null, failed_at: null, first_number: null, last_number: null, created_at: made.createdAt, done_at: null },
      ...{ set_outline: made.outline && JSON.stringify(made.outline), set_slug: null },
    })
    .execute();
  for (let from = 0; from < rows.length; from += BATCH) {
    const part = rows.slice(from, from + BATCH).map(({ place, cells, formulas, broken }) => ({ import_id: made.id, place, cells: JSON.stringify(cells), formulas: JSON.stringify(formulas), broken: JSON.stringify(broken), problems: null }));
    await trx.insertInto("proposal_import_row").values(part).execute();
    await breathe();
  }
}

/** The import with this id, if this person started it. */
export async function findImport(db: Db, id: string, personId: string): Promise<ProposalImport | null> {
  const row = await db
    .selectFrom("proposal_import")
    .innerJoin("body", "body.id", "proposal_import.body_id")
    .selectAll("proposal_import")
    .select(["body.slug", "body.name", "body.prefix", "body.kind as body_kind", "body.component_id"])
    .where("proposal_import.id", "=", id)
    .where("proposal_import.person_id", "=", personId)
    .executeTakeFirst();
  if (!row) return null;
  return {
    ...{ id: row.id, personId: row.person_id, bodyId: row.body_id, fileName: row.file_name, fileHash: row.file_hash, fileKind: row.file_kind, encoding: row.encoding, createdAt: row.created_at },
    body: { slug: row.slug, name: row.name, prefix: row.prefix, kind: row.body_kind, componentId: row.component_id },
    ...{ heads: JSON.parse(row.heads) as string[], mapping: JSON.parse(row.mapping) as Mapping, defaults: JSON.parse(row.defaults) as ImportDefaults },
    ...{ rowCount: row.row_count, problemCount: row.problem_count, state: row.state, progress: row.progress, startedAt: row.started_at, failedAt: row.failed_at, firstNumber: row.first_number, lastNumber: row.last_number },
    ...{ outline: row.set_outline === null ? null : (JSON.parse(row.set_outline) as ImportedOutline), setSlug: row.set_slug },
  };
}

/** The files that this person read since that moment and did not finish, newest first. */
export async function listUnfinishedImports(db: Db, personId: string, since: Instant): Promise<{ id: string; fileName: string; bodyName: string; rowCount: number; createdAt: Instant; hasFailed: boolean }[]> {
  const rows = await db
    .selectFrom("proposal_import")
    .innerJoin("body", "body.id", "proposal_import.body_id")
    .select(["proposal_import.id", "proposal_import.file_name", "proposal_import.row_count", "proposal_import.created_at", "proposal_import.failed_at", "body.name"])
    .where("proposal_import.person_id", "=", personId)
    .where("proposal_import.created_at", ">", since)
    .where("proposal_import.state", "!=", "done")
    .orderBy("proposal_import.created_at", "desc")
    .limit(10)
    .execute();
  return rows.map((row) => ({ id: row.id, fileName: row.file_name, bodyName: row.name, rowCount: row.row_count, createdAt: row.created_at, hasFailed: row.failed_at !== null }));
}

/** The rows behind a place, in order; only those with a problem when that is asked. */
export async function listImportRows(db: Db, id: string, { after, size, onlyProblems = false }: { after: number; size: number; onlyProblems?: boolean }): Promise<(ImportRow & { readonly problems: readonly RowProblem[] })[]> {
  const rows = await db
    .selectFrom("proposal_import_row")
    .select(["place", "cells", "formulas", "broken", "problems"])
    .where("import_id", "=", id)
    .where("place", ">", after)
    .$if(onlyProblems, (query) => query.where("problems", "is not", null))
    .orderBy("place")
    .limit(size)
    .execute();
  return rows.map((row) => ({
    place: row.place,
    cells: JSON.parse(row.cells) as string[],
    formulas: JSON.parse(row.formulas) as number[],
    broken: JSON.parse(row.broken) as number[],
    problems: row.problems === null ? [] : (JSON.parse(row.problems) as RowProblem[]),
  }));
}

/** What the check of an import found. Only so many rows keep their problems: the number of all of them is kept as well. */
export async function saveCheck(trx: Trx, id: string, check: { mapping: Mapping; defaults: ImportDefaults; problems: ReadonlyMap<number, readonly RowProblem[]>; problemCount: number }): Promise<void> {
  await trx.updateTable("proposal_import").set({ mapping: JSON.stringify(check.mapping), defaults: JSON.stringify(check.defaults), problem_count: check.problemCount }).where("id", "=", id).where("state", "=", "open").execute();
  await trx.updateTable("proposal_import_row").set({ problems: null }).where("import_id", "=", id).where("problems", "is not", null).execute();
  for (const [place, problems] of check.problems) await trx.updateTable("proposal_import_row").set({ problems: JSON.stringify(problems) }).where("import_id", "=", id).where("place", "=", place).execute();
}

/** Claims an import for the one who writes it: false when it runs already (and began after `stuckBefore`), is done, or has problems. */
export async function claimImport(db: Db, id: string, at: Instant, stuckBefore: Instant): Promise<boolean> {
  const row = await db
    .updateTable("proposal_import")
    .set({ state: "running", started_at: at, progress: 0, failed_at: null })
    .where("id", "=", id)
    .where("problem_count", "=", 0)
    .where((eb) => eb.or([eb("state", "=", "open"), eb.and([eb("state", "=", "running"), eb("started_at", "<", stuckBefore)])]))
    .returning("id")
    .executeTakeFirst();
  return row !== undefined;
}

export async function saveProgress(db: Db, id: string, progress: number): Promise<void> {
  await db.updateTable("proposal_import").set({ progress }).where("id", "=", id).where("state", "=", "running").execute();
}

/** Nothing was written: it can be tried again. With the moment it went wrong, so that its page can say so. */
export async function reopenImport(db: Db, id: string, failedAt: Instant): Promise<void> {
  await db.updateTable("proposal_import").set({ state: "open", started_at: null, progress: 0, failed_at: failedAt }).where("id", "=", id).where("state", "=", "running").execute();
}

/** The rows are proposals now and are forgotten; what came of the file is kept. False when somebody else finished it. */
export async function finishImport(trx: Trx, id: string, { first, last, at }: { first: string; last: string; at: Instant }): Promise<boolean> {
  const row = await trx.updateTable("proposal_import").set({ state: "done", first_number: first, last_number: last, done_at: at }).where("id", "=", id).where("state", "=", "running").returning("id").executeTakeFirst();
  if (row !== undefined) await trx.deleteFrom("proposal_import_row").where("import_id", "=", id).execute();
  return row !== undefined;
}

/** Where the programma van eisen stands that was made of this file; its chapters need not be kept any longer. */
export async function rememberSet(trx: Trx, id: string, slug: string): Promise<void> {
  await trx.updateTable("proposal_import").set({ set_slug: slug, set_outline: null }).where("id", "=", id).execute();
}

export async function forgetImport(trx: Trx, id: string): Promise<void> {
  await trx.deleteFrom("proposal_import_row").where("import_id", "=", id).execute();
  await trx.deleteFrom("proposal_import").where("id", "=", id).execute();
}

/** When the same file was taken over for this body before, and which numbers it got. */
export async function findEarlierImport(db: Db, bodyId: string, fileHash: string): Promise<{ at: Instant; first: string; last: string } | null> {
  const row = await db.selectFrom("proposal_import").select(["done_at", "first_number", "last_number"]).where("body_id", "=", bodyId).where("file_hash", "=", fileHash).where("state", "=", "done").executeTakeFirst();
  return row?.done_at && row.first_number && row.last_number ? { at: row.done_at, first: row.first_number, last: row.last_number } : null;
}

/** The words by which a file may name components, needs and policy areas: slug, number or name. */
export async function findKnownWords(db: Db): Promise<Omit<KnownWords, "kinds">> {
  const words = (rows: readonly { word: string; name: string }[]) => new Map(rows.flatMap(({ word, name }) => [[wordKey(word), word], [wordKey(name), word]] as const));
  return {
    components: words(await db.selectFrom("component").select(["slug as word", "name"]).execute()),
    needs: words(await db.selectFrom("need").select(["number as word", "title as name"]).where("state", "=", "accepted").execute()),
    policyAreas: words(await db.selectFrom("policy_area").select(["slug as word", "name"]).execute()),
  };
}

/** Of these titles the ones that a proposal of this body already has: by title the number. */
export async function listTakenTitles(db: Db, bodyId: string, titles: readonly string[]): Promise<Map<string, string>> {
  const taken = new Map<string, string>();
  const keys = [...new Set(titles.map(searchKey))].filter((key) => key !== "");
  for (let from = 0; from < keys.length; from += BATCH) {
    const rows = await db.selectFrom("proposal").select(["title_key", "number"]).where("body_id", "=", bodyId).where("title_key", "in", keys.slice(from, from + BATCH)).execute();
    for (const row of rows) taken.set(row.title_key, row.number);
  }
  return new Map(titles.flatMap((title) => (taken.has(searchKey(title)) ? [[title, taken.get(searchKey(title)) ?? ""] as const] : [])));
}
