import type { CommandContext } from "#app/commands/context.ts";
import { SET_LIMITS, type SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listChosen } from "#db/queries/requirement-candidates.ts";
import { findWholeOutline, listChapters } from "#db/queries/requirement-outlines.ts";
import { insertRequirements } from "#db/queries/requirement-set-writes.ts";
import { onConcept } from "./on-concept.ts";

interface Addition {
  readonly slug: string;
  readonly chapterId: string;
  /** numbers of proposals */
  readonly proposals: readonly string[];
}

/**
 * Puts the adopted version of these proposals at the end of a chapter. All of them or none.
 * Refusals: those of a concept, no-proposals, chapter-not-found, proposal-not-ready, too-many.
 */
export const addRequirements = (context: CommandContext, { slug, chapterId, proposals }: Addition): Promise<Result<{ amount: number }, SetRefusal>> =>
  onConcept(context, slug, async (trx, edition) => {
    const wanted = [...new Set(proposals)];
    if (wanted.length === 0) return refuse("no-proposals");
    if (!(await listChapters(trx, edition.id)).some(({ id }) => id === chapterId)) return refuse("chapter-not-found");
    const chosen = await listChosen(trx, context.actor, edition.id, wanted);
    if (chosen.length !== wanted.length) return refuse("proposal-not-ready");
    const present = (await findWholeOutline(trx, edition.id)).flatMap((line) => (line.kind === "requirement" ? [line.requirement] : []));
    if (present.length + chosen.length > SET_LIMITS.requirements) return refuse("too-many");
    const last = Math.max(0, ...present.filter((one) => one.chapterId === chapterId).map(({ position }) => position));
    const added = chosen.map(({ id, kind, version, weight }, index) => ({ id: context.newId(), setId: edition.id, chapterId, position: last + index + 1, proposalId: id, version, weight: kind === "wens" ? weight : null }));
    return accept({ payload: { change: "added", chapter: chapterId, proposals: wanted.sort() }, write: async () => ({ amount: await insertRequirements(trx, added) }) });
  });
