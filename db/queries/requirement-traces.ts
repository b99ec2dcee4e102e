import type { Actor } from "#app/domain/access/actor.ts";
import type { Db } from "../client.ts";
import { readableBy } from "./requirement-sets.ts";

/** Where a proposal stands in a programma van eisen. */
export interface SetWith {
  readonly slug: string;
  readonly title: string;
  readonly version: number;
  readonly isFrozen: boolean;
  /** null in a concept, whose numbers still move */
  readonly number: string | null;
  readonly proposalVersion: number;
}

/** The editions that hold this proposal and that the actor may read: newest first within each series. */
export async function listSetsWith(db: Db, actor: Actor, proposalId: string): Promise<SetWith[]> {
  const rows = await db
    .selectFrom("requirement")
    .innerJoin("requirement_set as edition", "edition.id", "requirement.set_id")
    .innerJoin("requirement_series as series", "series.id", "edition.series_id")
    .leftJoin("requirement_freeze as freeze", "freeze.set_id", "edition.id")
    .select(["series.slug", "edition.title", "edition.version", "freeze.frozen_at", "requirement.number", "requirement.version as proposal_version"])
    .where("requirement.proposal_id", "=", proposalId)
    .where(readableBy(actor))
    .orderBy("series.slug")
    .orderBy("edition.version", "desc")
    .limit(50)
    .execute();
  return rows.map((row) => ({ slug: row.slug, title: row.title, version: row.version, isFrozen: row.frozen_at !== null, number: row.frozen_at === null ? null : row.number, proposalVersion: row.proposal_version }));
}
