import { diffFields, type FieldDiff } from "#app/domain/proposals/diff.ts";
import type { ProposalText } from "#app/domain/proposals/proposal.ts";

const KEPT_PAIRS = 500;
const kept = new Map<string, readonly FieldDiff[]>();

/** A text that is known by its fingerprint: it never changes. */
type Stored = ProposalText & { readonly textHash: string };

/** What differs between two saved versions, worked out once per pair: a version never changes, so neither does the difference. */
export function differenceOf(before: Stored, after: Stored): readonly FieldDiff[] {
  const key = `${before.textHash}:${after.textHash}`;
  const found = kept.get(key) ?? diffFields(before, after);
  kept.delete(key);
  kept.set(key, found);
  if (kept.size > KEPT_PAIRS) kept.delete(kept.keys().next().value ?? key);
  return found;
}
