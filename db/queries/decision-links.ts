import type { Actor } from "#app/domain/access/actor.ts";
import type { Instant } from "#app/domain/shared/instant.ts";
import type { Db, Trx } from "../client.ts";
import { visibleTo } from "./visibility.ts";

/** Ties what the rounds on this agenda decided to their agenda items, unless it is tied already; to a closed item only what is closed itself. Returns how many. */
export async function linkRoundDecisions(trx: Trx, meetingId: string): Promise<number> {
  const items = await trx.selectFrom("agenda_item").select(["id", "round_id", "is_closed"]).where("meeting_id", "=", meetingId).where("round_id", "is not", null).execute();
  let linked = 0;
  for (const item of items) {
    const untied = trx.updateTable("decision").set({ meeting_id: meetingId, agenda_item_id: item.id }).where("round_id", "=", item.round_id).where("meeting_id", "is", null);
    const rows = await (item.is_closed === 1 ? untied.where("tlp", "=", "RED") : untied).returning("id").execute();
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
export async function findDecisionContext(db: Db, actor: Actor, decision: { readonly id: string; readonly roundId: string | null; readonly proposalId: string | null; readonly initiativeId: string | null }) {
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
  const own = initiatives.find(({ id }) => id === decision.initiativeId);
  const items =
    initiatives.length === 0
      ? []
      : await db
          .selectFrom("roadmap_item")
          .select(["number", "title"])
          .where("initiative_id", "in", initiatives.map(({ id }) => id))
          .where("standing", "=", "vastgesteld")
          .where(visibleTo(actor, "roadmap_item"))
          .orderBy("number")
          .execute();
  return {
    subject: own ? { number: own.number, title: own.title } : null,
    texts: decision.initiativeId === null ? [] : await listTextsMovedBy(db, actor, decision.id),
    items,
    round: round ? { id: round.id, title: round.title, closesAt: round.closes_at satisfies Instant } : null,
    proposal: proposal ? { number: proposal.number, title: proposal.title, state: proposal.state } : null,
    initiatives: initiatives.filter(({ id }) => id !== own?.id).map(({ number, title, state }) => ({ number, title, state })),
  };
}

/** The proposals that a portfolio decision moved, with the version that stood then. */
const listTextsMovedBy = (db: Db, actor: Actor, decisionId: string) =>
  db
    .selectFrom("proposal_step")
    .innerJoin("proposal", "proposal.id", "proposal_step.proposal_id")
    .select(["proposal.number", "proposal.title", "proposal_step.version"])
    .where("proposal_step.decision_id", "=", decisionId)
    .where(visibleTo(actor, "proposal", { shared: "shared_at" }))
    .orderBy("proposal.number")
    .execute();
