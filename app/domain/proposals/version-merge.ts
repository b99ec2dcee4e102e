import { composeText, hasClash, mergeLists, mergeTexts, mergeValues, type ClashChoice, type MergePiece } from "./merge.ts";
import { TEXT_FIELDS, type ProposalText } from "./proposal.ts";

export const LIST_FIELDS = ["components", "needs", "policyAreas", "controls"] as const;
export type ListField = (typeof LIST_FIELDS)[number];

/** Everything a version says: its text and what it names. */
export type VersionWords = ProposalText & Readonly<Record<ListField, readonly string[]>>;

export const MERGED_FIELDS = [...TEXT_FIELDS, "moscow", "weight"] as const;
export type MergedField = (typeof MERGED_FIELDS)[number];

export interface VersionMerge {
  readonly fields: Readonly<Record<MergedField, readonly MergePiece[]>>;
  readonly lists: Readonly<Record<ListField, readonly string[]>>;
}

export interface Clash {
  readonly field: MergedField;
  /** the how manieth clash of this field, from 0 */
  readonly index: number;
  readonly base: string;
  readonly theirs: string;
  readonly yours: string;
}

/** Two people changed the same version: what both did, field by field, with the places where they contradict each other. */
export function mergeVersions(base: VersionWords, theirs: VersionWords, yours: VersionWords): VersionMerge {
  const texts = TEXT_FIELDS.map((field) => [field, mergeTexts(base[field], theirs[field], yours[field])]);
  const lists = LIST_FIELDS.map((field) => [field, mergeLists(base[field], theirs[field], yours[field])]);
  return {
    fields: {
      ...(Object.fromEntries(texts) as VersionMerge["fields"]),
      moscow: mergeValues(base.moscow, theirs.moscow, yours.moscow),
      weight: mergeValues(weightOf(base), weightOf(theirs), weightOf(yours)),
    },
    lists: Object.fromEntries(lists) as unknown as VersionMerge["lists"],
  };
}

const weightOf = ({ weight }: VersionWords): string => (weight === null ? "" : String(weight));

/** Every place that somebody has to settle, in the order of the form. */
export const clashesOf = ({ fields }: VersionMerge): Clash[] =>
  MERGED_FIELDS.flatMap((field) =>
    fields[field].flatMap((piece) => (piece.kind === "clash" ? [piece] : [])).map(({ base, theirs, yours }, index) => ({ field, index, base, theirs, yours })),
  );

/** Whether everything could be merged without asking. */
export const isClean = ({ fields }: VersionMerge): boolean => MERGED_FIELDS.every((field) => !hasClash(fields[field]));

/** The merged words, as a form starts with them. A value that has no parts takes "both" as one's own. */
export function settle({ fields, lists }: VersionMerge, choose: (field: MergedField, index: number) => ClashChoice): Record<MergedField, string> & Record<ListField, readonly string[]> {
  const isWhole = (field: MergedField) => field === "moscow" || field === "weight";
  const values = MERGED_FIELDS.map((field) => [
    field,
    composeText(fields[field], (index) => {
      const choice = choose(field, index);
      return choice === "both" && isWhole(field) ? "yours" : choice;
    }),
  ]);
  return { ...(Object.fromEntries(values) as Record<MergedField, string>), ...lists };
}
