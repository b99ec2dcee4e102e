import type { CommandContext } from "#app/commands/context.ts";
import { listFilterOptions } from "#db/queries/proposal-lists.ts";
import { listSuspectLinks, listUnservedNeeds, listUntestable } from "#db/queries/proposal-coverage.ts";

/** The gaps of one body or component, or of all; words that nobody knows choose nothing. */
export async function loadCoverage({ db, actor }: CommandContext, asked: URLSearchParams, most: number) {
  const options = await listFilterOptions(db);
  const known = (list: readonly { readonly value: string }[], word: string | null): string | null => list.find(({ value }) => value === word)?.value ?? null;
  const filter = { body: known(options.bodies, asked.get("gremium")), component: known(options.components, asked.get("onderdeel")), most };
  return {
    options,
    choice: { gremium: filter.body ?? "", onderdeel: filter.component ?? "" },
    needs: await listUnservedNeeds(db, actor, filter),
    untestable: await listUntestable(db, actor, filter),
    suspect: await listSuspectLinks(db, actor, filter),
  };
}
