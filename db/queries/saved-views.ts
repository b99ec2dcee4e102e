import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { prepared } from "../prepared.ts";

/** A choice in the list of proposals that somebody keeps under a name. */
export interface SavedView {
  readonly id: string;
  readonly name: string;
  /** behind the `?` of the address */
  readonly query: string;
}

export const MOST_VIEWS = 50;

export const listViews = (db: Db, personId: string): Promise<SavedView[]> => viewsOf(db, { personId });

const viewsOf = prepared((db, { personId }: { personId: string }) => db.selectFrom("saved_view").select(["id", "name", "query"]).where("person_id", "=", personId).orderBy("name").limit(MOST_VIEWS));

/** Keeps the view, or another choice under a name that this person used before. Answers its id. */
export async function saveView(trx: Trx, view: SavedView & { readonly personId: string; readonly at: Instant }): Promise<string> {
  const row = await trx
    .insertInto("saved_view")
    .values({ id: view.id, person_id: view.personId, name: view.name, query: view.query, created_at: view.at })
    .onConflict((oc) => oc.columns(["person_id", "name"]).doUpdateSet({ query: view.query }))
    .returning("id")
    .executeTakeFirstOrThrow();
  return row.id;
}

/** False when this person has no such view. */
export async function deleteView(trx: Trx, id: string, personId: string): Promise<boolean> {
  return (await trx.deleteFrom("saved_view").where("id", "=", id).where("person_id", "=", personId).returning("id").executeTakeFirst()) !== undefined;
}
