import type { Tlp } from "#app/domain/access/visibility.ts";
import type { Day, Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { nextNumber } from "./counters.ts";
import { searchKey } from "../portable.ts";

/** A decision as the establishing of a round enters it in the register. */
export interface RoundDecision {
  readonly id: string;
  readonly bodyId: string;
  readonly decidedOn: Day;
  readonly title: string;
  readonly dictum: string;
  readonly motivation: string;
  readonly result: "aangenomen" | "verworpen";
  readonly figures: string;
  readonly roundId: string;
  readonly roundItemId: string;
  readonly proposalId: string | null;
  readonly proposalVersion: number | null;
  readonly tlp: Tlp;
  readonly createdBy: string;
  readonly createdAt: Instant;
}

/** Enters a decision and returns its number, `B-2026-014`: never given out twice. */
export async function insertRoundDecision(trx: Trx, decision: RoundDecision): Promise<string> {
  const year = decision.decidedOn.slice(0, 4);
  const number = `B-${year}-${String(await nextNumber(trx, `decision:${year}`)).padStart(3, "0")}`;
  await trx
    .insertInto("decision")
    .values({
      id: decision.id,
      number,
      body_id: decision.bodyId,
      decided_on: decision.decidedOn,
      title: decision.title,
      title_key: searchKey(decision.title),
      dictum: decision.dictum,
      motivation: decision.motivation,
      result: decision.result,
      figures: decision.figures,
      round_id: decision.roundId,
      round_item_id: decision.roundItemId,
      proposal_id: decision.proposalId,
      proposal_version: decision.proposalVersion,
      validity: "geldig",
      tlp: decision.tlp,
      created_by: decision.createdBy,
      created_at: decision.createdAt,
    })
    .execute();
  return number;
}

/** The decisions that a round made, by item. */
export async function listDecisionsOfRound(db: Db, roundId: string): Promise<{ id: string; number: string; itemId: string | null; isPublished: boolean }[]> {
  const rows = await db.selectFrom("decision").select(["id", "number", "round_item_id", "published_at"]).where("round_id", "=", roundId).orderBy("number").execute();
  return rows.map((row) => ({ id: row.id, number: row.number, itemId: row.round_item_id, isPublished: row.published_at !== null }));
}

/** The decisions of a round that turned out invalid stay in the register, as withdrawn. */
export async function withdrawDecisionsOf(trx: Trx, roundId: string): Promise<void> {
  await trx.updateTable("decision").set({ validity: "ingetrokken" }).where("round_id", "=", roundId).execute();
}
