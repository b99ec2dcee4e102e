import { describe, expect, test } from "vitest";
import { standsIn } from "#app/domain/proposals/discussion.ts";
import { INITIATIVES } from "#seeds/demo/portfolio.ts";
import { MEETINGS } from "#seeds/demo/meetings.ts";
import { PEOPLE, VOTING_SEATS } from "#seeds/demo/people.ts";
import { PROPOSALS } from "#seeds/demo/proposals.ts";
import { ROUNDS } from "#seeds/demo/rounds.ts";
import type { StoryProposal } from "#seeds/demo/story.ts";

const keys = new Set(PROPOSALS.map(({ key }) => key));

/** The statement, motivering and toetsing as they stand in version `version`. */
function textAt(proposal: StoryProposal, version: number): string {
  const texts = [proposal, ...(proposal.versions ?? [])].slice(0, version).reduce((before, after) => ({ ...before, ...after }), proposal);
  return [texts.title, texts.statement, texts.rationale, texts.acceptance].join("\n");
}

describe("the demonstration story", () => {
  test("has at least sixty proposals, each with a key of its own", () => {
    expect(PROPOSALS.length).toBeGreaterThanOrEqual(60);
    expect(keys.size).toBe(PROPOSALS.length);
  });

  test("gives nobody's name to two people", () => {
    expect(new Set(PEOPLE.map(({ name }) => name)).size).toBe(PEOPLE.length);
  });

  test.each(Object.entries(VOTING_SEATS))("gives %s exactly %i voting seats, each for another organisation", (body, seats) => {
    const voting = PEOPLE.filter(({ seat }) => seat?.body === body && seat.isVoting);
    expect(voting).toHaveLength(seats);
    expect(new Set(voting.map(({ organisation }) => JSON.stringify(organisation))).size).toBe(seats);
  });

  test("quotes only passages that stand in the version they react to", () => {
    const wrong = PROPOSALS.flatMap((proposal) =>
      (proposal.comments ?? []).filter(({ quote, version }) => quote !== undefined && !standsIn(quote, textAt(proposal, version))).map(({ quote }) => `${proposal.key}: ${quote}`),
    );
    expect(wrong).toEqual([]);
  });

  test("votes only on proposals that exist, and never with more seats than there are", () => {
    for (const round of ROUNDS) {
      for (const { proposal, spread } of round.items) {
        expect(keys).toContain(proposal);
        expect(spread.reduce((sum, votes) => sum + votes, 0)).toBeLessThanOrEqual(VOTING_SEATS[round.body]);
      }
    }
  });

  test("puts a proposal under discussion well before its first round is prepared", () => {
    const early = PROPOSALS.flatMap(({ key, discussed = 0 }) => {
      const first = Math.min(...ROUNDS.filter(({ items }) => items.some((item) => item.proposal === key)).map(({ opens }) => opens));
      return first - discussed < 6 ? [`${key}: ${discussed} and ${first}`] : [];
    });
    expect(early).toEqual([]);
  });

  test("groups a proposal in at most one initiative", () => {
    const grouped = INITIATIVES.flatMap(({ proposals }) => proposals);
    expect(new Set(grouped).size).toBe(grouped.length);
    expect(grouped.filter((key) => !keys.has(key))).toEqual([]);
  });

  test("changes a text only between two rounds", () => {
    for (const proposal of PROPOSALS) {
      for (const { day } of proposal.versions ?? []) {
        const running = ROUNDS.filter(({ items }) => items.some((item) => item.proposal === proposal.key)).filter(({ opens, closes }) => opens <= day && day <= closes + 2);
        expect(running.map(({ key }) => `${proposal.key} ${day} ${key}`)).toEqual([]);
      }
    }
  });

  test("points from meetings only at rounds, proposals and initiatives that exist", () => {
    const rounds = new Set(ROUNDS.map(({ key }) => key));
    const initiatives = new Set(INITIATIVES.map(({ key }) => key));
    for (const { round, proposal, initiative } of MEETINGS.flatMap(({ agenda }) => agenda)) {
      if (round) expect(rounds).toContain(round);
      if (proposal) expect(keys).toContain(proposal);
      if (initiative) expect(initiatives).toContain(initiative);
    }
  });
});
