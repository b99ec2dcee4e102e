/* Import and export of large files: the portal's own figures beside the targets; no bare page does the same. */
import { monitorEventLoopDelay } from "node:perf_hooks";
import { checkImport } from "#app/commands/proposals/import/check-import.ts";
import { commitImport } from "#app/commands/proposals/import/commit-import.ts";
import { startImport } from "#app/commands/proposals/import/start-import.ts";
import { instant } from "#app/domain/shared/instant.ts";
import { writeTable, type TableFormat } from "#app/platform/export/write-table.ts";
import { uuid7 } from "#app/platform/uuid7.ts";
import { proposalCells, proposalFileText } from "#app/text/proposal-file.ts";
import { openDatabase } from "#db/client.ts";
import { findSecretaryOf } from "#db/queries/bodies-for-import.ts";
import { actorOf } from "#db/queries/people.ts";
import { exportProposals } from "#db/queries/proposal-export.ts";
import { findImport } from "#db/queries/proposal-imports.ts";

const ROWS = 5_000;
const WORDS = "verbinding certificaat logboek bewaking koppeling melding leverancier beheer toegang herstel netwerk gegevens versie test sleutel".split(" ");
const some = (from: number, count: number): string => Array.from({ length: count }, (_, place) => WORDS[(from * 7 + place * 3) % WORDS.length] ?? "").join(" ");

interface Measured {
  readonly what: string;
  readonly seconds: number;
  /** how long the loop was held at worst, in milliseconds */
  readonly held: number;
  readonly bytes: number;
}

/** Imports 5,000 rows as CSV into the database at `url`, then writes its whole list in each format. */
export async function measureFiles(url: string): Promise<Measured[]> {
  const db = await openDatabase(url);
  const now = () => instant(new Date());
  const secretary = await findSecretaryOf(db, "services", now(), null);
  if (!secretary) throw new Error("no secretaris in this database");
  const actor = await actorOf(db, secretary.personId, now());
  const context = { db, now, newId: uuid7, actor };
  const lines = Array.from({ length: ROWS }, (_, row) => `B-${row};Eis ${row} ${some(row, 4)};"De leverancier regelt ${some(row, 40)}.";Omdat ${some(row, 12)};Te toetsen met ${some(row, 8)};GGI-Services;BH-001;BIO 13.1.1`);
  const bytes = Buffer.from(["Nummer;Titel;Tekst;Motivering;Toetsing;Onderdelen;Behoeften;Maatregelen", ...lines].join("\n"));
  const measured = [
    await measure(`Import of ${ROWS} rows`, async () => {
      const started = await startImport(context, { body: "services", fileName: "meting.csv", bytes });
      if (!started.ok) throw new Error(started.refusal);
      const found = await findImport(db, started.value.id, secretary.personId);
      if (!found) throw new Error("the import is gone");
      await checkImport(context, { id: found.id, mapping: found.mapping, defaults: found.defaults });
      const committed = await commitImport(context, { id: found.id, origin: (file, place) => `${file}, rij ${place}` });
      if (!committed.ok || committed.value.count !== ROWS) throw new Error("the import was refused");
      return bytes.length;
    }),
  ];
  for (const format of ["csv", "xlsx", "ods"] as const) measured.push(await measure(`Export of 10,000 proposals as ${format}`, () => written(format)));
  await db.destroy();
  return measured;

  async function written(format: TableFormat): Promise<number> {
    let [size, left] = [0, 10_000];
    async function* rows() {
      for await (const proposal of exportProposals(db, actor, { today: "2026-11-25" as never }, "number")) {
        if (left-- === 0) return;
        yield proposalCells(proposal);
      }
    }
    for await (const piece of writeTable(format, { ...proposalFileText, rows: rows() })) size += piece.length;
    return size;
  }
}

async function measure(what: string, work: () => Promise<number>): Promise<Measured> {
  const delay = monitorEventLoopDelay({ resolution: 5 });
  delay.enable();
  const begin = performance.now();
  const bytes = await work();
  const seconds = (performance.now() - begin) / 1000;
  delay.disable();
  return { what, seconds, held: delay.max / 1e6, bytes };
}
