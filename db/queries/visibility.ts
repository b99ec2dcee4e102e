import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { reachOf } from "#app/domain/access/visibility.ts";

/**
 * A condition that is true for the rows this actor may see, on any table with `tlp` and `body_id`:
 * `.where(visibleTo(actor, "proposal", { shared: "shared_at" }))`. With `shared`, a row whose column is null is still a draft
 * that only its own body sees. The same rule as `maySee`; a property test compares the two.
 */
export function visibleTo(actor: Actor, table: string, { shared }: { shared?: string } = {}): RawBuilder<boolean> {
  const { labels, bodyIds } = reachOf(actor);
  const label = sql.ref(`${table}.tlp`);
  const byLabel = sql<boolean>`${label} in (${sql.join(labels)})`;
  const open = shared ? sql<boolean>`(${byLabel} and ${sql.ref(`${table}.${shared}`)} is not null)` : byLabel;
  if (bodyIds.length === 0) return open;
  return sql<boolean>`(${open} or ${sql.ref(`${table}.body_id`)} in (${sql.join(bodyIds)}))`;
}
