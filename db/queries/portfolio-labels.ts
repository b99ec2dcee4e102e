import { strictest, TLP, type Tlp } from "#app/domain/access/visibility.ts";
import type { Trx } from "../client.ts";

/**
 * After a proposal got another label: every initiative that holds or held it, and its place on the roadmap, are as strict as the
 * strictest proposal in it. What was decided about it only gets stricter: a decision may have a reason of its own to be closed.
 */
export async function relabelInitiativesOf(trx: Trx, proposalId: string): Promise<void> {
  const held = await trx.selectFrom("initiative_proposal").select("initiative_id").where("proposal_id", "=", proposalId).execute();
  for (const { initiative_id: id } of held) {
    const quoted = await trx.selectFrom("initiative_proposal").innerJoin("proposal", "proposal.id", "initiative_proposal.proposal_id").select("proposal.tlp").where("initiative_id", "=", id).execute();
    const tlp = strictest(quoted.map((row) => row.tlp));
    await trx.updateTable("initiative").set({ tlp }).where("id", "=", id).execute();
    await trx.updateTable("roadmap_item").set({ tlp }).where("initiative_id", "=", id).execute();
    const looser = looserThan(tlp);
    if (looser.length > 0) await trx.updateTable("decision").set({ tlp }).where("initiative_id", "=", id).where("tlp", "in", looser).execute();
  }
}

/** A place on the roadmap says what its initiative says: after a change of the initiative it gets the same words and label. */
export async function rewordItemOf(trx: Trx, initiativeId: string): Promise<void> {
  const initiative = await trx.selectFrom("initiative").select(["title", "summary", "component_id", "tlp", "public_title", "public_summary", "updated_at"]).where("id", "=", initiativeId).executeTakeFirstOrThrow();
  await trx.updateTable("roadmap_item").set(initiative).where("initiative_id", "=", initiativeId).where("standing", "=", "voorgesteld").execute();
}

const looserThan = (tlp: Tlp): Tlp[] => TLP.slice(0, TLP.indexOf(tlp));
