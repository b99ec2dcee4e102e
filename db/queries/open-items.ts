import { sql, type RawBuilder } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { reachOf } from "#app/domain/access/visibility.ts";
import { visibleTo } from "./visibility.ts";

/**
 * Rows of `agenda_item` (joined with `meeting`) that this actor may read whole, as a condition: not closed unless of the own body, within the label
 * of the item and of everything it quotes. The same rule as `sightOf`; a test compares the two.
 */
export function itemReadableBy(actor: Actor): RawBuilder<boolean> {
  const { labels, bodyIds } = reachOf(actor);
  const isOwn = bodyIds.length === 0 ? sql<boolean>`1 = 0` : sql<boolean>`meeting.body_id in (${sql.join(bodyIds)})`;
  const byLabel = (column: string): RawBuilder<boolean> => sql<boolean>`(${isOwn} or ${sql.ref(column)} in (${sql.join(labels)}))`;
  return sql<boolean>`((agenda_item.is_closed = 0 or ${isOwn}) and ${byLabel("agenda_item.tlp")}
    and not exists (select 1 from round as quoted_round where quoted_round.id = agenda_item.round_id and not ${visibleTo(actor, "quoted_round", { shared: "announced_at" })})
    and not exists (select 1 from proposal as quoted_proposal where quoted_proposal.id = agenda_item.proposal_id and not ${visibleTo(actor, "quoted_proposal", { shared: "shared_at" })})
    and not exists (select 1 from initiative where initiative.id = agenda_item.initiative_id and not ${byLabel("initiative.tlp")}))`;
}

/** The same, of minutes that are there for this actor: published ones for everybody, those of the own body from the shared concept on. */
export function minutesReadableBy(actor: Actor): RawBuilder<boolean> {
  const bodyIds = [...new Set(actor.memberships.map(({ bodyId }) => bodyId))];
  const own = bodyIds.length === 0 ? sql<boolean>`1 = 0` : sql<boolean>`(meeting.state in ('notulen_concept', 'vastgesteld') and meeting.body_id in (${sql.join(bodyIds)}))`;
  return sql<boolean>`((meeting.state = 'gepubliceerd' or ${own}) and ${visibleTo(actor, "meeting")} and ${itemReadableBy(actor)})`;
}
