import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { readCsv, type Delimiter } from "./csv-reader.ts";
import { decodeText, type Encoding } from "./decode-text.ts";
import { readReqif, type ReadReqif, type SetOutline } from "./reqif/reader.ts";
import { readOds } from "./ods-reader.ts";
import { LARGEST_TABLE_FILE, UnreadableTable, type RawRow, type TableProblem } from "./table.ts";
import { readXlsx } from "./xlsx-reader.ts";
import { ZipReader } from "./zip-reader.ts";

/** A file that was read: the first row with something in it holds the headings. */
export interface ReadTable {
  readonly kind: "csv" | "xlsx" | "ods" | "reqif";
  readonly encoding: Encoding;
  readonly delimiter: Delimiter | null;
  readonly heads: readonly string[];
  readonly rows: readonly RawRow[];
  /** the chapters, when the file holds a whole specification */
  readonly outline: SetOutline | null;
}

export interface TableRefusal {
  readonly problem: TableProblem;
  /** the line or row where it went wrong, when that is known */
  readonly place: number | null;
}

const isZip = (bytes: Uint8Array): boolean => bytes[0] === 0x50 && bytes[1] === 0x4b && (bytes[2] === 3 || bytes[2] === 5);
const isOldOffice = (bytes: Uint8Array): boolean => bytes[0] === 0xd0 && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0;
/** PDF, PNG, JPEG, GIF, gzip, ELF, Windows programs, RTF and web pages: none of these is a table. */
const OTHER_KINDS = /^(%PDF|\x89PNG|\xff\xd8\xff|GIF8|\x1f\x8b|\x7fELF|MZ\x90|\{\\rtf|<!doctype html|<html)/i;

/** Reads a table by what the file holds, whatever its name says. A refusal comes with the place where it went wrong. */
export async function readTable(bytes: Uint8Array): Promise<Result<ReadTable, TableProblem> & Partial<TableRefusal>> {
  try {
    if (bytes.length === 0) throw new UnreadableTable("empty");
    if (bytes.length > LARGEST_TABLE_FILE) throw new UnreadableTable("too-large");
    const specification = await specificationIn(bytes);
    if (specification !== null) return accept({ kind: "reqif", delimiter: null, ...specification });
    const read = await readBytes(bytes);
    const [head, ...rows] = read.rows;
    if (!head) throw new UnreadableTable("empty");
    if (read.kind === "csv" && head.cells.length < 2) throw new UnreadableTable("one-column", head.place);
    if (rows.length === 0) throw new UnreadableTable("no-rows");
    return accept({ ...read, heads: head.cells.map((text) => text.replace(/\s+/g, " ").trim()), rows, outline: null });
  } catch (error) {
    if (!(error instanceof UnreadableTable)) throw error;
    return { ...refuse(error.problem), problem: error.problem, place: error.place };
  }
}

/** A ReqIF file, packed or not; null when the file is something else. */
async function specificationIn(bytes: Uint8Array): Promise<(ReadReqif & { encoding: Encoding }) | null> {
  if (isZip(bytes)) {
    const zip = new ZipReader(bytes);
    const name = zip.names().find((one) => /\.reqif$/i.test(one));
    return name === undefined ? null : { ...(await readReqif(await zip.whole(name))), encoding: "utf-8" };
  }
  if (!IS_REQIF.test(Buffer.from(bytes.subarray(0, 4_000)).toString("latin1").replaceAll("\u0000", ""))) return null;
  const { text, encoding } = decodeText(bytes);
  return { ...(await readReqif(text)), encoding };
}

const IS_REQIF = /<(?:[\w.-]+:)?REQ-IF[\s>]/;

async function readBytes(bytes: Uint8Array): Promise<Omit<ReadTable, "heads" | "outline">> {
  if (isOldOffice(bytes)) throw new UnreadableTable("old-excel");
  if (isZip(bytes)) {
    const zip = new ZipReader(bytes);
    const shared = { encoding: "utf-8", delimiter: null } as const;
    if (zip.has("xl/workbook.xml")) return { ...shared, kind: "xlsx", rows: await readXlsx(zip) };
    if (zip.has("content.xml") && zip.has("mimetype") && (await zip.whole("mimetype")).startsWith("application/vnd.oasis.opendocument.spreadsheet")) return { ...shared, kind: "ods", rows: await readOds(zip) };
    throw new UnreadableTable("unknown-kind");
  }
  if (OTHER_KINDS.test(Buffer.from(bytes.subarray(0, 32)).toString("latin1"))) throw new UnreadableTable("unknown-kind");
  const { text, encoding } = decodeText(bytes);
  if (text.trim() === "") throw new UnreadableTable("empty");
  return { kind: "csv", encoding, ...(await readCsv(text)) };
}
