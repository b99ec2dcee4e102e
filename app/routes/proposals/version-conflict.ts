import type { CommandContext } from "#app/commands/context.ts";
import { diffFields } from "#app/domain/proposals/diff.ts";
import { CLASH_CHOICES, type ClashChoice } from "#app/domain/proposals/merge.ts";
import { clashesOf, mergeVersions, settle, type MergedField, type VersionMerge, type VersionWords } from "#app/domain/proposals/version-merge.ts";
import type { Entered } from "#app/domain/shared/entered.ts";
import { mergeText } from "#app/text/editor.ts";
import { findVersion, type Proposal } from "#db/queries/proposals.ts";
import { answerWith, type EditorAnswer } from "./editor-steps.ts";

interface Conflict {
  readonly entered: Entered;
  /** what was typed */
  readonly yours: VersionWords;
  /** the version that it was made from */
  readonly basedOn: number;
}

/** After a lost update: both texts, and the merged one in the form when nothing contradicts; otherwise the choices. */
export async function conflictAnswer({ db }: CommandContext, { id, currentVersion }: Proposal, { entered, yours, basedOn }: Conflict): Promise<EditorAnswer | null> {
  const theirs = await findVersion(db, id, currentVersion);
  if (!theirs) return null;
  const base = (await findVersion(db, id, basedOn)) ?? theirs;
  const merge = mergeVersions(base, theirs, yours);
  const clashes = clashesOf(merge);
  const shown = { version: theirs.number, author: theirs.authorName, theirs: diffFields(base, theirs), yours: diffFields(base, yours), clashes };
  return answerWith(clashes.length === 0 ? filledIn(entered, merge, theirs.number, () => "yours") : entered, { merge: shown });
}

/** The form with each clash settled as was chosen, made from the newest version that the writer saw. */
export async function settledAnswer({ db }: CommandContext, { id }: Proposal, { entered, yours, basedOn }: Conflict, sent: FormData): Promise<EditorAnswer | null> {
  const seen = Number(sent.get("samenMet"));
  const [base, theirs] = [await findVersion(db, id, basedOn), await findVersion(db, id, seen)];
  if (!base || !theirs) return null;
  const choice = (field: MergedField, index: number): ClashChoice => CLASH_CHOICES.find((one) => one === sent.get(`keuze-${field}-${index}`)) ?? "yours";
  return answerWith(filledIn(entered, mergeVersions(base, theirs, yours), seen, choice), { said: mergeText.merged });
}

function filledIn(entered: Entered, merge: VersionMerge, basedOn: number, choose: (field: MergedField, index: number) => ClashChoice): Entered {
  const words = settle(merge, choose);
  return { ...entered, ...words, controls: words.controls.join("\n"), basedOn: String(basedOn) };
}
