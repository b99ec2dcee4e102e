import type { CheckedSet } from "#app/domain/requirement-sets/completeness.ts";
import { canonicalContent, type SetContent } from "#app/domain/requirement-sets/content.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import type { Db } from "../client.ts";
import { sha256 } from "../hash.ts";
import { listChecked } from "./requirement-candidates.ts";
import { findWholeOutline, type Line } from "./requirement-outlines.ts";
import type { Edition } from "./requirement-sets.ts";

/** A concept as the completeness check looks at it: all of it, whatever its reader may see. */
export async function findCheckedSet(db: Db, edition: Edition, lines: readonly Line[]): Promise<CheckedSet> {
  const full = new Set(lines.flatMap((line) => (line.kind === "requirement" ? [line.requirement.chapterId] : line.chapter.parentId === null ? [] : [line.chapter.parentId])));
  return {
    tlp: edition.tlp,
    chapters: lines.flatMap((line) => (line.kind === "chapter" ? [{ id: line.chapter.id, number: line.number, title: line.chapter.title, isEmpty: !full.has(line.chapter.id) }] : [])),
    requirements: await listChecked(db, edition.id, lines),
  };
}

/** Everything that an edition says, for its fingerprint. */
export const contentOf = (edition: Edition, lines: readonly Line[]): SetContent => ({
  ...{ slug: edition.slug, version: edition.version, title: edition.title, lot: edition.lot, intro: edition.intro, component: edition.component.slug, body: edition.body.slug },
  tlp: edition.frozen?.tlp ?? edition.tlp,
  chapters: lines.flatMap((line) => (line.kind === "chapter" ? [{ number: line.number, title: line.chapter.title, intro: line.chapter.intro }] : [])),
  requirements: lines.flatMap((line) => {
    if (line.kind === "chapter") return [];
    const { proposal, version, kind, weight, textHash } = line.requirement;
    return [{ number: line.number, proposal, version, kind, weight, textHash }];
  }),
});

/** Whether a frozen edition still says what it said: its fingerprint worked out anew from what the database holds. */
export async function isUnchanged(db: Db, edition: Edition): Promise<boolean> {
  return edition.frozen !== null && sha256(canonicalJson(canonicalContent(contentOf(edition, await findWholeOutline(db, edition.id))))) === edition.frozen.fingerprint;
}
