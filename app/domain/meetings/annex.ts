import { accept, refuse, type Result } from "../shared/result.ts";

/** What may be attached to an agenda item, by what it is, not by what it is called. */
export const ANNEX_TYPES = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  pptx: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
  odt: "application/vnd.oasis.opendocument.text",
  ods: "application/vnd.oasis.opendocument.spreadsheet",
  odp: "application/vnd.oasis.opendocument.presentation",
  png: "image/png",
  jpg: "image/jpeg",
  txt: "text/plain; charset=utf-8",
} as const;
export type AnnexExtension = keyof typeof ANNEX_TYPES;

export const LARGEST_ANNEX = 10_000_000;
export const MOST_ANNEXES = 20;
/** How many bytes stand in one part of a stored annex. */
export const PART = 240_000;

export type AnnexRefusal = "annex-missing" | "annex-too-large" | "annex-type-unknown" | "annex-has-macros" | "too-many-annexes";

/**
 * What these bytes are, from the bytes alone. Refuses what is empty, too large, unknown, a page with script (HTML and SVG are never
 * text here), or a document with macros.
 */
export function sniff(bytes: Uint8Array): Result<AnnexExtension, AnnexRefusal> {
  if (bytes.length === 0) return refuse("annex-missing");
  if (bytes.length > LARGEST_ANNEX) return refuse("annex-too-large");
  if (startsWith(bytes, "%PDF-")) return accept("pdf");
  if (startsWith(bytes, "\u0089PNG\r\n\u001a\n")) return accept("png");
  if (startsWith(bytes, "\u00ff\u00d8\u00ff")) return accept("jpg");
  if (startsWith(bytes, "PK\u0003\u0004")) return office(namesIn(bytes), bytes);
  return isPlainText(bytes) ? accept("txt") : refuse("annex-type-unknown");
}

/** The name under which it is kept: no folders, no signs that a file system or a header trips over, and the ending of what it is. */
export function annexName(given: string, extension: AnnexExtension): string {
  const bare = (given.normalize("NFC").split(/[\\/]/).at(-1) ?? "").replace(/[\p{Cc}\p{Cf}"<>:|?*;%]/gu, "").trim();
  const stem = bare.replace(/\.[A-Za-z0-9]{1,5}$/, "").replace(/^\.+/, "").trim().slice(0, 100);
  const ending = /\.([A-Za-z0-9]{1,5})$/.exec(bare)?.[1]?.toLowerCase();
  const kept = extension === "txt" && (ending === "csv" || ending === "md") ? ending : extension;
  return `${stem === "" ? "bijlage" : stem}.${kept}`;
}

const ODF = { text: "odt", spreadsheet: "ods", presentation: "odp" } as const;

function office(names: ReadonlySet<string>, bytes: Uint8Array): Result<AnnexExtension, AnnexRefusal> {
  const all = [...names];
  if (all.some((name) => /vbaProject\.bin$|^Basic\//.test(name))) return refuse("annex-has-macros");
  const odf = /^mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)(?!-)/.exec(latin(bytes.subarray(30, 110)));
  if (odf?.[1] !== undefined) return accept(ODF[odf[1] as keyof typeof ODF]);
  if (!names.has("[Content_Types].xml")) return refuse("annex-type-unknown");
  if (names.has("word/document.xml")) return accept("docx");
  if (names.has("xl/workbook.xml")) return accept("xlsx");
  return names.has("ppt/presentation.xml") ? accept("pptx") : refuse("annex-type-unknown");
}

/** The names in the list at the end of a zip file. A list that runs outside the file ends there. */
function namesIn(bytes: Uint8Array): Set<string> {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const names = new Set<string>();
  let end = bytes.length - 22;
  for (const lowest = Math.max(0, end - 65_535); end >= lowest && view.getUint32(end, true) !== 0x06054b50; ) end--;
  if (end < 0 || view.getUint32(end, true) !== 0x06054b50) return names;
  const count = view.getUint16(end + 10, true);
  for (let at = view.getUint32(end + 16, true), entry = 0; entry < count && at + 46 <= bytes.length && view.getUint32(at, true) === 0x02014b50; entry++) {
    const [name, extra, comment] = [view.getUint16(at + 28, true), view.getUint16(at + 30, true), view.getUint16(at + 32, true)];
    names.add(latin(bytes.subarray(at + 46, at + 46 + name)));
    at += 46 + name + extra + comment;
  }
  return names;
}

/** UTF-8 without control signs, that does not begin as a page or a script does. */
function isPlainText(bytes: Uint8Array): boolean {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return false;
  }
  return !/[\u0000-\u0008\u000b\u000e-\u001f\u007f]/.test(text) && !/^\s*(?:#!|<[!?a-z])/i.test(text);
}

const startsWith = (bytes: Uint8Array, sign: string): boolean => latin(bytes.subarray(0, sign.length)) === sign;
const latin = (bytes: Uint8Array): string => String.fromCharCode(...bytes);
