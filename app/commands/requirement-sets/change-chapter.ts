import type { CommandContext } from "#app/commands/context.ts";
import type { SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { sha256 } from "#db/hash.ts";
import { listChapters } from "#db/queries/requirement-outlines.ts";
import { updateChapter } from "#db/queries/requirement-set-writes.ts";
import type { ChapterInput } from "./add-chapter.ts";
import { onConcept } from "./on-concept.ts";

/** What a form about a chapter carries along to tell whether another changed it meanwhile. */
export const chapterStamp = ({ title, intro, parentId }: Pick<ChapterInput, "title" | "intro" | "parentId">): string => sha256(canonicalJson({ title, intro, parentId }));

/** Changes a chapter, or hangs it under another, where it comes last. Refusals: those of a concept, chapter-not-found, too-deep. */
export const changeChapter = (context: CommandContext, { slug, chapterId, title, intro, parentId, seen }: ChapterInput & { readonly chapterId: string; readonly seen?: string | undefined }): Promise<Result<null, SetRefusal>> =>
  onConcept(context, slug, async (trx, edition) => {
    const chapters = await listChapters(trx, edition.id);
    const chapter = chapters.find(({ id }) => id === chapterId);
    const parent = parentId === null ? null : chapters.find(({ id }) => id === parentId);
    if (!chapter || parent === undefined) return refuse("chapter-not-found");
    if (seen !== undefined && seen !== chapterStamp(chapter)) return refuse("changed-meanwhile");
    const hasSections = chapters.some((other) => other.parentId === chapterId);
    if (parent !== null && (parent.parentId !== null || parent.id === chapterId || hasSections)) return refuse("too-deep");
    const siblings = chapters.filter((other) => other.parentId === parentId && other.id !== chapterId);
    const position = chapter.parentId === parentId ? chapter.position : Math.max(0, ...siblings.map((other) => other.position)) + 1;
    return accept({
      payload: { change: "chapter-changed", chapter: chapterId, title },
      write: async () => {
        await updateChapter(trx, chapterId, { title, intro, parentId, position });
        return null;
      },
    });
  });
