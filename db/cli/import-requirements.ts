import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { checkImport } from "#app/commands/proposals/import/check-import.ts";
import { commitImport } from "#app/commands/proposals/import/commit-import.ts";
import { cleanRow, startImport } from "#app/commands/proposals/import/start-import.ts";
import { STRANGER } from "#app/domain/access/actor.ts";
import { guessMapping, mappingProblem, type Mapping } from "#app/domain/proposals/import/columns.ts";
import { readImportRow, type ImportDefaults, type ImportRow } from "#app/domain/proposals/import/row.ts";
import { kindsFor } from "#app/domain/proposals/drafting.ts";
import { PROPOSAL_KINDS } from "#app/domain/proposals/proposal.ts";
import { readTable } from "#app/platform/export/read-table.ts";
import { importFieldText, importProposalsText, importRefusalText, rowProblemText } from "#app/text/proposal-import.ts";
import type { Db } from "../client.ts";
import { findSecretaryOf } from "../queries/bodies-for-import.ts";
import { actorOf } from "../queries/people.ts";
import { findDraftingBody } from "../queries/proposal-lists.ts";
import { findKnownWords } from "../queries/proposal-imports.ts";
import type { ImportIo } from "./import-minutes.ts";

const USAGE = "gebruik: ggi import requirements BESTAND.csv|.xlsx|.ods|.reqif --body SLUG [--kind eis|wens|advies] [--weight N] [--as E-MAIL] [--dry-run] [--json]";
const MOST_SHOWN = 50;

interface Wanted {
  readonly file: string;
  readonly body: string | null;
  readonly as: string | null;
  readonly kind: ImportDefaults["kind"] | null;
  readonly weight: number | null;
  readonly isDryRun: boolean;
  readonly asJson: boolean;
}

/** What the command found: the same words as the page of an import. */
interface Report {
  readonly file: string;
  readonly kind: string;
  readonly encoding: string;
  readonly rows: number;
  readonly columns: readonly { readonly head: string; readonly field: string | null }[];
  readonly problems: readonly { readonly row: number; readonly problems: readonly string[] }[];
}

/**
 * `ggi import requirements FILE [--body SLUG] [--dry-run] [--json]`: makes a draft of every row, or of none, in the name of the
 * secretaris. With --dry-run nothing is kept, and the body may be left out. Exit code: 0 done, 1 refused, 2 unusable arguments or file.
 */
export async function runImportRequirements(args: readonly string[], io: ImportIo): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    io.out(USAGE);
    io.out("Maakt van elke rij een concept. De kolommen worden herkend aan hun kop. Met --dry-run wordt niets opgeslagen.");
    return 0;
  }
  const wanted = readArguments(args);
  if (wanted === null) return fail(io, USAGE);
  if (wanted.body === null && !wanted.isDryRun) return fail(io, `kies met --body voor welk gremium de concepten zijn; ${USAGE}`);
  const bytes = await readFile(wanted.file).catch((error: NodeJS.ErrnoException) => error);
  if (bytes instanceof Error) return fail(io, `${wanted.file}: ${bytes.code === "ENOENT" ? "dit bestand bestaat niet" : bytes.code === "EISDIR" ? "dit is een map" : "dit bestand is niet te lezen"}`);
  const read = await readTable(bytes);
  if (!read.ok) return fail(io, `${wanted.file}: ${importProposalsText.place(importRefusalText[read.refusal], read.place ?? null)}`);

  const rows = read.value.rows.map(cleanRow);
  const mapping = guessMapping(read.value.heads, rows.slice(0, 50).map(({ cells }) => cells));
  const wrong = mappingProblem(mapping);
  if (wrong) return fail(io, `${wanted.file}: ${importRefusalText[wrong]}`);
  const { db, close } = await io.open();
  try {
    const body = wanted.body === null ? null : await findDraftingBody(db, wanted.body);
    if (wanted.body !== null && !body) return fail(io, `--body ${wanted.body}: dit gremium bestaat niet`);
    const defaults: ImportDefaults = { kind: wanted.kind ?? (body ? (kindsFor(body.kind)[0] ?? "eis") : "eis"), moscow: "must", weight: wanted.weight, tlp: body?.defaultTlp ?? "CLEAR" };
    const problems = await problemsOf(db, rows, mapping, defaults, body ? kindsFor(body.kind) : PROPOSAL_KINDS);
    const report: Report = { file: wanted.file, kind: read.value.kind, encoding: read.value.encoding, rows: rows.length, columns: read.value.heads.map((head, column) => ({ head, field: mapping[column] ?? null })), problems };
    if (problems.length > 0 || wanted.isDryRun) {
      show(io, report, wanted.asJson, null);
      if (problems.length > 0) io.err(`${wanted.file}: ${importRefusalText["rows-wrong"]}`);
      return problems.length > 0 ? 1 : 0;
    }
    const taken = await takeOver(db, io, wanted, bytes, mapping, defaults);
    if (typeof taken === "string") {
      io.err(`${wanted.file}: ${taken}`);
      return 1;
    }
    show(io, report, wanted.asJson, taken);
    return 0;
  } finally {
    await close();
  }
}

async function problemsOf(db: Db, rows: readonly ImportRow[], mapping: Mapping, defaults: ImportDefaults, kinds: ReturnType<typeof kindsFor>): Promise<Report["problems"]> {
  const known = { ...(await findKnownWords(db)), kinds };
  return rows.flatMap((row) => {
    const { problems } = readImportRow(row, mapping, defaults, known);
    return problems.length === 0 ? [] : [{ row: row.place, problems: problems.map(rowProblemText) }];
  });
}

/** The drafts that were made, or the sentence that says why there are none. */
async function takeOver(db: Db, io: ImportIo, wanted: Wanted, bytes: Buffer, mapping: Mapping, defaults: ImportDefaults): Promise<{ count: number; first: string; last: string } | string> {
  const secretary = await findSecretaryOf(db, wanted.body ?? "", io.now(), wanted.as);
  const actor = secretary ? await actorOf(db, secretary.personId, io.now()) : STRANGER;
  if (actor.id === null) return wanted.as === null ? "dit gremium heeft geen secretaris" : "dit gremium heeft deze secretaris niet";
  const context = { db, now: io.now, newId: io.newId, actor };
  const started = await startImport(context, { body: wanted.body ?? "", fileName: wanted.file, bytes });
  if (!started.ok) return importRefusalText[started.refusal];
  const checked = await checkImport(context, { id: started.value.id, mapping, defaults });
  if (!checked.ok) return importRefusalText[checked.refusal];
  const committed = await commitImport(context, { id: started.value.id, origin: importProposalsText.origin });
  if (!committed.ok) return importRefusalText[committed.refusal];
  return committed.value;
}

function show(io: ImportIo, report: Report, asJson: boolean, made: { count: number; first: string; last: string } | null): void {
  if (asJson) return io.out(JSON.stringify({ ...report, imported: made }, null, 2));
  io.out(`${report.file}: ${report.kind}, ${report.encoding}, ${report.rows} rijen`);
  for (const { head, field } of report.columns) io.out(`  ${head === "" ? "(geen kop)" : head}: ${field === null ? "niet overgenomen" : importFieldText[field as keyof typeof importFieldText]}`);
  for (const { row, problems } of report.problems.slice(0, MOST_SHOWN)) io.out(`rij ${row}: ${problems.join(" ")}`);
  if (report.problems.length > MOST_SHOWN) io.out(`en nog ${report.problems.length - MOST_SHOWN} rijen met een fout`);
  if (made) io.out(importProposalsText.done(made.count, made.first, made.last));
  else io.out(report.problems.length === 0 ? "proef: alle rijen kloppen, er is niets opgeslagen" : `${report.problems.length} van ${report.rows} rijen hebben een fout; er is niets opgeslagen`);
}

function readArguments(args: readonly string[]): Wanted | null {
  try {
    const text = { type: "string" } as const;
    const flag = { type: "boolean", default: false } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { body: text, as: text, kind: text, weight: text, "dry-run": flag, json: flag } });
    const [file] = positionals;
    const kind = PROPOSAL_KINDS.find((one) => one === values.kind) ?? null;
    const weight = values.weight === undefined ? null : Number(values.weight);
    if (file === undefined || positionals.length > 1 || (values.kind !== undefined && kind === null) || (weight !== null && !(Number.isInteger(weight) && weight >= 1 && weight <= 100))) return null;
    return { file, body: values.body ?? null, as: values.as ?? null, kind, weight, isDryRun: values["dry-run"], asJson: values.json };
  } catch {
    return null;
  }
}

function fail(io: ImportIo, line: string): number {
  io.err(line);
  return 2;
}
