import type { CommandContext } from "#app/commands/context.ts";
import { movedInOrder, type SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { findWholeOutline, listChapters } from "#db/queries/requirement-outlines.ts";
import { placeRequirement, setPlaces } from "#db/queries/requirement-set-writes.ts";
import { onConcept } from "./on-concept.ts";

interface Move {
  readonly slug: string;
  readonly requirementId: string;
  /** a place up or down in its chapter, or the end of another chapter */
  readonly to: "up" | "down" | { readonly chapterId: string };
}

/** Moves a requirement. Refusals: those of a concept, requirement-not-found, chapter-not-found, already-at-the-edge. */
export const moveRequirement = (context: CommandContext, { slug, requirementId, to }: Move): Promise<Result<null, SetRefusal>> =>
  onConcept(context, slug, async (trx, edition) => {
    const all = (await findWholeOutline(trx, edition.id)).flatMap((line) => (line.kind === "requirement" ? [line.requirement] : []));
    const own = all.find(({ id }) => id === requirementId);
    if (!own) return refuse("requirement-not-found");
    const payload = { change: "moved", proposal: own.proposal };
    if (typeof to === "object") {
      if (!(await listChapters(trx, edition.id)).some(({ id }) => id === to.chapterId)) return refuse("chapter-not-found");
      const last = Math.max(0, ...all.filter(({ chapterId }) => chapterId === to.chapterId).map(({ position }) => position));
      return accept({
        payload: { ...payload, chapter: to.chapterId },
        write: async () => {
          await placeRequirement(trx, requirementId, { chapterId: to.chapterId, position: last + 1 });
          return null;
        },
      });
    }
    const beside = all.filter(({ chapterId }) => chapterId === own.chapterId);
    const order = movedInOrder(beside.map(({ id }) => id), requirementId, to);
    if (!order.ok) return order;
    return accept({
      payload: { ...payload, direction: to },
      write: async () => {
        await setPlaces(trx, "requirement", order.value.flatMap((id) => beside.find((one) => one.id === id) ?? []));
        return null;
      },
    });
  });
