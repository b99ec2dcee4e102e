import { describe, expect, test } from "vitest";
import { chainOf } from "#app/domain/proposals/chain.ts";
import { STRANGER, type Actor } from "#app/domain/access/actor.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { findChain, listRoundsOf } from "#db/queries/proposal-chain.ts";
import { countProposals, listProposals, type ProposalFilter, type Sort } from "#db/queries/proposal-lists.ts";
import { findProposal } from "#db/queries/proposals.ts";
import { aDraft, aDraftingTable, aProposal } from "#test/support/drafting.ts";
import type { Chamber } from "#test/support/voting.ts";

const today = "2026-11-05" as Day;
const list = async (chamber: Chamber, actor: Actor, filter: Partial<ProposalFilter> = {}, sort: Sort = "number") =>
  (await listProposals(chamber.db, actor, { today, ...filter }, { sort, after: null, size: 50 })).proposals.map((proposal) => proposal.number);

describe("the list of proposals", () => {
  test("a stranger sees neither a draft nor a GREEN proposal, and the count agrees", async () => {
    const chamber = await aDraftingTable();
    await aProposal(chamber);
    await aProposal(chamber, { tlp: "GREEN" });
    await aDraft(chamber);
    const gemeente = (await chamber.as("gemeente")).actor;
    const lid = (await chamber.as("lid2")).actor;

    expect(await list(chamber, STRANGER)).toEqual(["VEI-001"]);
    expect(await list(chamber, gemeente)).toEqual(["VEI-001", "VEI-002"]);
    expect(await list(chamber, lid)).toEqual(["VEI-001", "VEI-002", "VEI-003"]);
    expect(await countProposals(chamber.db, STRANGER, { today })).toBe(1);
    expect(await countProposals(chamber.db, lid, { today })).toBe(3);
  });

  test.each<[Partial<ProposalFilter>, string[]]>([
    [{ q: "LOGBESTANDEN" }, ["VEI-002"]],
    [{ q: "vei-001" }, ["VEI-001"]],
    [{ q: "%" }, ["VEI-001", "VEI-002"]],
    [{ body: "veilig" }, ["VEI-001", "VEI-002"]],
    [{ body: "adviesraad" }, []],
    [{ kind: "wens" }, ["VEI-002"]],
    [{ component: "ggi-netwerk" }, ["VEI-002"]],
    [{ need: "BEH-001" }, ["VEI-001"]],
    [{ state: "under_discussion" }, ["VEI-001", "VEI-002"]],
    [{ state: "adopted" }, []],
  ])("filtered by %j gives %j, and the count agrees", async (filter, expected) => {
    const chamber = await aDraftingTable();
    await aProposal(chamber);
    await aProposal(chamber, { title: "Lögbestanden bewaren", kind: "wens", weight: 10, components: ["ggi-netwerk"], needs: [] });

    expect(await list(chamber, STRANGER, filter)).toEqual(expected);
    expect(await countProposals(chamber.db, STRANGER, { today, ...filter })).toBe(expected.length);
  });

  test.each<Sort>(["changed", "newest", "number", "title"])("page by page, sorted by %s, shows every proposal once", async (sort) => {
    const chamber = await aDraftingTable();
    for (let n = 0; n < 7; n++) await aProposal(chamber, { title: `Titel ${n % 3}` });

    const seen: string[] = [];
    for (let after: string | null = null, more = true; more; more = after !== null) {
      const page = await listProposals(chamber.db, STRANGER, { today }, { sort, after, size: 3 });
      seen.push(...page.proposals.map((proposal) => proposal.number));
      after = page.next;
    }

    expect(seen).toHaveLength(7);
    expect(new Set(seen).size).toBe(7);
  });

  test("a made-up page mark shows the first page", async () => {
    const chamber = await aDraftingTable();
    await aProposal(chamber);

    expect((await listProposals(chamber.db, STRANGER, { today }, { sort: "number", after: "onzin", size: 3 })).proposals).toHaveLength(1);
  });

  test("what is on hold until a past day counts as in the portfolio", async () => {
    const chamber = await aDraftingTable();
    await aProposal(chamber);
    await chamber.db.updateTable("proposal").set({ state: "on_hold", on_hold_until: "2026-11-05" as Day }).execute();

    expect(await list(chamber, STRANGER, { state: "in_portfolio" })).toEqual(["VEI-001"]);
    expect(await list(chamber, STRANGER, { state: "on_hold" })).toEqual([]);
  });
});

describe("the trail of a proposal", () => {
  test("holds its need, versions and steps, its authors and components", async () => {
    const chamber = await aDraftingTable();
    const number = await aProposal(chamber);
    const proposal = await findProposal(chamber.db, STRANGER, number, today);
    if (!proposal) throw new Error("not visible");

    const chain = await findChain(chamber.db, STRANGER, proposal, chamber.resources.now());
    const rounds = await listRoundsOf(chamber.db, STRANGER, proposal.id, chamber.resources.now());

    expect(chain).toMatchObject({
      needs: [{ number: "BEH-001", title: "Weten wat er gebeurt" }],
      versions: [{ version: 1 }],
      steps: [{ to: "draft" }, { to: "under_discussion" }],
      authors: [{ id: "lid1" }],
      components: [{ slug: "ggi-veilig" }],
      policyAreas: ["Informatieveiligheid"],
    });
    expect(chainOf({ ...chain, rounds, kind: proposal.kind, state: proposal.state, advice: null })[0]).toMatchObject({ what: "need", when: "done" });
  });
});
