import type { Actor } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { knownTo } from "./decisions.ts";

/** The decisions that a round made, by item, as far as the reader may know of them. */
export async function listDecisionsOfRound(db: Db, actor: Actor, roundId: string, now: Instant): Promise<{ number: string; itemId: string | null }[]> {
  const rows = await db
    .selectFrom("decision")
    .select(["decision.number", "decision.round_item_id"])
    .where("decision.round_id", "=", roundId)
    .where(knownTo(actor, now))
    .orderBy("decision.number")
    .execute();
  return rows.map((row) => ({ number: row.number, itemId: row.round_item_id }));
}

/** Decisions of a round that only its body knows yet. */
export async function listUnpublishedDecisionIds(trx: Trx, roundId: string): Promise<string[]> {
  const rows = await trx.selectFrom("decision").select("id").where("round_id", "=", roundId).where("published_at", "is", null).where("embargo_until", "is", null).execute();
  return rows.map(({ id }) => id);
}

/** The decisions of a round that turned out invalid stay in the register, as withdrawn. */
export async function withdrawDecisionsOf(trx: Trx, roundId: string): Promise<void> {
  await trx.updateTable("decision").set({ validity: "ingetrokken" }).where("round_id", "=", roundId).execute();
}
