import type { Disposition } from "./discussion.ts";
import { applyChanges, collisions, type Change } from "./amendment.ts";
import type { FieldTexts } from "./passages.ts";
import { LIMITS, TEXT_FIELDS } from "./proposal.ts";
import { accept, refuse, type Result } from "../shared/result.ts";

export const MERGE_CHOICES = ["adopted", "partly", "woven", "not"] as const;
/** overgenomen · deels, met een eigen tekst · deels, verwerkt in een andere wijziging · niet */
export type MergeChoice = (typeof MERGE_CHOICES)[number];

/** What the penvoerder says about one change. */
export interface Ruling {
  readonly changeId: string;
  readonly choice: MergeChoice;
  /** with `partly`: the words that come in the place of the passage */
  readonly wording: string;
  readonly answer: string;
}

/** A change that waits for an answer; `isAnchored` is false once the text changed under it. */
export interface OpenChange extends Change {
  readonly id: string;
  readonly isAnchored: boolean;
}

export interface Merged<Text> {
  readonly text: Text;
  /** the changes as they were made */
  readonly made: readonly (Change & { readonly id: string })[];
}

export type MergeRefusal = "nothing-ruled" | "change-unknown" | "ruling-unanswered" | "changes-collide" | "answer-too-long";

export const dispositionOf = (choice: MergeChoice): Disposition => (choice === "woven" ? "partly" : choice);

/**
 * The text of the next version, from the changes that are taken over. What is refused or taken up only in part gets an answer; two changes
 * of one passage cannot both be made. A change whose passage is gone gets its answer, and changes no text.
 */
export function mergeChanges<Text extends FieldTexts>(text: Text, open: readonly OpenChange[], rulings: readonly Ruling[]): Result<Merged<Text>, MergeRefusal> {
  if (rulings.length === 0) return refuse("nothing-ruled");
  const byId = new Map(open.map((change) => [change.id, change]));
  if (rulings.some(({ changeId }) => !byId.has(changeId)) || new Set(rulings.map(({ changeId }) => changeId)).size < rulings.length) return refuse("change-unknown");
  if (rulings.some(({ choice, answer }) => choice !== "adopted" && answer.trim() === "")) return refuse("ruling-unanswered");
  if (rulings.some(({ answer, wording }) => answer.length > LIMITS.comment || wording.length > LIMITS.text)) return refuse("answer-too-long");
  const made = rulings.flatMap((ruling) => madeBy(ruling, byId.get(ruling.changeId)));
  const merged = applyChanges(text, made);
  return merged === null ? refuse("changes-collide") : accept({ text: merged, made });
}

function madeBy({ choice, wording, changeId }: Ruling, change: OpenChange | undefined): (Change & { id: string })[] {
  if (change?.isAnchored !== true || choice === "not" || choice === "woven") return [];
  const { field, start, removed, added } = change;
  return [{ id: changeId, field, start, removed, added: choice === "partly" ? inPlaceOf(added === "" ? removed : added, wording) : added }];
}

/** Own words, with the white around them that stood around the words they replace: a form takes that away. */
export function inPlaceOf(replaced: string, wording: string): string {
  const words = wording.trim();
  if (words === "") return "";
  return `${/^\s*/u.exec(replaced)?.[0] ?? ""}${words}${replaced.trim() === "" ? "" : (/\s*$/u.exec(replaced)?.[0] ?? "")}`;
}

/** Changes in groups: those in one group are about the same passage, by a chain of collisions or by asking the same. In the order of the text. */
export function passageGroups<C extends Change>(changes: readonly C[]): C[][] {
  const sorted = [...changes].sort((a, b) => TEXT_FIELDS.indexOf(a.field) - TEXT_FIELDS.indexOf(b.field) || a.start - b.start);
  const groups: C[][] = [];
  for (const change of sorted) {
    const group = groups.find((members) => members.some((member) => collisions([member, change]).length > 0 || (member.field === change.field && member.start === change.start)));
    if (group) group.push(change);
    else groups.push([change]);
  }
  return groups;
}
