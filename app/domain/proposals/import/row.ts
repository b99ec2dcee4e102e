import type { Tlp } from "../../access/visibility.ts";
import type { FieldProblem } from "../../shared/field-problem.ts";
import { textProblems, type Moscow, type ProposalKind, type ProposalText } from "../proposal.ts";
import type { ImportField, Mapping } from "./columns.ts";
import { kindOf, moscowOf, partsOf, tlpOf, wordKey } from "./words.ts";

/** A row of a file: clean texts, with the columns that held a formula or signs that nobody can read. */
export interface ImportRow {
  readonly place: number;
  readonly cells: readonly string[];
  readonly formulas: readonly number[];
  readonly broken: readonly number[];
}

/** What counts where the file says nothing. */
export interface ImportDefaults {
  readonly kind: ProposalKind;
  readonly moscow: Moscow;
  readonly weight: number | null;
  readonly tlp: Tlp;
}

/** What the portal knows: by `wordKey` of a slug, a number or a name, the slug or number itself. */
export interface KnownWords {
  readonly components: ReadonlyMap<string, string>;
  readonly needs: ReadonlyMap<string, string>;
  readonly policyAreas: ReadonlyMap<string, string>;
  /** the kinds that this body drafts */
  readonly kinds: readonly ProposalKind[];
}

export const ROW_PROBLEMS = ["formula", "broken-text", "unknown-kind", "kind-of-other-body", "unknown-moscow", "unknown-tlp", "unknown-component", "unknown-need", "unknown-area", "extra-cells", "too-many"] as const;
export type RowProblemCode = (typeof ROW_PROBLEMS)[number] | FieldProblem;

/** What is wrong in a row; `field` is null when it is about the whole row, `word` is what the file says. */
export interface RowProblem {
  readonly field: ImportField | null;
  readonly code: RowProblemCode;
  readonly word?: string | undefined;
}

export interface ImportedProposal extends ProposalText {
  readonly kind: ProposalKind;
  readonly tlp: Tlp;
  readonly components: readonly string[];
  readonly needs: readonly string[];
  readonly policyAreas: readonly string[];
  readonly controls: readonly string[];
  /** the number that the row has elsewhere, or "" */
  readonly original: string;
}

const MOST_CONTROLS = 2_000;

/** A row as the proposal that it becomes, with everything that is wrong with it; without problems it can be drafted as it is. */
export function readImportRow(row: ImportRow, mapping: Mapping, defaults: ImportDefaults, known: KnownWords): { proposal: ImportedProposal; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  const complain = (field: ImportField | null, code: RowProblemCode, word?: string) => void problems.push({ field, code, word: word?.slice(0, 60) });
  const raw = (field: ImportField): string => row.cells[mapping.indexOf(field)] ?? "";
  const text = (field: ImportField): string => (mapping.includes(field) ? raw(field).trim() : "");
  const oneOf = <Value>(field: ImportField, read: (word: string) => Value | null, otherwise: Value, code: RowProblemCode): Value => {
    const value = text(field) === "" ? otherwise : read(text(field));
    if (value === null) complain(field, code, text(field));
    return value ?? otherwise;
  };
  const list = (field: ImportField, words: ReadonlyMap<string, string>, code: RowProblemCode): string[] => {
    const parts = mapping.includes(field) ? partsOf(raw(field), /[;|,]/) : [];
    for (const part of parts) if (!words.has(wordKey(part))) complain(field, code, part);
    return [...new Set(parts.flatMap((part) => words.get(wordKey(part)) ?? []))];
  };

  for (const [column, field] of mapping.entries()) {
    if (field === null) continue;
    if (row.formulas.includes(column)) complain(field, "formula");
    if (row.broken.includes(column)) complain(field, "broken-text");
  }
  if (row.cells.length > mapping.length) complain(null, "extra-cells");
  const kind = oneOf("kind", kindOf, defaults.kind, "unknown-kind");
  if (!known.kinds.includes(kind)) complain("kind", "kind-of-other-body", kind);
  const controls = mapping.includes("controls") ? partsOf(raw("controls"), /[;|]/) : [];
  if (controls.join("\n").length > MOST_CONTROLS) complain("controls", "too-long");

  const proposal: ImportedProposal = {
    ...{ title: text("title").replace(/\s*\n\s*/g, " "), statement: text("statement"), rationale: text("rationale"), acceptance: text("acceptance"), source: text("source").replace(/\s*\n\s*/g, " ") },
    kind,
    tlp: oneOf("tlp", tlpOf, defaults.tlp, "unknown-tlp"),
    moscow: oneOf("moscow", moscowOf, defaults.moscow, "unknown-moscow"),
    weight: kind === "wens" ? weightOf(text("weight"), defaults.weight) : null,
    components: list("components", known.components, "unknown-component"),
    needs: list("needs", known.needs, "unknown-need"),
    policyAreas: list("policyAreas", known.policyAreas, "unknown-area"),
    controls,
    original: text("original").slice(0, 100),
  };
  for (const [field, problem] of Object.entries(textProblems(kind, proposal))) complain(field as ImportField, problem);
  return { proposal, problems };
}

/** A text that is no whole number stays a problem: NaN is no weight. */
const weightOf = (text: string, otherwise: number | null): number | null => (text === "" ? otherwise : /^\d{1,3}$/.test(text) ? Number(text) : Number.NaN);
