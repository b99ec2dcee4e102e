import { createInitiative, type InitiativeInput } from "#app/commands/portfolio/create-initiative.ts";
import { draftProposal } from "#app/commands/proposals/draft-proposal.ts";
import { putUnderDiscussion } from "#app/commands/proposals/put-under-discussion.ts";
import { proposeRoadmapItem } from "#app/commands/roadmap/propose-roadmap-item.ts";
import type { Tlp } from "#app/domain/access/visibility.ts";
import { aText } from "#test/support/drafting.ts";
import { aPortal, type Portal } from "#test/support/portal.ts";

/** A portal with two proposals that reached the portfolio; how they got there is what the tests of voting show. */
export async function aPortfolio() {
  const portal = await aPortal();
  const first = await inPortfolio(portal, "Eerste eis");
  const second = await inPortfolio(portal, "Tweede eis");
  return { ...portal, first, second, board: () => portal.actingAs("secretaris.taskforce") };
}

/** The number of a new proposal of Expertgroep GGI-Netwerk that waits in the portfolio. */
export async function inPortfolio(portal: Portal, title: string, tlp: Tlp = "CLEAR"): Promise<string> {
  const drafted = await draftProposal(await portal.actingAs("lid1.netwerk"), { ...aText({ title, needs: ["BH-001"] }), body: "netwerk", kind: "eis", tlp });
  if (!drafted.ok) throw new Error(drafted.refusal);
  const { number } = drafted.value;
  await putUnderDiscussion(await portal.actingAs("voorzitter.netwerk"), { number });
  await portal.db.updateTable("proposal").set({ state: "in_portfolio" }).where("number", "=", number).execute();
  return number;
}

export const anInitiative = (changes: Partial<InitiativeInput> = {}): InitiativeInput => ({
  title: "Samen sneller", summary: "Beide eisen in één keer.", component: "ggi-netwerk", approach: "optimalisatie", costFrom: 100_000, costTo: 200_000,
  proposals: [], publicTitle: null, publicSummary: null, ...changes,
});

/** An initiative with these proposals, on the roadmap as voorgesteld. */
export async function proposed(portal: Pick<Portal, "actingAs">, proposals: readonly string[], changes: Partial<InitiativeInput> = {}): Promise<{ initiative: string; item: string }> {
  const board = await portal.actingAs("secretaris.taskforce");
  const made = await createInitiative(board, anInitiative({ proposals, ...changes }));
  if (!made.ok) throw new Error(made.refusal);
  const placed = await proposeRoadmapItem(board, { initiative: made.value.number, start: "2026-K2", end: "2026-K4", fte: 3, dependencies: [] });
  if (!placed.ok) throw new Error(placed.refusal);
  return { initiative: made.value.number, item: placed.value.number };
}
