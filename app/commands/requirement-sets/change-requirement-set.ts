import type { CommandContext } from "#app/commands/context.ts";
import { isLooser, type Tlp } from "#app/domain/access/visibility.ts";
import type { SetRefusal } from "#app/domain/requirement-sets/requirement-set.ts";
import { accept, refuse, type Result } from "#app/domain/shared/result.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";
import { sha256 } from "#db/hash.ts";
import { listEditions } from "#db/queries/requirement-sets.ts";
import { relabelSeries, updateEdition } from "#db/queries/requirement-set-writes.ts";
import { onConcept } from "./on-concept.ts";

interface Change {
  readonly slug: string;
  readonly title: string;
  readonly lot: string;
  readonly intro: string;
  readonly tlp: Tlp;
  /** stamp of what the person saw: another text in between is not overwritten */
  readonly seen?: string | undefined;
}

/** What a form about a programma carries along to tell whether another changed it meanwhile. */
export const setStamp = ({ title, lot, intro, tlp }: Pick<Change, "title" | "lot" | "intro" | "tlp">): string => sha256(canonicalJson({ title, lot, intro, tlp }));

/**
 * Changes what a concept is called, its introduction and the label of the series. A stricter label counts at once, also for what is
 * frozen; a looser one would open what was frozen under the stricter, and is refused then. Refusals: those of a concept, looser-than-frozen.
 */
export const changeRequirementSet = (context: CommandContext, { slug, title, lot, intro, tlp, seen }: Change): Promise<Result<null, SetRefusal>> =>
  onConcept(context, slug, async (trx, edition) => {
    if (seen !== undefined && seen !== setStamp(edition)) return refuse("changed-meanwhile");
    if (isLooser(tlp, edition.tlp) && (await listEditions(trx, context.actor, slug)).some(({ frozen }) => frozen !== null)) return refuse("looser-than-frozen");
    return accept({
      payload: { change: "about", title, lot, ...(tlp !== edition.tlp && { from: edition.tlp, to: tlp }) },
      write: async () => {
        await updateEdition(trx, edition.id, { title, lot, intro, at: context.now() });
        if (tlp !== edition.tlp) await relabelSeries(trx, edition.seriesId, tlp);
        return null;
      },
    });
  });
