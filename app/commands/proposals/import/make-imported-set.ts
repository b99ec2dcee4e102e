import type { CommandContext } from "#app/commands/context.ts";
import { beginSeries } from "#app/commands/requirement-sets/start-requirement-set.ts";
import { strictest } from "#app/domain/access/visibility.ts";
import { DEEPEST } from "#app/domain/requirement-sets/outline.ts";
import { SET_LIMITS } from "#app/domain/requirement-sets/requirement-set.ts";
import type { Trx } from "#db/client.ts";
import type { ReadyDraft } from "#db/queries/proposal-import-writes.ts";
import { rememberSet, type ProposalImport } from "#db/queries/proposal-imports.ts";
import { insertChapters, insertRequirements, type NewChapter } from "#db/queries/requirement-set-writes.ts";

/**
 * The concept of a programma van eisen out of a specification that was just taken over: its chapters, two deep, with the new drafts in
 * them. Deeper chapters become one of the second level; what stood in no chapter comes in one that is called as the whole, at the end.
 */
export async function makeImportedSet(trx: Trx, context: CommandContext, found: ProposalImport, drafts: readonly (ReadyDraft & { readonly place: number })[]): Promise<void> {
  const { outline, body, bodyId, fileName } = found;
  if (outline === null || body.componentId === null) return;
  const title = outline.title || fileName.replace(/\.\w+$/, "");
  const tlp = strictest(drafts.map((draft) => draft.tlp));
  const { slug, setId } = await beginSeries(trx, context, { bodyId, componentId: body.componentId, tlp, title, lot: "", intro: "" });

  const chapters = new Map<string, NewChapter>();
  const chapterAt = (path: readonly string[], intro: string): string => {
    const key = path.join("\n");
    const known = chapters.get(key);
    if (known) return known.id;
    const parentId = path.length > 1 ? chapterAt(path.slice(0, -1), "") : null;
    const id = context.newId();
    chapters.set(key, { id, setId, originId: id, parentId, position: chapters.size + 1, title: (path.at(-1) ?? "").slice(0, SET_LIMITS.chapterTitle), intro: intro.slice(0, SET_LIMITS.intro) });
    return id;
  };
  const chapterOf = new Map<number, string>();
  for (const { path, intro, places } of outline.chapters) {
    const id = chapterAt([...path.slice(0, DEEPEST - 1), ...(path.length < DEEPEST ? [] : [path.slice(DEEPEST - 1).join(" – ")])], intro);
    for (const place of places) chapterOf.set(place, id);
  }
  const placed = drafts.map((draft) => ({ draft, chapterId: chapterOf.get(draft.place) ?? chapterAt([title], "") }));
  await insertChapters(trx, [...chapters.values()]);
  await insertRequirements(
    trx,
    placed.map(({ draft, chapterId }) => ({ id: context.newId(), setId, chapterId, position: draft.place, proposalId: draft.id, version: 1, weight: draft.kind === "wens" ? draft.text.weight : null })),
  );
  await rememberSet(trx, found.id, slug);
}
