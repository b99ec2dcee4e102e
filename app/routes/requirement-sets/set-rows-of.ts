import type { SetRow } from "#app/ui/requirement-sets/set-rows.tsx";
import type { ListedSet } from "#db/queries/requirement-sets.ts";

/** What a list shows of each programma: its newest edition, or its concept when that is all there is. */
export const setRowsOf = (sets: readonly ListedSet[]): SetRow[] =>
  sets.flatMap(({ slug, newest, concept, amount }) => {
    const shown = newest ?? concept;
    if (!shown) return [];
    const { title, lot, component, body, version, tlp, frozen } = shown;
    return [{ slug, title, lot, component: component.name, body: body.name, version, tlp, frozenAt: frozen?.at ?? null, amount, concept: newest && concept ? concept.version : null }];
  });
