import type { Actor } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { visibleTo } from "./visibility.ts";

/** Ties what the rounds on this agenda decided to their agenda items, unless it is tied already. Returns how many. */
export async function linkRoundDecisions(trx: Trx, meetingId: string): Promise<number> {
  const items = await trx.selectFrom("agenda_item").select(["id", "round_id"]).where("meeting_id", "=", meetingId).where("round_id", "is not", null).execute();
  let linked = 0;
  for (const item of items) {
    const rows = await trx.updateTable("decision").set({ meeting_id: meetingId, agenda_item_id: item.id }).where("round_id", "=", item.round_id).where("meeting_id", "is", null).returning("id").execute();
    linked += rows.length;
    if (rows.length > 0) await trx.updateTable("agenda_item").set({ outcome: "besluit" }).where("id", "=", item.id).execute();
  }
  return linked;
}

/** The version of a proposal that a decision of today is about. */
export async function currentVersionOf(db: Db, proposalId: string): Promise<number | null> {
  const row = await db.selectFrom("proposal").select("current_version").where("id", "=", proposalId).executeTakeFirst();
  return row?.current_version ?? null;
}

/** Where a decision came from and what became of it, each part only as far as the actor may see it. */
export async function findDecisionContext(db: Db, actor: Actor, decision: { readonly roundId: string | null; readonly proposalId: string | null; readonly initiativeId: string | null }) {
  const round = decision.roundId === null ? undefined : await db.selectFrom("round").select(["id", "title", "state", "closes_at"]).where("id", "=", decision.roundId).where(visibleTo(actor, "round", { shared: "announced_at" })).executeTakeFirst();
  const proposal = decision.proposalId === null ? undefined : await db.selectFrom("proposal").select(["id", "number", "title", "state"]).where("id", "=", decision.proposalId).where(visibleTo(actor, "proposal", { shared: "shared_at" })).executeTakeFirst();
  const initiatives =
    proposal === undefined && decision.initiativeId === null
      ? []
      : await db
          .selectFrom("initiative")
          .leftJoin("initiative_proposal", (join) => join.onRef("initiative_proposal.initiative_id", "=", "initiative.id").on("initiative_proposal.is_live", "=", 1))
          .select(["initiative.id", "initiative.number", "initiative.title", "initiative.state"])
          .where((eb) => eb.or([eb("initiative.id", "=", decision.initiativeId ?? "-"), eb("initiative_proposal.proposal_id", "=", proposal?.id ?? "-")]))
          .where(visibleTo(actor, "initiative"))
          .distinct()
          .execute();
  return {
    round: round ? { id: round.id, title: round.title, closesAt: round.closes_at satisfies Instant } : null,
    proposal: proposal ? { number: proposal.number, title: proposal.title, state: proposal.state } : null,
    initiatives: initiatives.map(({ number, title, state }) => ({ number, title, state })),
  };
}
