import type { CommandContext } from "#app/commands/context.ts";
import type { SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { findWholeOutline } from "#db/queries/requirement-outlines.ts";
import { weighRequirement } from "#db/queries/requirement-set-writes.ts";
import { onConcept } from "./on-concept.ts";

/** Gives wensen of a concept their weight, 0 to 100; how they add up is looked at before freezing. Refusals: those of a concept, requirement-not-found, not-a-wens. */
export const weighRequirements = (context: CommandContext, { slug, weights, seen }: { slug: string; weights: ReadonlyMap<string, number>; /** what stood there for who weighs: another weight in between is not overwritten */ seen?: ReadonlyMap<string, number> }): Promise<Result<{ total: number }, SetRefusal>> =>
  onConcept(context, slug, async (trx, edition) => {
    const all = (await findWholeOutline(trx, edition.id)).flatMap((line) => (line.kind === "requirement" ? [line.requirement] : []));
    const changed: { id: string; proposal: string; weight: number }[] = [];
    for (const [id, weight] of weights) {
      const own = all.find((one) => one.id === id);
      if (!own) return refuse("requirement-not-found");
      if (own.kind !== "wens" || !Number.isInteger(weight) || weight < 0 || weight > 100) return refuse("not-a-wens");
      if ((seen?.get(id) ?? own.weight ?? 0) !== (own.weight ?? 0)) return refuse("changed-meanwhile");
      if (own.weight !== weight) changed.push({ id, proposal: own.proposal, weight });
    }
    const total = all.filter(({ kind }) => kind === "wens").reduce((sum, { id, weight }) => sum + (weights.get(id) ?? weight ?? 0), 0);
    return accept({
      payload: { change: "weights", weights: Object.fromEntries(changed.map(({ proposal, weight }) => [proposal, weight])), total },
      write: async () => {
        for (const { id, weight } of changed) await weighRequirement(trx, id, weight);
        return { total };
      },
    });
  });
