import { Readable } from "node:stream";
import { createInflateRaw } from "node:zlib";
import { UnreadableTable } from "./table.ts";

const MOST_ENTRIES = 1_000;
/** Bytes that all parts together may become, and how many times larger a part may get than it came. */
const MOST_INFLATED = 80 * 1024 * 1024;
const HIGHEST_RATIO = 300;
const SMALL_PART = 1024 * 1024;

const END = 0x06054b50;
const CENTRAL = 0x02014b50;
const LOCAL = 0x04034b50;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly method: number;
  readonly size: number;
  readonly start: number;
}

/** The parts of a zip file by name. What they unpack to is counted as it comes out, whatever the file says of itself. */
export class ZipReader {
  readonly #bytes: Buffer;
  readonly #entries: ReadonlyMap<string, Entry>;
  #inflated = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = directory(this.#bytes);
  }

  has(name: string): boolean {
    return this.#entries.has(name);
  }

  names(): string[] {
    return [...this.#entries.keys()];
  }

  /** The text of a part, piece by piece, unpacked off the main thread. */
  async *text(name: string): AsyncGenerator<string> {
    const decoder = new TextDecoder("utf-8", { fatal: true });
    try {
      for await (const chunk of this.#inflate(name)) yield decoder.decode(chunk, { stream: true });
      yield decoder.decode();
    } catch (error) {
      throw error instanceof UnreadableTable ? error : new UnreadableTable("broken-file");
    }
  }

  async whole(name: string): Promise<string> {
    let text = "";
    for await (const part of this.text(name)) text += part;
    return text;
  }

  async *#inflate(name: string): AsyncGenerator<Buffer> {
    const entry = this.#entries.get(name);
    if (!entry) throw new UnreadableTable("broken-file");
    const packed = this.#bytes.subarray(entry.start, entry.start + entry.size);
    if (packed.length < entry.size) throw new UnreadableTable("broken-file");
    if (entry.method === STORED) {
      this.#count(packed.length);
      return yield packed;
    }
    if (entry.method !== DEFLATED) throw new UnreadableTable("broken-file");
    let out = 0;
    for await (const chunk of Readable.from(pieces(packed)).pipe(createInflateRaw({ chunkSize: 64 * 1024 })) as AsyncIterable<Buffer>) {
      out += chunk.length;
      this.#count(chunk.length);
      if (out > SMALL_PART && out > entry.size * HIGHEST_RATIO) throw new UnreadableTable("zip-bomb");
      yield chunk;
    }
  }

  #count(bytes: number): void {
    this.#inflated += bytes;
    if (this.#inflated > MOST_INFLATED) throw new UnreadableTable("zip-bomb");
  }
}

function* pieces(bytes: Buffer): Generator<Buffer> {
  for (let from = 0; from < bytes.length; from += 64 * 1024) yield bytes.subarray(from, from + 64 * 1024);
}

/** Reads the list at the end of the file; two parts at one place or a part outside the file make it broken. */
function directory(bytes: Buffer): Map<string, Entry> {
  const end = endOf(bytes);
  const count = bytes.readUInt16LE(end + 10);
  if (count > MOST_ENTRIES) throw new UnreadableTable("zip-bomb");
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  for (let number = 0; number < count; number++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== CENTRAL) throw new UnreadableTable("broken-file");
    const [nameLength, extraLength, commentLength] = [bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32)];
    const isEncrypted = (bytes.readUInt16LE(at + 8) & 1) === 1;
    const local = bytes.readUInt32LE(at + 42);
    if (isEncrypted || local + 30 > bytes.length || bytes.readUInt32LE(local) !== LOCAL) throw new UnreadableTable("broken-file");
    const name = bytes.toString("utf8", at + 46, at + 46 + nameLength);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    entries.set(name, { method: bytes.readUInt16LE(at + 10), size: bytes.readUInt32LE(at + 20), start });
    at += 46 + nameLength + extraLength + commentLength;
  }
  return entries;
}

function endOf(bytes: Buffer): number {
  for (let at = bytes.length - 22; at >= 0 && at >= bytes.length - 22 - 0xffff; at--) if (bytes.readUInt32LE(at) === END) return at;
  throw new UnreadableTable("broken-file");
}
