import { redirect } from "@remix-run/node";
import { may } from "#app/domain/access/policy.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { href, paths } from "#app/paths.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { roundName } from "#app/text/voting.ts";
import type { Db } from "#db/client.ts";
import { conceptStamp } from "#db/queries/concept-stamp.ts";
import { listItems } from "#db/queries/voting-items.ts";
import { findRound } from "#db/queries/voting-rounds.ts";

/** A concept for one of the steps of its preparation. What is no concept any more is shown as the round that it became. */
export async function loadConcept({ db, actor }: { readonly db: Db; readonly actor: Actor }, id: string) {
  const round = (await findRound(db, actor, id)) ?? notFound();
  if (!may(actor, "round.change", round)) return forbidden();
  if (round.state !== "concept") throw redirect(href(paths.round, { id }));
  const items = await listItems(db, id);
  return { round, items, head: { id, name: roundName(round.kind, round.sequence), title: round.title, stamp: conceptStamp(round, items) } };
}
