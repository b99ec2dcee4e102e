/* A programma van eisen of 2,000 requirements as a file: how long, how much memory, and how other pages fare meanwhile. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { randomUUID } from "node:crypto";
import type { CommandContext } from "#app/commands/context.ts";
import { addChapter } from "#app/commands/requirement-sets/add-chapter.ts";
import { addRequirements } from "#app/commands/requirement-sets/add-requirements.ts";
import { freezeRequirementSet } from "#app/commands/requirement-sets/freeze-requirement-set.ts";
import { startRequirementSet } from "#app/commands/requirement-sets/start-requirement-set.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { odtPieces } from "#app/platform/export/odt/document.ts";
import { pdfDocument } from "#app/platform/export/pdf/document.ts";
import { reqifPieces } from "#app/platform/export/reqif/writer.ts";
import { writeTable } from "#app/platform/export/write-table.ts";
import { setCells, setFileText, setTableText } from "#app/text/requirement-set-file.ts";
import { openDatabase } from "#db/client.ts";
import { findSecretaryOf } from "#db/queries/bodies-for-import.ts";
import { actorOf } from "#db/queries/people.ts";
import { listProposals } from "#db/queries/proposal-lists.ts";
import { findConcept, findNewestEdition, type Edition } from "#db/queries/requirement-sets.ts";
import { filedRequirements } from "../../app/routes/requirement-sets/filed-lines.ts";
import { documentOf, specificationOf, type Shown } from "../../app/routes/requirement-sets/set-files.ts";

const WHOLE: Shown = { tlp: "CLEAR", hidden: 0 };
const [REQUIREMENTS, CHAPTERS] = [2_000, 20];

export interface MeasuredFile {
  readonly what: string;
  readonly seconds: number;
  /** how long the loop was held at worst, in milliseconds */
  readonly held: number;
  readonly bytes: number;
  /** how much the heap grew at its highest, in megabytes */
  readonly grown: number;
}

/** Freezes 2,000 requirements in the database at `url` and writes them in each format. */
export async function measureProgramme(url: string): Promise<{ slug: string; measured: MeasuredFile[] }> {
  const db = await openDatabase(url);
  const now = () => instant(new Date());
  const secretary = await findSecretaryOf(db, "services", now(), null);
  if (!secretary) throw new Error("no secretaris in this database");
  const context: CommandContext = { db, now, newId: randomUUID, actor: await actorOf(db, secretary.personId, now()) };
  const { slug } = taken(await startRequirementSet(context, { component: "ggi-services", title: "Meting", lot: "", intro: "", tlp: "GREEN" }));
  const ready = await adoptedNumbers(context);
  for (let chapter = 0; chapter < CHAPTERS; chapter++) {
    const { id } = taken(await addChapter(context, { slug, title: `Hoofdstuk ${chapter + 1}`, intro: "", parentId: null }));
    const size = REQUIREMENTS / CHAPTERS;
    taken(await addRequirements(context, { slug, chapterId: id, proposals: ready.slice(chapter * size, (chapter + 1) * size) }));
  }
  const concept = await findConcept(db, context.actor, slug);
  const frozen = await measure("Freezing 2,000 requirements", async () => {
    taken(await freezeRequirementSet(context, { slug, note: "Meting", seen: concept?.revision ?? 0 }));
    return 0;
  });
  const edition = await findNewestEdition(db, context.actor, slug);
  if (!edition) throw new Error("nothing was frozen");
  const measured = [frozen];
  for (const [what, pieces] of Object.entries(filesOf(context, edition))) measured.push(await measure(`2,000 requirements as ${what}`, () => sizeOf(pieces())));
  await db.destroy();
  return { slug, measured };
}

const filesOf = (context: CommandContext, edition: Edition): Record<string, () => AsyncGenerator<Uint8Array>> => ({
  ODT: () => odtPieces(documentOf(context, edition, WHOLE)),
  PDF: () => drawn(documentOf(context, edition, WHOLE)),
  XLSX: () => writeTable("xlsx", { sheet: setFileText.sheet, ...setTableText, label: "TLP:GREEN", rows: cells(context, edition) }),
  ReqIF: () => reqifPieces(specificationOf(context, edition, WHOLE)),
});

async function* drawn(document: Parameters<typeof pdfDocument>[0]) {
  yield await pdfDocument(document);
}

async function* cells(context: CommandContext, edition: Edition) {
  for await (const requirement of filedRequirements(context, edition)) yield setCells(requirement);
}

/** The proposals of the bench become adopted ones that can be proved: how they would be adopted is not what is measured. */
async function adoptedNumbers({ db, actor }: CommandContext): Promise<string[]> {
  const numbers: string[] = [];
  for (let after: string | null = null; numbers.length < REQUIREMENTS; ) {
    const { proposals, next } = await listProposals(db, actor, { today: "2026-11-25" as never, q: "Eis", body: "services", kind: "eis", state: "draft" }, { sort: "number", after, size: 500 });
    numbers.push(...proposals.map(({ number }) => number));
    if (next === null) break;
    after = next;
  }
  if (numbers.length < REQUIREMENTS) throw new Error(`only ${numbers.length} proposals to choose from`);
  const chosen = numbers.slice(0, REQUIREMENTS);
  for (let from = 0; from < chosen.length; from += 500) await db.updateTable("proposal").set({ state: "adopted", shared_at: instant(new Date()) }).where("number", "in", chosen.slice(from, from + 500)).execute();
  return chosen;
}

async function sizeOf(pieces: AsyncGenerator<Uint8Array>): Promise<number> {
  let size = 0;
  for await (const piece of pieces) size += piece.length;
  return size;
}

async function measure(what: string, work: () => Promise<number>): Promise<MeasuredFile> {
  const before = process.memoryUsage().heapUsed;
  let highest = before;
  const watch = setInterval(() => (highest = Math.max(highest, process.memoryUsage().heapUsed)), 20);
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begin = performance.now();
  const bytes = await work();
  const seconds = (performance.now() - begin) / 1000;
  delay.disable();
  clearInterval(watch);
  return { what, seconds, held: delay.max / 1e6, bytes, grown: (highest - before) / 1e6 };
}

function taken<Value>(result: { readonly ok: true; readonly value: Value } | { readonly ok: false; readonly refusal: string }): Value {
  if (!result.ok) throw new Error(result.refusal);
  return result.value;
}
