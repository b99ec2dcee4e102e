import type { Tlp } from "#app/domain/access/visibility.ts";
import { cellOf } from "#app/domain/proposals/import/words.ts";
import type { ProposalText } from "#app/domain/proposals/proposal.ts";
import { moscowText } from "./proposals.ts";

/** What a file says of the text of a requirement: names instead of slugs. */
export interface FiledText extends Omit<ProposalText, "weight"> {
  readonly weight: number | null;
  readonly tlp: Tlp;
  readonly components: readonly string[];
  readonly needs: readonly string[];
  readonly policyAreas: readonly string[];
  readonly controls: readonly string[];
}

/** A column of a file; the width is in characters, for a spreadsheet. */
export interface Column<Filed> {
  readonly head: string;
  readonly width: number;
  readonly cell: (filed: Filed) => string | number | null;
}

/** The text with all its fields, in every file under the same headings: an import recognises each. */
export const TEXT_COLUMNS: readonly Column<FiledText>[] = [
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
];

export const TLP_COLUMN: Column<FiledText> = { head: "Vertrouwelijkheid", width: 16, cell: ({ tlp }) => tlp };
