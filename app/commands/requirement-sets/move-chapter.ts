import type { CommandContext } from "#app/commands/context.ts";
import { movedInOrder, type SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listChapters } from "#db/queries/requirement-outlines.ts";
import { setPlaces } from "#db/queries/requirement-set-writes.ts";
import { onConcept } from "./on-concept.ts";

/** Moves a chapter one place among those beside it. Refusals: those of a concept, chapter-not-found, already-at-the-edge. */
export const moveChapter = (context: CommandContext, { slug, chapterId, direction }: { slug: string; chapterId: string; direction: "up" | "down" }): Promise<Result<null, SetRefusal>> =>
  onConcept(context, slug, async (trx, edition) => {
    const chapters = await listChapters(trx, edition.id);
    const chapter = chapters.find(({ id }) => id === chapterId);
    if (!chapter) return refuse("chapter-not-found");
    const siblings = chapters.filter(({ parentId }) => parentId === chapter.parentId);
    const order = movedInOrder(siblings.map(({ id }) => id), chapterId, direction);
    if (!order.ok) return order;
    return accept({
      payload: { change: "chapter-moved", chapter: chapterId, direction },
      write: async () => {
        await setPlaces(trx, "requirement_chapter", order.value.flatMap((id) => siblings.find((one) => one.id === id) ?? []));
        return null;
      },
    });
  });
