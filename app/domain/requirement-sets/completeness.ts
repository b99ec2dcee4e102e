import { isLooser, type Tlp } from "../access/visibility.ts";
import type { ProposalState } from "../proposals/proposal.ts";
import { isAdoptedVersion, isEndorsed, type RequirementKind } from "./requirement-set.ts";

/** A requirement of a concept with what the check looks at; texts come as keys by which equal ones are known. */
export interface CheckedRequirement {
  readonly id: string;
  readonly number: string;
  readonly proposal: string;
  readonly version: number;
  readonly kind: RequirementKind;
  readonly weight: number | null;
  readonly titleKey: string;
  readonly textKey: string;
  readonly hasAcceptance: boolean;
  readonly tlp: Tlp;
  readonly state: ProposalState;
  readonly currentVersion: number;
  readonly adoptedVersions: readonly number[];
  readonly suspectLinks: number;
}

export interface CheckedSet {
  readonly tlp: Tlp;
  readonly chapters: readonly { readonly id: string; readonly number: string; readonly title: string; readonly isEmpty: boolean }[];
  readonly requirements: readonly CheckedRequirement[];
}

/** What stands in the way of freezing, and what one may freeze with when one says why. */
export const HURDLES = ["no-requirements", "not-adopted", "superseded", "acceptance-missing", "weights-not-100", "label-stricter"] as const;
export const REMARKS = ["newer-version", "suspect-link", "duplicate", "empty-chapter"] as const;
export type SetProblemCode = (typeof HURDLES)[number] | (typeof REMARKS)[number];

export interface SetProblem {
  readonly code: SetProblemCode;
  readonly isHurdle: boolean;
  /** which requirement, by its number here and that of its proposal */
  readonly requirement: { readonly id: string; readonly number: string; readonly proposal: string } | null;
  readonly chapter: { readonly id: string; readonly number: string; readonly title: string } | null;
  /** the total of the weights, the newer version, or how many links; for a duplicate see `twin` */
  readonly amount: number | null;
  /** the number here of the requirement that says the same */
  readonly twin: string | null;
}

/** The weights of all wensen of a programma add up to this. Source: domain, "wens (scored; weight)". */
export const WEIGHT_TOTAL = 100;

/** Everything that is wrong with a concept, in the order in which it is read. */
export function problemsOf({ tlp, chapters, requirements }: CheckedSet): SetProblem[] {
  const problems: SetProblem[] = [];
  const complain = (code: SetProblemCode, about: Partial<Pick<SetProblem, "requirement" | "chapter" | "amount" | "twin">> = {}) =>
    void problems.push({ code, isHurdle: (HURDLES as readonly string[]).includes(code), requirement: null, chapter: null, amount: null, twin: null, ...about });

  if (requirements.length === 0) complain("no-requirements");
  const wishes = requirements.filter(({ kind }) => kind === "wens");
  const total = wishes.reduce((sum, { weight }) => sum + (weight ?? 0), 0);
  if (wishes.length > 0 && total !== WEIGHT_TOTAL) complain("weights-not-100", { amount: total });
  for (const chapter of chapters) if (chapter.isEmpty) complain("empty-chapter", { chapter: { id: chapter.id, number: chapter.number, title: chapter.title } });

  const [titles, texts] = [new Map<string, string>(), new Map<string, string>()];
  for (const one of requirements) {
    const about = { requirement: { id: one.id, number: one.number, proposal: one.proposal } };
    if (one.state === "superseded") complain("superseded", about);
    else if (!isAdoptedVersion(one)) complain("not-adopted", about);
    else if (newerVersion(one) !== null) complain("newer-version", { ...about, amount: newerVersion(one) });
    if (!one.hasAcceptance) complain("acceptance-missing", about);
    if (isLooser(tlp, one.tlp)) complain("label-stricter", about);
    if (one.suspectLinks > 0) complain("suspect-link", { ...about, amount: one.suspectLinks });
    const twin = texts.get(one.textKey) ?? titles.get(one.titleKey) ?? null;
    if (twin !== null) complain("duplicate", { ...about, twin });
    if (!texts.has(one.textKey)) texts.set(one.textKey, one.number);
    if (!titles.has(one.titleKey)) titles.set(one.titleKey, one.number);
  }
  return problems;
}

/** The adopted version that is newer than the one in the set, or null. */
export function newerVersion({ version, currentVersion, state, adoptedVersions }: Pick<CheckedRequirement, "version" | "currentVersion" | "state" | "adoptedVersions">): number | null {
  const newest = Math.max(0, ...adoptedVersions, ...(isEndorsed(state) ? [currentVersion] : []));
  return newest > version ? newest : null;
}

export const mayFreeze = (problems: readonly SetProblem[]): boolean => problems.every(({ isHurdle }) => !isHurdle);
