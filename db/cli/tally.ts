import { createReadStream } from "node:fs";
import { createHash } from "node:crypto";
import { FLAWS, parsePublished, type Flaw } from "#app/domain/voting/published-parser.ts";
import { recount, type Recount } from "#app/domain/voting/recount.ts";

/** Where a command line writes; tests bring their own. */
export interface Io {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
}

const USAGE = "gebruik: ggi tally BESTAND.json [--json]";

const FLAW_TEXT = {
  "not-an-object": "hier hoort een object te staan",
  "not-a-list": "hier hoort een lijst te staan",
  "not-text": "hier hoort tekst te staan",
  "not-a-whole-number": "hier hoort een geheel getal te staan dat exact te tellen is",
  "not-yes-or-no": "hier hoort true of false te staan",
  "unknown-format": "dit is geen uitslag in het formaat ggi-uitslag/1",
  "unknown-kind": "deze soort stemronde is niet bekend",
  "bad-rule": "met deze regel is geen uitslag te bepalen",
  duplicate: "dit staat er twee keer",
  "unknown-seat": "deze zetel staat niet in de lijst met zetels",
  "unknown-item": "dit onderdeel staat niet in de lijst met onderdelen",
  "unknown-choice": "deze keuze bestaat niet in deze soort ronde",
  "unknown-option": "deze mogelijkheid staat niet in de lijst van de ronde",
  "recused-seat": "deze zetel doet aan dit onderdeel niet mee",
  "weights-too-large": "de gewichten zijn samen te groot om exact te tellen",
  "presence-missing": "bij deze regel moet van elke zetel bekend zijn of hij aanwezig was",
} satisfies Record<Flaw, string>;

/**
 * `ggi tally FILE [--json]`: counts a published round again, without a database. Returns the exit code: 0 when all is as the file
 * says, 1 when a figure or outcome differs, 2 when the file cannot be used. Source: interfaces, "A published round".
 */
export async function runTally(args: readonly string[], io: Io): Promise<number> {
  const flags = args.filter((arg) => arg.startsWith("-"));
  const files = args.filter((arg) => !arg.startsWith("-"));
  if (flags.includes("--help") || flags.includes("-h")) {
    io.out(USAGE);
    io.out("Telt een gepubliceerde uitslag opnieuw. Eindigt met 0 als alles klopt, 1 als er iets verschilt, 2 als het bestand niet bruikbaar is.");
    return 0;
  }
  const [file] = files;
  if (file === undefined || files.length > 1 || flags.some((flag) => flag !== "--json")) return unusable(io, USAGE);

  const read = await readHashed(file);
  if (typeof read === "string") return unusable(io, `${file}: ${read}`);
  const parsed = parsePublished(read.value);
  if (!parsed.ok) return unusable(io, `${file}: ${sentenceFor(parsed.refusal)}`);
  return report(recount(parsed.value), read.hash, flags.includes("--json"), io);
}

function report(recounts: readonly Recount[], hash: string, asJson: boolean, io: Io): number {
  const wrong = recounts.filter(({ differences }) => differences.length > 0);
  if (asJson) io.out(JSON.stringify(recounts.map(({ id, count }) => (count ? { id, ...count } : { id, tally: null, outcome: null })), null, 2));
  else {
    for (const one of recounts) io.out(lineFor(one));
    io.out(`SHA-256 van dit bestand: ${hash}`);
  }
  if (wrong.length === 0) return 0;
  io.err(`de telling klopt niet: ${wrong.map(({ id, differences }) => `${id} (${differences.join(", ")})`).join("; ")}`);
  return 1;
}

function lineFor({ id, count, differences }: Recount): string {
  if (count === null) return `${id}: niet na te tellen`;
  const { tally, outcome, support, result } = count;
  const figures = Object.entries({ ...support, ...tally }).map(([name, value]) => `${name} ${String(value ?? "–")}`);
  const ending = outcome ?? (result ? result.order.map((place) => place.join(" = ")).join(" > ") : "peiling");
  return `${id}: ${ending} (${figures.join(", ")}) ${differences.length === 0 ? "klopt" : `verschilt: ${differences.join(", ")}`}`;
}

/** `items[0].ballots[3].seat unknown-seat` becomes the place and a sentence. */
function sentenceFor(refusal: string): string {
  const cut = refusal.lastIndexOf(" ");
  const flaw = FLAWS.find((known) => known === refusal.slice(cut + 1));
  return `${refusal.slice(0, cut)}: ${flaw ? FLAW_TEXT[flaw] : refusal}`;
}

async function readHashed(file: string): Promise<{ value: unknown; hash: string } | string> {
  const hash = createHash("sha256");
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of createReadStream(file)) {
      hash.update(chunk as Buffer);
      chunks.push(chunk as Buffer);
    }
  } catch (error) {
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    return code === "ENOENT" ? "dit bestand bestaat niet" : code === "EISDIR" ? "dit is een map" : "dit bestand is niet te lezen";
  }
  try {
    return { value: JSON.parse(Buffer.concat(chunks).toString("utf8")), hash: hash.digest("hex") };
  } catch {
    return "dit is geen geldige JSON";
  }
}

function unusable(io: Io, line: string): number {
  io.err(line);
  return 2;
}
