import type { CommandContext } from "#app/commands/context.ts";
import { newerVersion } from "#app/domain/requirement-sets/completeness.ts";
import type { SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { listChecked } from "#db/queries/requirement-candidates.ts";
import { findWholeOutline } from "#db/queries/requirement-outlines.ts";
import { renewRequirementRow } from "#db/queries/requirement-set-writes.ts";
import { onConcept } from "./on-concept.ts";

/** Takes the newest adopted version of a requirement; its place and weight stay. Refusals: those of a concept, requirement-not-found, no-newer-version. */
export const renewRequirement = (context: CommandContext, { slug, requirementId }: { slug: string; requirementId: string }): Promise<Result<{ version: number }, SetRefusal>> =>
  onConcept(context, slug, async (trx, edition) => {
    const own = (await listChecked(trx, edition.id, await findWholeOutline(trx, edition.id))).find(({ id }) => id === requirementId);
    if (!own) return refuse("requirement-not-found");
    const version = newerVersion(own);
    if (version === null) return refuse("no-newer-version");
    return accept({
      payload: { change: "renewed", proposal: own.proposal, from: own.version, to: version },
      write: async () => {
        await renewRequirementRow(trx, requirementId, { version, weight: own.weight });
        return { version };
      },
    });
  });
