import { writeFile } from "node:fs/promises";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import type { ReadableStream } from "node:stream/web";
import { SET_FORMATS, setFile, type SetFormat } from "../../app/routes/requirement-sets/set-files.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import { findSecretaryOf } from "../queries/bodies-for-import.ts";
import { actorOf } from "../queries/people.ts";
import { listAllFrozen } from "../queries/requirement-sets.ts";
import type { DatabaseIo } from "./io.ts";

const HELP = `gebruik: ggi export set WOORD [--format ${SET_FORMATS.join("|")}] [--version N] [--out BESTAND] [--json]
  schrijft een bevroren programma van eisen als bestand, met wat de secretaris van het gremium mag lezen
  het WOORD staat in het adres: /programma-van-eisen/WOORD; zonder --version de nieuwste bevroren versie`;

interface Wanted {
  readonly slug: string;
  readonly format: SetFormat;
  readonly version: number | null;
  readonly out: string | null;
  readonly asJson: boolean;
}

/** `ggi export set SLUG`: 0 written, 1 there is no such frozen edition, 2 misunderstood. */
export async function runExportSet(args: readonly string[], io: DatabaseIo & { now(): Instant; newId(): string }): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    io.out(HELP);
    return 0;
  }
  const wanted = readArguments(args);
  if (wanted === null) {
    io.err("Noem één programma en een soort bestand: npm run ggi -- export set WOORD --format reqif");
    return 2;
  }
  const db = await io.open();
  const own = (await listAllFrozen(db)).filter(({ slug, version }) => slug === wanted.slug && (wanted.version === null || version === wanted.version));
  const edition = own.sort((a, b) => b.version - a.version)[0];
  const secretary = edition ? await findSecretaryOf(db, edition.body.slug, io.now(), null) : null;
  if (!edition || !secretary) {
    io.err(edition ? "Het gremium heeft geen secretaris." : "Dit programma van eisen is er niet, of deze versie is niet bevroren.");
    return 1;
  }
  const answer = await setFile({ db, now: io.now, newId: io.newId, actor: await actorOf(db, secretary.personId, io.now()) }, edition, wanted.format);
  const file = wanted.out ?? /filename="([^"]+)"/.exec(answer.headers.get("Content-Disposition") ?? "")?.[1] ?? `${edition.slug}.${wanted.format}`;
  await writeFile(file, Readable.fromWeb(answer.body as ReadableStream<Uint8Array>));
  io.out(wanted.asJson ? JSON.stringify({ file, slug: edition.slug, version: edition.version, fingerprint: edition.frozen?.fingerprint }) : `${edition.title}, versie ${edition.version}: ${file}`);
  return 0;
}

function readArguments(args: readonly string[]): Wanted | null {
  try {
    const text = { type: "string" } as const;
    const { values, positionals } = parseArgs({ args: [...args], allowPositionals: true, options: { format: text, version: text, out: text, json: { type: "boolean", default: false } } });
    const [slug] = positionals;
    const format = SET_FORMATS.find((one) => one === (values.format ?? "odt"));
    const version = values.version === undefined ? null : Number(values.version);
    if (slug === undefined || positionals.length > 1 || format === undefined || (version !== null && !(Number.isInteger(version) && version > 0))) return null;
    return { slug, format, version, out: values.out ?? null, asJson: values.json };
  } catch {
    return null;
  }
}
