import type { CommandContext } from "#app/commands/context.ts";
import type { SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { findWholeOutline } from "#db/queries/requirement-outlines.ts";
import { deleteRequirement } from "#db/queries/requirement-set-writes.ts";
import { onConcept } from "./on-concept.ts";

/** Takes a requirement out of the concept; the proposal stays what it is. Refusals: those of a concept, requirement-not-found. */
export const removeRequirement = (context: CommandContext, { slug, requirementId }: { slug: string; requirementId: string }): Promise<Result<null, SetRefusal>> =>
  onConcept(context, slug, async (trx, edition) => {
    const line = (await findWholeOutline(trx, edition.id)).find((one) => one.kind === "requirement" && one.requirement.id === requirementId);
    if (line?.kind !== "requirement") return refuse("requirement-not-found");
    return accept({
      payload: { change: "removed", proposal: line.requirement.proposal },
      write: async () => {
        await deleteRequirement(trx, requirementId);
        return null;
      },
    });
  });
