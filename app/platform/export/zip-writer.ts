import { Readable } from "node:stream";
import { crc32, createDeflateRaw } from "node:zlib";

/** One part of a zip file: its name and its text, at once or piece by piece. */
export interface Part {
  readonly name: string;
  readonly text: string | AsyncIterable<string>;
  /** left as it is: the first part of an OpenDocument file must be */
  readonly isStored?: boolean;
}

/** 1 January 2026, 0.00: a file made twice from the same rows is the same file. */
const DAY = ((2026 - 1980) << 9) | (1 << 5) | 1;
const UTF8_NAMES = 0x0800;

/** A zip file, part by part; each part is packed off the main thread before it is sent. */
export async function* zip(parts: readonly Part[]): AsyncGenerator<Uint8Array> {
  const central: Buffer[] = [];
  let offset = 0;
  for (const part of parts) {
    const { crc, size, packed } = await pack(part);
    const name = Buffer.from(part.name);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(UTF8_NAMES, 2);
    facts.writeUInt16LE(part.isStored ? 0 : 8, 4);
    facts.writeUInt16LE(DAY, 8);
    facts.writeUInt32LE(crc, 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(size, 18);
    facts.writeUInt16LE(name.length, 22);
    const header = Buffer.concat([signature(0x04034b50), facts, name]);
    yield header;
    yield packed;
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    central.push(Buffer.concat([signature(0x02014b50), Buffer.from([20, 0]), facts, tail, name]));
    offset += header.length + packed.length;
  }
  const list = Buffer.concat(central);
  yield list;
  const end = Buffer.alloc(18);
  end.writeUInt16LE(parts.length, 4);
  end.writeUInt16LE(parts.length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  yield Buffer.concat([signature(0x06054b50), end]);
}

async function pack({ text, isStored }: Part): Promise<{ crc: number; size: number; packed: Buffer }> {
  let [crc, size] = [0, 0];
  async function* counted(): AsyncGenerator<Buffer> {
    for await (const piece of typeof text === "string" ? [text] : text) {
      const bytes = Buffer.from(piece);
      crc = crc32(bytes, crc);
      size += bytes.length;
      yield bytes;
    }
  }
  const plain = Readable.from(counted(), { objectMode: false });
  const packed: Buffer[] = [];
  const deflate = createDeflateRaw({ level: 6 });
  const source = isStored ? plain : plain.on("error", (error) => deflate.destroy(error)).pipe(deflate);
  for await (const chunk of source as AsyncIterable<Buffer>) packed.push(chunk);
  return { crc, size, packed: Buffer.concat(packed) };
}

function signature(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
