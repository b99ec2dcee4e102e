import { readFileSync } from "node:fs";
import { chainFaultText as FAULTS } from "#app/text/audit.ts";
import { UnusableDatabase, type Db } from "../client.ts";
import { verifyRows, type RowCheck, type RowFault } from "../queries/audit-rows.ts";
import { lostAnchors, verifyLog, type Anchor } from "../queries/audit-verify.ts";

const NAMES = { round: "stemronde", ballot: "stem", version: "versie", proxy: "volmacht", requirement_set: "programma van eisen" } satisfies Record<RowFault["kind"], string>;

const ROW_FAULTS = {
  "row-changed": "de gegevens zijn anders dan het logboek zegt",
  "row-missing": "staat in het logboek, maar de gegevens zijn weg",
  "not-in-log": "staat niet in het logboek",
  "cast-outside-round": "is uitgebracht toen de ronde niet open was",
  "fingerprint-differs": "de zetels, teksten of regels zijn anders dan bij het openen",
  "count-differs": "de uitslag is anders dan de telling van de stemmen",
  "text-changed": "de tekst is anders dan haar controlegetal",
} satisfies Record<RowFault["fault"], string>;

const USAGE = `gebruik: ggi audit verify [--anchors BESTAND] [--json]
  rekent het hele logboek na en houdt rondes, stemmen, versies en volmachten ertegen: 0 is heel, 1 is veranderd, 2 is niet te lezen
  BESTAND heeft per regel een controlegetal uit een mail, notulen of uitslag: GREMIUM NUMMER CONTROLEGETAL`;

interface Io {
  readonly out: (line: string) => void;
  readonly err: (line: string) => void;
  readonly open: () => Promise<Db>;
}

/** `ggi audit verify`: 0 whole, 1 broken with the first bad record, 2 when the database or the anchors cannot be read. */
export async function runAuditVerify(args: readonly string[], { out, err, open }: Io): Promise<number> {
  if (args.includes("--help")) {
    out(USAGE);
    return 0;
  }
  const anchors = anchorsIn(args);
  if (typeof anchors === "string") {
    err(anchors);
    return 2;
  }
  try {
    const db = await open();
    const log = await verifyLog(db);
    const rows = log.broken === null ? await verifyRows(db) : null;
    const lost = await lostAnchors(db, anchors);
    return report({ out, err }, args.includes("--json"), { log, rows, lost, anchors: anchors.length });
  } catch (error) {
    if (error instanceof UnusableDatabase) err(error.message);
    else err(`Het logboek is niet te lezen: ${error instanceof Error ? (error.message.split("\n")[0] ?? "") : String(error)}`);
    return 2;
  }
}

interface Findings {
  readonly log: Awaited<ReturnType<typeof verifyLog>>;
  readonly rows: RowCheck | null;
  readonly lost: readonly Anchor[];
  readonly anchors: number;
}

function report({ out, err }: Pick<Io, "out" | "err">, asJson: boolean, { log, rows, lost, anchors }: Findings): number {
  const isWhole = log.broken === null && rows?.broken === null && lost.length === 0;
  if (asJson) out(JSON.stringify({ ...log, rows, anchors, lost }));
  else if (isWhole && rows) {
    out(`Het logboek is heel: ${log.records} regels in ${log.chains} ketens.`);
    const sets = rows.sets === 0 ? "" : `, ${rows.sets} bevroren programma's van eisen`;
    out(`Alles klopt met het logboek: ${rows.rounds} rondes, ${rows.ballots} stemmen, ${rows.versions} versies, ${rows.proxies} volmachten${sets}.`);
    if (log.setBacks > 0) out(`De klok stond ${log.setBacks === 1 ? "een keer" : `${log.setBacks} keer`} terug. Het logboek bleef vooruitgaan en zegt erbij wanneer dat was.`);
    if (anchors > 0) out(`Alle ${anchors} controlegetallen staan nog in het logboek.`);
  }
  if (log.broken !== null) err(`Het logboek is niet heel: keten ${log.broken.chain}, regel ${log.broken.sequence}: ${FAULTS[log.broken.fault]}.`);
  if (rows?.broken) err(`Niet alles klopt met het logboek: ${NAMES[rows.broken.kind]} ${rows.broken.id}: ${ROW_FAULTS[rows.broken.fault]}.`);
  for (const { chain, sequence } of lost) err(`Het controlegetal van ${chain}, regel ${sequence}, staat niet meer in het logboek.`);
  return isWhole ? 0 : 1;
}

/** The anchors of the file that was named, or the line that says what is wrong with it. */
function anchorsIn(args: readonly string[]): Anchor[] | string {
  const place = args.indexOf("--anchors");
  if (place === -1) return [];
  const file = args[place + 1];
  if (file === undefined || file.startsWith("--")) return "Noem na --anchors het bestand met de controlegetallen.";
  let text: string;
  try {
    text = readFileSync(file, "utf8");
  } catch {
    return `Het bestand ${file} is niet te lezen.`;
  }
  const anchors: Anchor[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.startsWith("#")) continue;
    const [, chain, sequence, hash] = /^\s*(\S+)\s+(\d{1,15})\s+([0-9a-f]{64})\s*$/.exec(line) ?? [];
    if (chain === undefined || sequence === undefined || hash === undefined) return `Regel ${index + 1} van ${file} is geen controlegetal. Verwacht: GREMIUM NUMMER CONTROLEGETAL.`;
    anchors.push({ chain, sequence: Number(sequence), hash });
  }
  return anchors;
}
