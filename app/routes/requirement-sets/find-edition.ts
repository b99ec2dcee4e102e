import type { CommandContext } from "#app/commands/context.ts";
import { may, type Act } from "#app/domain/access/policy.ts";
import { forbidden, notFound } from "#app/platform/http.ts";
import { findConcept, findEdition, listEditions, type Edition } from "#db/queries/requirement-sets.ts";

/** The edition in the address, or 404. */
export async function editionAsked({ db, actor }: CommandContext, slug = "", version = ""): Promise<Edition> {
  const asked = /^\d{1,5}$/.test(version) ? Number(version) : 0;
  return (await findEdition(db, actor, slug, asked)) ?? notFound();
}

/** The concept that somebody came to change: 404 when there is no such programma, 403 for who may not, and the last frozen edition's page when nothing is being written. */
export async function conceptAsked({ db, actor }: CommandContext, slug = "", act: Act = "requirement-set.change"): Promise<Edition> {
  const concept = await findConcept(db, actor, slug);
  const [newest] = concept ? [concept] : await listEditions(db, actor, slug);
  if (!newest) return notFound();
  if (!may(actor, act, { bodyId: newest.bodyId })) return forbidden();
  return concept ?? notFound();
}
