import { UnreadableTable } from "./table.ts";

export const ENCODINGS = ["utf-8", "windows-1252", "utf-16"] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** Places that Windows-1252 leaves empty, and control signs that no text holds. */
const NEVER = /[\u0000-\u0008\u000e-\u001f\u0081\u008d\u008f\u0090\u009d]/;

/**
 * The text of a file, and how it was written: UTF-8 with or without a mark, UTF-16 with a mark, or else Windows-1252, as
 * older spreadsheets write. Refuses what is none of these.
 */
export function decodeText(bytes: Uint8Array): { text: string; encoding: Encoding } {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { text: checked(strictly(first === 0xff ? "utf-16le" : "utf-16be", bytes)), encoding: "utf-16" };
  }
  const utf8 = strictly("utf-8", bytes);
  if (utf8 !== null) return { text: checked(utf8), encoding: "utf-8" };
  return { text: checked(windows1252(bytes)), encoding: "windows-1252" };
}

/** The 32 places where Windows-1252 differs from Latin-1, which node's own decoder takes for it. Five are empty. Source: WHATWG Encoding, index windows-1252. */
const FROM_80 = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";
const windows1252 = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1").replace(/[\u0080-\u009f]/g, (sign) => FROM_80[sign.charCodeAt(0) - 0x80] ?? sign);

/** A text that was once read in the wrong encoding and kept that way: `Ã«` for ë, `â€™` for an apostrophe, or the sign for "unreadable". */
export const looksBroken = (text: string): boolean => /\ufffd|Ã[\u0080-\u00bf\u0192\u201e\u2026\u2020\u2021\u02c6\u2030\u0160\u2039\u0152\u017d©«ª¨´¶¯]|â€[\u0080-\u00bf™œž¦“”\u02dc]|Â[°©«»·]/.test(text);

function strictly(encoding: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function checked(text: string | null): string {
  if (text === null || NEVER.test(text)) throw new UnreadableTable("broken-encoding");
  return text;
}
