import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { sha256 } from "../hash.ts";
import type { RoundItem } from "./voting-items.ts";
import type { StoredRound } from "./voting-rounds.ts";

/** One code for a concept as it now stands: a form carries it, so that two who prepare the same round do not overwrite each other unseen. */
export function conceptStamp({ state, title, explanation, kind, visibility, rule, opensAt, closesAt }: StoredRound, items: readonly RoundItem[]): string {
  const about = items.map(({ subjectKind, subjectId, title: itemTitle, statement }) => ({ subjectKind, subjectId, ...(subjectId === null && { itemTitle, statement }) }));
  return sha256(canonicalJson({ state, title, explanation, kind, visibility, rule: JSON.stringify(rule), opensAt, closesAt, about }));
}
