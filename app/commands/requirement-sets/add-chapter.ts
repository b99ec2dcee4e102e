import type { CommandContext } from "#app/commands/context.ts";
import { SET_LIMITS, type SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listChapters } from "#db/queries/requirement-outlines.ts";
import { insertChapters } from "#db/queries/requirement-set-writes.ts";
import { onConcept } from "./on-concept.ts";

export interface ChapterInput {
  readonly slug: string;
  readonly title: string;
  readonly intro: string;
  /** the chapter under which it stands, or null at the top */
  readonly parentId: string | null;
}

/** Adds a chapter at the end of the programma or of a chapter. Refusals: those of a concept, chapter-not-found, too-deep, too-many. */
export const addChapter = (context: CommandContext, { slug, title, intro, parentId }: ChapterInput): Promise<Result<{ id: string }, SetRefusal>> =>
  onConcept(context, slug, async (trx, edition) => {
    const chapters = await listChapters(trx, edition.id);
    if (chapters.length >= SET_LIMITS.chapters) return refuse("too-many");
    const parent = parentId === null ? null : chapters.find(({ id }) => id === parentId);
    if (parent === undefined) return refuse("chapter-not-found");
    if (parent !== null && parent.parentId !== null) return refuse("too-deep");
    const id = context.newId();
    const siblings = chapters.filter((chapter) => chapter.parentId === parentId);
    const chapter = { id, setId: edition.id, originId: id, parentId, position: Math.max(0, ...siblings.map(({ position }) => position)) + 1, title, intro };
    return accept({
      payload: { change: "chapter-added", chapter: id, title },
      write: async () => {
        await insertChapters(trx, [chapter]);
        return { id };
      },
    });
  });
