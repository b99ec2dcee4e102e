import type { ProposalKind, ProposalState } from "#app/domain/proposals/proposal.ts";
import { kindText, stateText } from "./proposals.ts";
import { TEXT_COLUMNS, TLP_COLUMN, type Column, type FiledText } from "./requirement-columns.ts";

interface Exported extends FiledText {
  readonly number: string;
  readonly kind: ProposalKind;
  readonly state: ProposalState;
  readonly bodyName: string;
  readonly version: number;
  readonly why: string;
  readonly authorName: string;
  readonly versionAt: string;
  readonly updatedAt: string;
}

/** The columns of a downloaded list; an import recognises each heading. */
const COLUMNS: readonly Column<Exported>[] = [
  { head: "Nummer", width: 12, cell: ({ number }) => number },
  { head: "Versie", width: 8, cell: ({ version }) => version },
  { head: "Soort", width: 10, cell: ({ kind }) => kindText[kind] },
  { head: "Stand", width: 18, cell: ({ state }) => stateText[state] },
  { head: "Gremium", width: 26, cell: ({ bodyName }) => bodyName },
  ...TEXT_COLUMNS,
  TLP_COLUMN,
  { head: "Reden van deze versie", width: 30, cell: ({ why }) => why },
  { head: "Geschreven door", width: 24, cell: ({ authorName }) => authorName },
  { head: "Datum van deze versie", width: 14, cell: ({ versionAt }) => DAY.format(new Date(versionAt)) },
  { head: "Gewijzigd", width: 14, cell: ({ updatedAt }) => DAY.format(new Date(updatedAt)) },
];

/** 2026-11-25: a spreadsheet sorts it, and it is the Dutch day. */
const DAY = new Intl.DateTimeFormat("sv-SE", { timeZone: "Europe/Amsterdam", dateStyle: "short" });

export const proposalFileText = { sheet: "Voorstellen", name: "voorstellen", head: COLUMNS.map(({ head }) => head), widths: COLUMNS.map(({ width }) => width) };

export const proposalCells = (proposal: Exported): (string | number | null)[] => COLUMNS.map(({ cell }) => cell(proposal));
