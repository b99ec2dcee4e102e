import type { CommandContext } from "#app/commands/context.ts";
import { strictest, type Tlp } from "#app/domain/access/visibility.ts";
import { ODT, odtPieces, type OdtPart } from "#app/platform/export/odt/document.ts";
import { PDF, pdfDocument } from "#app/platform/export/pdf/document.ts";
import { REQIF, reqifPieces, type ReqifNode } from "#app/platform/export/reqif/writer.ts";
import type { Cell } from "#app/platform/export/table.ts";
import { download, tableFile, TABLE_FORMATS } from "#app/platform/export/write-table.ts";
import { answerCells, answerSheetText, REQIF_ATTRIBUTES, reqifValues, setCells, setFileText, setTableText, type FiledRequirement } from "#app/text/requirement-set-file.ts";
import { setText } from "#app/text/requirement-sets.ts";
import { findOutline, type Outline } from "#db/queries/requirement-outlines.ts";
import type { Edition } from "#db/queries/requirement-sets.ts";
import { filedLines, filedRequirements } from "./filed-lines.ts";

export const SET_FORMATS = ["odt", "pdf", "xlsx", "ods", "csv", "reqif", "antwoordblad"] as const;
export type SetFormat = (typeof SET_FORMATS)[number];

/** An edition as a file, with its label on every page and in its name. It leaves the server while it is still being read, but for a PDF, which is drawn first. */
export async function setFile(context: CommandContext, edition: Edition, format: SetFormat): Promise<Response> {
  const shown = shownOf(edition, await findOutline(context.db, context.actor, edition.id));
  const name = setFileText.fileName(edition.slug, edition.version, shown.tlp, edition.frozen !== null, shown.hidden > 0);
  if (format === "odt") return download(`${name}.odt`, ODT, odtPieces(documentOf(context, edition, shown)));
  if (format === "pdf") return download(`${name}.pdf`, PDF, whole(await pdfDocument(documentOf(context, edition, shown))));
  if (format === "reqif") return download(`${name}.reqif`, REQIF, reqifPieces(specificationOf(context, edition, shown)));
  const label = words(edition, shown);
  if (format === "antwoordblad") {
    return tableFile("xlsx", setFileText.answerName(name), { sheet: setFileText.answerSheet, ...answerSheetText, label, rows: cellsOf(context, edition, answerCells) });
  }
  const table = TABLE_FORMATS.find((one) => one === format) ?? "csv";
  return tableFile(table, name, { sheet: setFileText.sheet, ...setTableText, label, rows: cellsOf(context, edition, setCells) });
}

async function* whole(bytes: Uint8Array): AsyncGenerator<Uint8Array> {
  yield bytes;
}

/** What of an edition this reader gets: its label, and how many requirements are left out. */
export interface Shown {
  readonly tlp: Tlp;
  readonly hidden: number;
}

/** As strict as the strictest requirement that it shows; a label that was stricter at the moment of freezing keeps counting. Source: domain, Proposals. */
export const shownOf = ({ tlp, frozen }: Edition, { lines, hidden }: Outline): Shown => ({
  tlp: strictest([tlp, frozen?.tlp ?? tlp, ...lines.flatMap((line) => (line.kind === "requirement" ? [line.requirement.tlp] : []))]),
  hidden,
});
const words = (edition: Edition, { tlp, hidden }: Shown): string => setFileText.label(tlp, edition.frozen !== null, hidden);

async function* cellsOf(context: CommandContext, edition: Edition, cells: (requirement: FiledRequirement) => Cell[]): AsyncGenerator<Cell[]> {
  for await (const requirement of filedRequirements(context, edition)) yield cells(requirement);
}

export const documentOf = (context: CommandContext, edition: Edition, shown: Shown) => ({
  title: edition.title,
  subtitle: setFileText.subtitle(edition.component.name, edition.lot, edition.version, edition.frozen?.at ?? null),
  label: words(edition, shown),
  author: edition.body.name,
  createdAt: edition.frozen?.at ?? edition.updatedAt,
  page: setFileText.page,
  parts: partsOf(context, edition, shown),
});

async function* partsOf(context: CommandContext, edition: Edition, { hidden }: Shown): AsyncGenerator<OdtPart> {
  if (hidden > 0) yield { kind: "paragraph", text: setText.hidden(hidden) };
  if (edition.intro !== "") yield { kind: "markdown", source: edition.intro };
  for await (const line of filedLines(context, edition)) {
    if (line.kind === "chapter") {
      yield { kind: "heading", level: line.depth, text: `${line.number} ${line.chapter.title}` };
      if (line.chapter.intro !== "") yield { kind: "markdown", source: line.chapter.intro, deeper: line.depth };
      continue;
    }
    const { at, title, statement, rationale, acceptance, source, controls, decisions, proposal, version, kind, weight } = line.requirement;
    const { facts } = setFileText;
    const row = (term: string, value: string): readonly (readonly [string, string])[] => (value === "" ? [] : [[term, value]]);
    const deeper = line.depth + 1;
    yield { kind: "heading", level: deeper, text: `${at} ${title}` };
    yield { kind: "fields", rows: [[facts.proposal, setFileText.proposalVersion(proposal, version)], [facts.kind, setFileText.kindAndWeight(kind, weight)]] };
    yield { kind: "markdown", source: statement, deeper };
    for (const [heading, text] of [[setFileText.acceptance, acceptance], [setFileText.rationale, rationale]] as const) {
      if (text === "") continue;
      yield { kind: "fields", rows: [[heading, ""]] };
      yield { kind: "markdown", source: text, deeper };
    }
    yield { kind: "fields", rows: [...row(facts.source, source), ...row(facts.controls, controls.join(", ")), ...row(facts.decisions, decisions.join(", "))] };
  }
  if (edition.frozen !== null) yield { kind: "paragraph", text: setFileText.fingerprint(edition.frozen.fingerprint, hidden) };
}

export const specificationOf = (context: CommandContext, edition: Edition, shown: Shown) => ({
  id: edition.id,
  title: edition.title,
  comment: [words(edition, shown), ...(shown.hidden > 0 ? [setText.hidden(shown.hidden)] : []), setFileText.subtitle(edition.component.name, edition.lot, edition.version, edition.frozen?.at ?? null), ...(edition.frozen === null ? [] : [setFileText.fingerprint(edition.frozen.fingerprint, shown.hidden)])].join("\n"),
  createdAt: edition.frozen?.at ?? edition.updatedAt,
  tool: setFileText.tool,
  attributes: REQIF_ATTRIBUTES,
  nodes: nodesOf(context, edition),
});

async function* nodesOf(context: CommandContext, edition: Edition): AsyncGenerator<ReqifNode> {
  for await (const line of filedLines(context, edition)) {
    if (line.kind === "chapter") yield { id: line.chapter.id, depth: line.depth - 1, kind: "heading", name: `${line.number} ${line.chapter.title}`, values: { text: line.chapter.intro } };
    else yield { id: line.id, depth: line.depth, kind: "requirement", name: `${line.requirement.at} ${line.requirement.title}`, values: reqifValues(line.requirement) };
  }
}
