import type { CommandContext } from "#app/commands/context.ts";
import type { SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { findWholeOutline, listChapters } from "#db/queries/requirement-outlines.ts";
import { deleteChapter } from "#db/queries/requirement-set-writes.ts";
import { onConcept } from "./on-concept.ts";

/** Takes away a chapter in which nothing stands. Refusals: those of a concept, chapter-not-found, chapter-not-empty. */
export const removeChapter = (context: CommandContext, { slug, chapterId }: { slug: string; chapterId: string }): Promise<Result<null, SetRefusal>> =>
  onConcept(context, slug, async (trx, edition) => {
    const chapters = await listChapters(trx, edition.id);
    const chapter = chapters.find(({ id }) => id === chapterId);
    if (!chapter) return refuse("chapter-not-found");
    const lines = await findWholeOutline(trx, edition.id);
    const isFull = chapters.some(({ parentId }) => parentId === chapterId) || lines.some((line) => line.kind === "requirement" && line.requirement.chapterId === chapterId);
    if (isFull) return refuse("chapter-not-empty");
    return accept({
      payload: { change: "chapter-removed", chapter: chapterId, title: chapter.title },
      write: async () => {
        await deleteChapter(trx, chapterId);
        return null;
      },
    });
  });
