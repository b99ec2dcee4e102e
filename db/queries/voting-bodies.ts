import type { Tlp } from "#app/domain/access/visibility.ts";
import type { BodyKind } from "#app/domain/voting/settlement.ts";
import type { Db } from "../client.ts";

/** A body as far as voting needs it. */
export interface VotingBody {
  readonly id: string;
  readonly slug: string;
  readonly name: string;
  readonly kind: BodyKind;
  readonly defaultTlp: Tlp;
}

export async function findBodyForRound(db: Db, id: string): Promise<VotingBody | null> {
  const row = await bodies(db).where("id", "=", id).executeTakeFirst();
  return row ? toBody(row) : null;
}

/** All bodies that still exist, in their own order. */
export async function listVotingBodies(db: Db): Promise<VotingBody[]> {
  return (await bodies(db).where("ended_at", "is", null).orderBy("position").execute()).map(toBody);
}

const bodies = (db: Db) => db.selectFrom("body").select(["id", "slug", "name", "kind", "default_tlp"]);

const toBody = ({ id, slug, name, kind, default_tlp }: Awaited<ReturnType<ReturnType<typeof bodies>["executeTakeFirstOrThrow"]>>): VotingBody => ({ id, slug, name, kind, defaultTlp: default_tlp });
