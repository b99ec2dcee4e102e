import { kindOf, moscowOf, tlpOf, wordKey } from "./words.ts";

export const IMPORT_FIELDS = [
  ...["title", "statement", "rationale", "acceptance", "source", "kind", "moscow", "weight"],
  ...["components", "needs", "policyAreas", "controls", "tlp", "original"],
] as const satisfies readonly string[];

/** What a column of a file can become; `original` is the number that the row has elsewhere. */
export type ImportField = "title" | "statement" | "rationale" | "acceptance" | "source" | "kind" | "moscow" | "weight" | "components" | "needs" | "policyAreas" | "controls" | "tlp" | "original";

/** Per column of the file what it becomes, or null: left out. */
export type Mapping = readonly (ImportField | null)[];

/** Headings that people use, best first; also those of the portal's own files. */
const HEADINGS: Readonly<Record<ImportField, readonly string[]>> = {
  title: ["titel", "title", "naam", "name", "kop", "onderwerp", "korte omschrijving", "summary", "eis titel"],
  statement: ["tekst", "text", "statement", "eis", "requirement", "omschrijving", "beschrijving", "description", "eistekst", "eis tekst", "requirement text", "wens", "voorschrift", "norm tekst"],
  rationale: ["motivering", "rationale", "toelichting", "waarom", "reden", "argumentatie", "onderbouwing", "justification", "explanation"],
  acceptance: ["toetsing", "acceptatiecriterium", "acceptatiecriteria", "acceptance", "acceptance criterion", "acceptance criteria", "fit criterion", "verificatie", "verification", "bewijs", "bewijsmiddel", "hoe aan te tonen"],
  source: ["bron", "source", "herkomst", "origin", "referentie", "reference", "source repo"],
  kind: ["soort", "kind", "type", "soort eis", "eis of wens", "e w"],
  moscow: ["belang", "moscow", "prioriteit", "priority", "importance"],
  weight: ["gewicht", "weight", "punten", "score", "points"],
  components: ["onderdelen", "onderdeel", "component", "components", "suggested components", "ggi onderdeel", "product"],
  needs: ["behoeften", "behoefte", "need", "needs", "dient behoefte"],
  policyAreas: ["beleidsvelden", "beleidsveld", "policy area", "policy areas", "thema"],
  controls: ["maatregelen", "maatregel", "controls", "control", "norm", "normen", "bio", "bio maatregel", "big", "maatregelen uit een norm"],
  tlp: ["vertrouwelijkheid", "tlp", "label", "confidentiality", "classificatie"],
  original: ["nummer", "number", "id", "nr", "req id", "eis id", "eisnummer", "requirement id", "code", "identifier", "referentienummer"],
};

/** A column of words counts for these only when most words that stand in it are known: `type` may mean something else. */
const KNOWS: Partial<Record<ImportField, (word: string) => unknown>> = { kind: kindOf, moscow: moscowOf, tlp: tlpOf, weight: (word) => (/^\d{1,3}$/.test(word) ? word : null) };

/**
 * What each column probably is, from its heading, Dutch or English, and from what stands below it. Every field is given
 * once, to the column whose heading says it best; the rest is left out.
 */
export function guessMapping(heads: readonly string[], samples: readonly (readonly string[])[]): Mapping {
  const mapping: (ImportField | null)[] = heads.map(() => null);
  const keys = heads.map(wordKey);
  for (const field of IMPORT_FIELDS as readonly ImportField[]) {
    const place = HEADINGS[field]
      .map((heading) => keys.findIndex((key, column) => key === heading && mapping[column] === null && isLike(field, column, samples)))
      .find((column) => column !== -1);
    if (place !== undefined) mapping[place] = field;
  }
  return mapping;
}

function isLike(field: ImportField, column: number, samples: readonly (readonly string[])[]): boolean {
  const knows = KNOWS[field];
  if (!knows) return true;
  const words = samples.map((cells) => (cells[column] ?? "").trim()).filter((word) => word !== "");
  return words.filter((word) => knows(word) !== null).length > words.length / 2;
}

export type MappingRefusal = "title-missing" | "statement-missing" | "field-twice";

/** Why a choice of columns cannot be used, or null. */
export function mappingProblem(mapping: Mapping): MappingRefusal | null {
  const chosen = mapping.filter((field) => field !== null);
  if (new Set(chosen).size < chosen.length) return "field-twice";
  if (!chosen.includes("title")) return "title-missing";
  return chosen.includes("statement") ? null : "statement-missing";
}
