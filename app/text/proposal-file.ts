import { cellOf } from "#app/domain/proposals/import/words.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import type { ProposalKind, ProposalState, ProposalText } from "#app/domain/proposals/proposal.ts";
import { kindText, moscowText, stateText } from "./proposals.ts";

interface Exported extends ProposalText {
  readonly number: string;
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  readonly bodyName: string;
  readonly version: number;
  readonly tlp: Tlp;
  readonly components: readonly string[];
  readonly needs: readonly string[];
  readonly policyAreas: readonly string[];
  readonly controls: readonly string[];
  readonly why: string;
  readonly authorName: string;
  readonly versionAt: string;
  readonly updatedAt: string;
}

/** The columns of a downloaded list; an import recognises each heading. Widths in characters, for a spreadsheet. */
const COLUMNS: readonly { readonly head: string; readonly width: number; readonly cell: (proposal: Exported) => string | number | null }[] = [
  { head: "Nummer", width: 12, cell: ({ number }) => number },
  { head: "Versie", width: 8, cell: ({ version }) => version },
  { head: "Soort", width: 10, cell: ({ kind }) => kindText[kind] },
  { head: "Stand", width: 18, cell: ({ state }) => stateText[state] },
  { head: "Gremium", width: 26, cell: ({ bodyName }) => bodyName },
  { head: "Titel", width: 40, cell: ({ title }) => title },
  { head: "Tekst", width: 60, cell: ({ statement }) => statement },
  { head: "Motivering", width: 40, cell: ({ rationale }) => rationale },
  { head: "Toetsing", width: 40, cell: ({ acceptance }) => acceptance },
  { head: "Bron", width: 24, cell: ({ source }) => source },
  { head: "Belang", width: 14, cell: ({ moscow }) => moscowText[moscow] },
  { head: "Gewicht", width: 10, cell: ({ weight }) => weight },
  { head: "Onderdelen", width: 18, cell: ({ components }) => cellOf(components) },
  { head: "Behoeften", width: 14, cell: ({ needs }) => cellOf(needs) },
  { head: "Beleidsvelden", width: 24, cell: ({ policyAreas }) => cellOf(policyAreas) },
  { head: "Maatregelen", width: 20, cell: ({ controls }) => cellOf(controls) },
  { head: "Vertrouwelijkheid", width: 16, cell: ({ tlp }) => tlp },
  { head: "Reden van deze versie", width: 30, cell: ({ why }) => why },
  { head: "Geschreven door", width: 24, cell: ({ authorName }) => authorName },
  { head: "Datum van deze versie", width: 14, cell: ({ versionAt }) => DAY.format(new Date(versionAt)) },
  { head: "Gewijzigd", width: 14, cell: ({ updatedAt }) => DAY.format(new Date(updatedAt)) },
];

/** 2026-11-25: a spreadsheet sorts it, and it is the Dutch day. */
const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short" });

export const proposalFileText = { sheet: "Voorstellen", name: "voorstellen", head: COLUMNS.map(({ head }) => head), widths: COLUMNS.map(({ width }) => width) };

export const proposalCells = (proposal: Exported): (string | number | null)[] => COLUMNS.map(({ cell }) => cell(proposal));
