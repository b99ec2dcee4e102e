import { cellOf } from "#app/domain/proposals/import/words.ts";
import { MOSCOW } from "#app/domain/proposals/proposal.ts";
import { TLP, type Tlp } from "#app/domain/access/visibility.ts";
import type { RequirementKind } from "#app/domain/requirement-sets/requirement-set.ts";
import { date } from "./format.ts";
import { kindText, moscowText, tlpText } from "./proposals.ts";
import { TEXT_COLUMNS, TLP_COLUMN, type Column, type FiledText } from "./requirement-columns.ts";

/** A requirement as a file holds it. */
export interface FiledRequirement extends FiledText {
  readonly at: string;
  readonly chapter: string;
  readonly proposal: string;
  readonly version: number;
  readonly kind: RequirementKind;
  readonly decisions: readonly string[];
}

const COLUMNS: readonly Column<FiledRequirement>[] = [
  { head: "Eis", width: 9, cell: ({ at }) => at },
  { head: "Hoofdstuk", width: 24, cell: ({ chapter }) => chapter },
  { head: "Nummer", width: 12, cell: ({ proposal }) => proposal },
  { head: "Versie", width: 8, cell: ({ version }) => version },
  { head: "Soort", width: 8, cell: ({ kind }) => kindText[kind] },
  ...TEXT_COLUMNS,
  { head: "Besluiten", width: 18, cell: ({ decisions }) => decisions.join(", ") },
  TLP_COLUMN,
];

const headOf = (columns: readonly Column<FiledRequirement>[]) => ({ head: columns.map(({ head }) => head), widths: columns.map(({ width }) => width) });

export const setTableText = headOf(COLUMNS);
export const setCells = (requirement: FiledRequirement): (string | number | null)[] => COLUMNS.map(({ cell }) => cell(requirement));

/** What a supplier may say of a requirement; the cell takes no other word. */
export const CONFORMITY = ["ja", "deels", "nee"] as const;

const ASKED: readonly Column<FiledRequirement>[] = ["Eis", "Nummer", "Soort", "Gewicht", "Titel", "Tekst", "Toetsing"].flatMap((head) => COLUMNS.filter((column) => column.head === head));
const ANSWERED: readonly Column<FiledRequirement>[] = [
  { head: "Voldoet u? (ja, deels, nee)", width: 16, cell: () => null },
  { head: "Bewijs (document en bladzijde)", width: 36, cell: () => null },
  { head: "Toelichting", width: 48, cell: () => null },
];

export const answerSheetText = {
  ...headOf([...ASKED, ...ANSWERED]),
  answers: { columns: ANSWERED.map((_, index) => ASKED.length + index), choices: [{ column: ASKED.length, words: CONFORMITY, refused: "Kies ja, deels of nee." }] },
};
export const answerCells = (requirement: FiledRequirement): (string | number | null)[] => [...ASKED, ...ANSWERED].map(({ cell }) => cell(requirement));

/** The columns of a ReqIF file, by the names that an import recognises; the first three have the names of the ReqIF Implementation Guide. */
export const REQIF_ATTRIBUTES = [
  { key: "number", name: "ReqIF.ForeignID", kind: "text" },
  { key: "title", name: "ReqIF.Name", kind: "xhtml" },
  { key: "text", name: "ReqIF.Text", kind: "xhtml" },
  { key: "at", name: "Eisnummer in het programma", kind: "text" },
  { key: "version", name: "Versie van het voorstel", kind: "number" },
  { key: "rationale", name: "Motivering", kind: "xhtml" },
  { key: "acceptance", name: "Toetsing", kind: "xhtml" },
  { key: "source", name: "Bron", kind: "text" },
  { key: "kind", name: "Soort", kind: "choice", words: [kindText.eis, kindText.wens] },
  { key: "moscow", name: "Belang", kind: "choice", words: MOSCOW.map((one) => moscowText[one]) },
  { key: "weight", name: "Gewicht", kind: "number" },
  { key: "components", name: "Onderdelen", kind: "text" },
  { key: "needs", name: "Behoeften", kind: "text" },
  { key: "policyAreas", name: "Beleidsvelden", kind: "text" },
  { key: "controls", name: "Maatregelen", kind: "text" },
  { key: "tlp", name: "Vertrouwelijkheid", kind: "choice", words: TLP },
] as const;

export const reqifValues = (one: FiledRequirement): Readonly<Record<string, string | number | null>> => ({
  ...{ number: one.proposal, title: one.title, text: one.statement, at: one.at, version: one.version, rationale: one.rationale, acceptance: one.acceptance, source: one.source },
  ...{ kind: kindText[one.kind], moscow: moscowText[one.moscow], weight: one.weight, components: cellOf(one.components), needs: cellOf(one.needs), policyAreas: cellOf(one.policyAreas), controls: cellOf(one.controls), tlp: one.tlp },
});

export const setFileText = {
  sheet: "Programma van eisen",
  answerSheet: "Antwoordblad",
  tool: "GGI-portaal",
  page: ["bladzijde", "van"] as const,
  subtitle: (component: string, lot: string, version: number, frozenAt: string | null) => [component, lot, `versie ${version}`, frozenAt === null ? "concept" : `bevroren op ${date(frozenAt)}`].filter((part) => part !== "").join(" · "),
  /** the same words on top of every page and in the header of every file */
  label: (tlp: Tlp, isFrozen: boolean, hidden = 0) => `${tlpText[tlp]}${isFrozen ? "" : " · concept"}${hidden === 0 ? "" : hidden === 1 ? " · zonder 1 vertrouwelijke eis" : ` · zonder ${hidden} vertrouwelijke eisen`}`,
  fingerprint: (fingerprint: string, hidden = 0) => `Vingerafdruk (SHA-256)${hidden === 0 ? "" : " van het hele programma, met wat hier niet staat"}: ${fingerprint}`,
  kindAndWeight: (kind: RequirementKind, weight: number | null) => `${kindText[kind]}${weight === null ? "" : `, gewicht ${weight}`}`,
  facts: { proposal: "Voorstel", kind: "Soort", source: "Bron", controls: "Maatregelen", decisions: "Besluiten" },
  proposalVersion: (proposal: string, version: number) => `${proposal}, versie ${version}`,
  acceptance: "Toetsing",
  rationale: "Motivering",
  fileName: (slug: string, version: number, tlp: Tlp, isFrozen: boolean, isPartial = false) => `${slug}-versie-${version}${isFrozen ? "" : "-concept"}${isPartial ? "-onvolledig" : ""}-TLP-${tlp}`,
  answerName: (name: string) => `${name}-antwoordblad`,
};
