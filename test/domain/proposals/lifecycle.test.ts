import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ROLES, STRANGER, type Actor, type Role } from "#app/domain/access/actor.ts";
import { canMove, MOVES, systemTransition, transition, TRANSITIONS, type Move, type Standing } from "#app/domain/proposals/lifecycle.ts";
import type { Day } from "#app/domain/shared/instant.ts";
import { END_STATES, PROPOSAL_KINDS, PROPOSAL_STATES, stateAt, type ProposalState } from "#app/domain/proposals/proposal.ts";

const standing = (change: Partial<Standing> = {}): Standing => ({ kind: "eis", state: "draft", bodyId: "veilig", authorIds: ["anna"], ...change });
const complete = { reason: "omdat", askedBy: "anna", advice: "positive", heldUntil: "2027-01-01" } as const;

const seated = (role: Role, bodyId = "veilig", id = "bram"): Actor => ({
  ...STRANGER,
  id,
  memberships: [
    { bodyId, bodySlug: bodyId, bodyName: bodyId, seatId: "s", organisationId: "o", organisationName: "o", isVoting: true, role },
  ],
});
const anna: Actor = { ...STRANGER, id: "anna" };

describe("who may do what with a proposal", () => {
  test.each<[string, Move, ProposalState, Actor, boolean]>([
    ["the voorzitter puts a draft under discussion", "discuss", "draft", seated("chair"), true],
    ["the secretaris puts a draft under discussion", "discuss", "draft", seated("secretary"), true],
    ["a member does not", "discuss", "draft", seated("member"), false],
    ["the secretaris of another body does not", "discuss", "draft", seated("secretary", "netwerk"), false],
    ["an author withdraws a draft", "withdraw", "draft", anna, true],
    ["the voorzitter does not withdraw somebody's draft", "withdraw", "draft", seated("chair"), false],
    ["an author alone does not withdraw what is discussed", "withdraw-for-author", "under_discussion", anna, false],
    ["the secretaris withdraws it for an author", "withdraw-for-author", "under_discussion", seated("secretary"), true],
    ["the voorzitter does not", "withdraw-for-author", "under_discussion", seated("chair"), false],
    ["the secretaris sends what was adopted on for advice", "refer", "adopted", seated("secretary"), true],
    ["the voorzitter does not", "refer", "adopted", seated("chair"), false],
    ["an author brings back what was referred back", "resubmit", "referred_back", anna, true],
    ["a stranger does nothing", "discuss", "draft", STRANGER, false],
  ])("%s", (_, move, state, actor, allowed) => {
    expect(transition(standing({ state }), move, actor, complete).ok).toBe(allowed);
  });

  test("nobody adopts by hand, whatever the role", () => {
    for (const role of ROLES) expect(transition(standing({ state: "in_vote" }), "adopt", seated(role), complete)).toEqual({ ok: false, refusal: "not-allowed" });
  });

  test("an outsider learns only that they are an outsider, not the state", () => {
    expect(transition(standing({ state: "adopted" }), "discuss", STRANGER)).toEqual({ ok: false, refusal: "not-allowed" });
  });

  test("a button shows exactly when the completed form would be accepted", () => {
    expect(canMove(standing(), "discuss", seated("chair"))).toBe(true);
    expect(canMove(standing({ state: "adopted" }), "discuss", seated("chair"))).toBe(false);
  });
});

describe("what each move asks for", () => {
  test("a withdrawal needs a reason", () => {
    expect(transition(standing(), "withdraw", anna, { reason: "  " })).toEqual({ ok: false, refusal: "reason-missing" });
  });

  test("the secretaris withdraws only at the request of one of the authors", () => {
    const answer = transition(standing({ state: "under_discussion" }), "withdraw-for-author", seated("secretary"), { reason: "dubbel", askedBy: "cees" });
    expect(answer).toEqual({ ok: false, refusal: "author-missing" });
  });

  test("an advies goes straight to the portfolio, an eis goes by the Adviesraad", () => {
    expect(transition(standing({ state: "adopted", kind: "advies" }), "advice-to-portfolio", seated("secretary")).ok).toBe(true);
    expect(transition(standing({ state: "adopted", kind: "advies" }), "refer", seated("secretary"))).toEqual({ ok: false, refusal: "wrong-kind" });
    expect(transition(standing({ state: "adopted" }), "advice-to-portfolio", seated("secretary"))).toEqual({ ok: false, refusal: "wrong-kind" });
  });

  test("holding a proposal needs a date, an advice needs its direction", () => {
    expect(systemTransition(standing({ state: "in_portfolio" }), "hold", { reason: "later" })).toEqual({ ok: false, refusal: "date-missing" });
    expect(systemTransition(standing({ state: "in_advice" }), "advise")).toEqual({ ok: false, refusal: "advice-missing" });
  });

  test("what is on hold until a date stands in the portfolio again from that date, by itself", () => {
    const [before, from] = ["2026-12-31" as Day, "2027-01-01" as Day];
    expect(stateAt("on_hold", from, before)).toBe("on_hold");
    expect(stateAt("on_hold", from, from)).toBe("in_portfolio");
    expect(stateAt("adopted", from, from)).toBe("adopted");
  });
});

describe("every state, every move, every role", () => {
  const triples = fc.record({
    move: fc.constantFrom(...MOVES),
    state: fc.constantFrom(...PROPOSAL_STATES),
    kind: fc.constantFrom(...PROPOSAL_KINDS),
    role: fc.constantFrom(...ROLES),
    bodyId: fc.constantFrom("veilig", "netwerk"),
    isAuthor: fc.boolean(),
  });

  test("a proposal only ever goes along a line of the table, to the end of that line", () => {
    fc.assert(
      fc.property(triples, ({ move, state, kind, role, bodyId, isAuthor }) => {
        const actor = seated(role, bodyId, isAuthor ? "anna" : "bram");
        const answer = transition(standing({ state, kind }), move, actor, complete);
        if (!answer.ok) return;
        expect(TRANSITIONS[move].from).toContain(state);
        expect(answer.value).toBe(TRANSITIONS[move].to);
        expect(isAuthor || bodyId === "veilig").toBe(true);
      }),
    );
  });

  test("from an end there is no way on, except a successor or a round declared invalid", () => {
    const exceptions: Move[] = ["supersede", "undo-rejection"];
    for (const state of END_STATES)
      for (const move of MOVES.filter((move) => !exceptions.includes(move))) {
        expect(TRANSITIONS[move].from).not.toContain(state);
      }
  });

  test("every state but the first is reached by some move, and every state that has not ended leads somewhere", () => {
    for (const state of PROPOSAL_STATES.filter((state) => state !== "draft")) {
      expect(MOVES.some((move) => TRANSITIONS[move].to === state)).toBe(true);
    }
    for (const state of PROPOSAL_STATES.filter((state) => !(END_STATES as readonly string[]).includes(state))) {
      expect(MOVES.some((move) => (TRANSITIONS[move].from as readonly string[]).includes(state))).toBe(true);
    }
  });
});
