import { readFile } from "node:fs/promises";
import { importMinutes, type ImportRefusal } from "#app/commands/meetings/import-minutes.ts";
import { LONGEST_MINUTES, readMinutes } from "#app/domain/meetings/minutes-import/read-minutes.ts";
import { reportOf } from "#app/domain/meetings/minutes-import/report.ts";
import type { ImportedMinutes, Warning } from "#app/domain/meetings/minutes-import/types.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db } from "../client.ts";
import { actorOf } from "../queries/people.ts";
import { findSecretaryOf } from "../queries/bodies-for-import.ts";

/** Where the command writes and what it works with; tests bring their own. */
export interface ImportIo {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  /** opens the database only when something will be written */
  readonly open: () => Promise<{ readonly db: Db; readonly close: () => Promise<void> }>;
  readonly now: () => Instant;
  readonly newId: () => string;
}

const USAGE = "gebruik: ggi import minutes BESTAND.md --body SLUG [--dry-run] [--json] [--as E-MAIL]";

const REFUSALS = {
  "not-allowed": "wie importeert moet secretaris zijn van dit gremium",
  "text-missing": "het bestand is leeg",
  "too-long": `het bestand is langer dan ${LONGEST_MINUTES} tekens`,
  "day-missing": "er staat geen datum in de tekst en niet in de bestandsnaam",
  "already-imported": "deze tekst is al eerder geïmporteerd voor dit gremium",
} satisfies Record<ImportRefusal, string>;

/**
 * `ggi import minutes FILE.md --body SLUG [--dry-run] [--json]`: reads minutes and, without --dry-run, stores them as a concept
 * in the name of the secretaris. Returns the exit code: 0 done, 1 refused, 2 unusable arguments or file.
 */
export async function runImportMinutes(args: readonly string[], io: ImportIo): Promise<number> {
  if (args.includes("--help") || args.includes("-h")) {
    io.out(USAGE);
    io.out("Leest notulen in Markdown: aanwezigen, afmeldingen, besluiten en acties. Met --dry-run, of met --json zonder --body, wordt niets opgeslagen.");
    return 0;
  }
  const wanted = readArguments(args);
  if (wanted === null) return fail(io, USAGE);
  const text = await readFile(wanted.file, "utf8").catch((error: NodeJS.ErrnoException) => error);
  if (typeof text !== "string") return fail(io, `${wanted.file}: ${text.code === "ENOENT" ? "dit bestand bestaat niet" : text.code === "EISDIR" ? "dit is een map" : "dit bestand is niet te lezen"}`);
  if (text.includes("\u0000")) return fail(io, `${wanted.file}: dit is geen tekst`);
  if (text.length > LONGEST_MINUTES) return fail(io, `${wanted.file}: ${REFUSALS["too-long"]}`);

  const minutes = readMinutes(text, wanted.file);
  // Without a body nothing can be stored: then --json only reports what was read.
  if (wanted.isDryRun || (wanted.body === null && wanted.asJson)) {
    show(io, minutes, wanted.asJson, null);
    return 0;
  }
  if (wanted.body === null) return fail(io, USAGE);
  const { db, close } = await io.open();
  try {
    const secretary = await findSecretaryOf(db, wanted.body, io.now(), wanted.as);
    if (!secretary) return fail(io, `--body ${wanted.body}: dit gremium bestaat niet of heeft ${wanted.as === null ? "geen secretaris" : "deze secretaris niet"}`);
    const context = { db, now: io.now, newId: io.newId, actor: await actorOf(db, secretary.personId, io.now()) };
    const imported = await importMinutes(context, { bodyId: secretary.bodyId, text, path: wanted.file, title: `Vergadering ${secretary.bodyName}`, introduction: "Vooraf" });
    if (!imported.ok) {
      io.err(`${wanted.file}: ${REFUSALS[imported.refusal]}`);
      return 1;
    }
    show(io, minutes, wanted.asJson, imported.value.id);
    return 0;
  } finally {
    await close();
  }
}

function readArguments(args: readonly string[]) {
  const files: string[] = [];
  const options = new Map<string, string>();
  const flags = new Set<string>();
  for (let at = 0; at < args.length; at++) {
    const arg = args[at] ?? "";
    const [name = "", inline] = arg.split("=", 2);
    if (name === "--body" || name === "--as") {
      const value = inline ?? args[++at];
      if (value === undefined || value.startsWith("--")) return null;
      options.set(name, value);
    } else if (arg === "--dry-run" || arg === "--json") flags.add(arg);
    else if (arg.startsWith("-")) return null;
    else files.push(arg);
  }
  const [file] = files;
  if (file === undefined || files.length > 1) return null;
  return { file, body: options.get("--body") ?? null, as: options.get("--as") ?? null, isDryRun: flags.has("--dry-run"), asJson: flags.has("--json") };
}

function show(io: ImportIo, minutes: ImportedMinutes, asJson: boolean, meetingId: string | null): void {
  const report = reportOf(minutes);
  if (asJson) return io.out(JSON.stringify({ meetingId, ...report }, null, 2));
  io.out(`${minutes.title ?? "(geen titel)"} – ${minutes.day ?? "(geen datum)"}`);
  io.out(`aanwezig: ${report.attendance.length}, afwezig: ${report.absences.length}, agendapunten: ${report.items.length}`);
  io.out(`besluiten: ${report.decisions.length}, mogelijke besluiten: ${report.decisionCandidates.length}, acties: ${report.actions.length}`);
  for (const { statement } of report.decisions) io.out(`  besluit: ${statement}`);
  for (const { statement, from } of report.decisionCandidates) io.out(`  besluit? (regel ${from}): ${statement}`);
  for (const { statement, owners, dueText } of report.actions) io.out(`  actie: ${owners.length > 0 ? `${owners.join(", ")}: ` : ""}${statement}${dueText === null ? "" : ` (${dueText})`}`);
  io.out(`als tekst overgenomen: ${report.counts.leftAsText} van ${report.counts.lines} regels`);
  for (const warning of minutes.warnings) io.out(`let op: ${warningText(warning)}`);
  io.out(meetingId === null ? "proef: er is niets opgeslagen" : `opgeslagen als concept: /vergaderingen/${meetingId}`);
}

function warningText(warning: Warning): string {
  switch (warning.code) {
    case "no-date":
      return "geen datum gevonden";
    case "no-attendance":
      return "geen lijst met aanwezigen gevonden";
    case "no-headings":
      return "geen kopjes gevonden; alles staat in één agendapunt";
    case "dates-differ":
      return `de tekst en de bestandsnaam noemen verschillende dagen: ${warning.days.join(", ")}`;
    case "impossible-date":
      return `${warning.raw} is geen bestaande dag`;
    case "email":
      return `regel ${warning.line} bevat een e-mailadres`;
    case "invited-not-present":
      return `regel ${warning.line}: genodigden zijn niet als aanwezig geteld`;
  }
}

function fail(io: ImportIo, line: string): number {
  io.err(line);
  return 2;
}
