import { describe, expect, test } from "vitest";
import { ROLES, STRANGER, type Actor, type Role } from "#app/domain/access/actor.ts";
import { ACTS, may, type Act } from "#app/domain/access/policy.ts";
import { MOVERS, MOVES, systemTransition, transition, TRANSITIONS, type Move, type Mover, type Standing, type SystemMove } from "#app/domain/proposals/lifecycle.ts";
import { PROPOSAL_KINDS, PROPOSAL_STATES, type ProposalKind, type ProposalState } from "#app/domain/proposals/proposal.ts";

/** The table of the domain (Proposals), written down a second time: from, to, and by whom; whatever is not here does not exist. */
type Line = readonly [from: ProposalState, to: ProposalState, by: Who, kinds?: readonly ProposalKind[]];
type Who = "bureau" | "authors" | "secretary" | "secretary for an author" | Mover;

const RETURNS: readonly Line[] = [
  // "A round that is ongeldig": what it established is undone.
  ["adopted", "under_discussion", "round"],
  ["rejected", "under_discussion", "round"],
  ["advised", "in_advice", "round"],
];
const SUPERSEDED: readonly Line[] = (["adopted", "in_advice", "advised", "in_portfolio", "on_hold", "planned", "realised", "in_use"] as const).map((from) => [from, "superseded", "adoption"]);
const TABLE: readonly Line[] = [
  ["draft", "under_discussion", "bureau"],
  ["draft", "withdrawn", "authors"],
  ["under_discussion", "in_vote", "round"],
  ["under_discussion", "withdrawn", "secretary for an author"],
  ["in_vote", "under_discussion", "round"],
  ["in_vote", "adopted", "round"],
  ["in_vote", "rejected", "round"],
  ["adopted", "in_advice", "secretary", ["eis", "wens"]],
  ["adopted", "in_portfolio", "secretary", ["advies"]],
  ["in_advice", "advised", "round"],
  ["in_advice", "referred_back", "round"],
  ["advised", "in_portfolio", "secretary"],
  ["in_portfolio", "planned", "portfolio"],
  ["in_portfolio", "on_hold", "portfolio"],
  ["in_portfolio", "declined", "portfolio"],
  ["in_portfolio", "referred_back", "portfolio"],
  ["on_hold", "in_portfolio", "portfolio"],
  ["on_hold", "declined", "portfolio"],
  ["referred_back", "under_discussion", "authors"],
  ["referred_back", "withdrawn", "authors"],
  ["planned", "realised", "roadmap"],
  ["realised", "in_use", "roadmap"],
  ...SUPERSEDED,
  ...RETURNS,
];

const complete = { reason: "omdat", askedBy: "anna", advice: "positive", heldUntil: "2027-01-01" } as const;
const standing = (state: ProposalState, kind: ProposalKind): Standing => ({ kind, state, bodyId: "veilig", authorIds: ["anna"] });

const seated = (role: Role, bodyId: string): Actor => ({
  ...STRANGER,
  id: "bram",
  memberships: [{ bodyId, bodySlug: bodyId, bodyName: bodyId, seatId: "s", organisationId: "o", organisationName: "o", isVoting: true, role }],
});

/** Every kind of person that the portal knows, and what each is to a proposal of Veilig by Anna. */
const PEOPLE: readonly (readonly [name: string, actor: Actor, is: readonly Who[]])[] = [
  ["a stranger", STRANGER, []],
  ["an account without a seat", { ...STRANGER, id: "bram" }, []],
  ["a gemeentebeheerder", { ...STRANGER, id: "bram", isMunicipalAdmin: true, organisation: { id: "o", name: "o", code: null } }, []],
  ["a beheerder", { ...STRANGER, id: "bram", isAdmin: true }, []],
  ["an author", { ...STRANGER, id: "anna" }, ["authors"]],
  ...ROLES.map((role) => [`${role} of the body`, seated(role, "veilig"), isOf(role)] as const),
  ...ROLES.map((role) => [`${role} of another body`, seated(role, "netwerk"), []] as const),
  ["an author who is the secretaris", { ...seated("secretary", "veilig"), id: "anna" }, ["authors", ...isOf("secretary")]],
];

function isOf(role: Role): Who[] {
  if (role === "secretary") return ["bureau", "secretary", "secretary for an author"];
  return role === "chair" ? ["bureau"] : [];
}

const isMover = (by: string): by is Mover => (MOVERS as readonly string[]).includes(by);
const foundIn = (from: ProposalState, to: ProposalState, kind: ProposalKind) => TABLE.filter((line) => line[0] === from && line[1] === to && (line[3] ?? PROPOSAL_KINDS).includes(kind));

describe("the table of the domain, and nothing else", () => {
  test("every line of the table is a move, by whom the table says", () => {
    for (const [from, to, by, kinds = PROPOSAL_KINDS] of TABLE) {
      const moves = MOVES.filter((move) => (TRANSITIONS[move].from as readonly ProposalState[]).includes(from) && TRANSITIONS[move].to === to);
      const isPossible = moves.some((move) => kinds.every((kind) => systemTransition(standing(from, kind), move as SystemMove, complete).ok) && isMover(TRANSITIONS[move].by) === isMover(by));
      expect([from, to, isPossible]).toEqual([from, to, true]);
    }
  });

  test("no move goes along a line that is not in the table", () => {
    const strays = MOVES.flatMap((move) =>
      PROPOSAL_STATES.flatMap((state) =>
        PROPOSAL_KINDS.flatMap((kind) => {
          const moved = systemTransition(standing(state, kind), move as SystemMove, complete);
          return moved.ok && foundIn(state, moved.value, kind).length === 0 ? [`${move}: ${state} ${kind}`] : [];
        }),
      ),
    );
    expect(strays).toEqual([]);
  });

  test("a move by itself is made by what the table names: a round, the portfolio, the roadmap or an adoption", () => {
    for (const move of MOVES) {
      const { by, from, to } = TRANSITIONS[move];
      if (!isMover(by)) continue;
      for (const state of from) expect([move, foundIn(state, to, "eis").map((line) => line[2])]).toEqual([move, [by]]);
    }
  });
});

describe.each(PEOPLE)("%s", (_, actor, is) => {
  test.each(PROPOSAL_STATES)("in %s makes exactly the moves that the table gives", (state) => {
    const made: string[] = [];
    const expected: string[] = [];
    for (const kind of PROPOSAL_KINDS) {
      for (const move of MOVES) {
        const moved = transition(standing(state, kind), move, actor, complete);
        if (moved.ok) made.push(`${kind} ${state} → ${moved.value}`);
      }
      for (const [from, to, by, kinds = PROPOSAL_KINDS] of TABLE) if (from === state && kinds.includes(kind) && is.includes(by)) expected.push(`${kind} ${from} → ${to}`);
    }
    expect(made.sort()).toEqual(expected.sort());
  });
});

/** Each act on a proposal that is no move, and who may do it whatever the state: the state is the command's to refuse. */
const OTHER_ACTS = {
  "proposal.draft": (is) => is.some((who) => who === "seat" || who === "bureau"),
  "proposal.edit": (is) => is.some((who) => who === "authors" || who === "bureau"),
  "proposal.link": (is) => is.some((who) => who === "authors" || who === "bureau"),
  "proposal.unlink": (is) => is.some((who) => who === "authors" || who === "bureau"),
  "proposal.authors": (is) => is.some((who) => who === "authors" || who === "secretary"),
  "proposal.relabel": (is) => is.includes("bureau"),
  "proposal.resume": (is) => is.includes("secretary"),
  "proposal.import": (is) => is.includes("secretary"),
  "proposal.merge": (is) => is.includes("bureau"),
  "proposal.consult": (is) => is.includes("bureau"),
  "comment.answer": (is) => is.some((who) => who === "authors" || who === "bureau"),
  "condition.answer": (is) => is.some((who) => who === "authors" || who === "bureau"),
} satisfies Partial<Record<Act, (is: readonly string[]) => boolean>>;

test("every act on a proposal that is no move is for the people named here", () => {
  for (const [name, actor, is] of PEOPLE) {
    const isSeated = /^(member|substitute) of the body$/.test(name) ? [...is, "seat"] : is;
    for (const [act, isTheirs] of Object.entries(OTHER_ACTS)) expect([name, act, may(actor, act as Act, standing("draft", "eis"))]).toEqual([name, act, isTheirs(isSeated)]);
  }
});

test("every word of the policy about a proposal is tested here, as a move or as an act", () => {
  const byMoves = new Set<string>(MOVES.map((move: Move) => TRANSITIONS[move].by));
  const words = ACTS.filter((act) => act.startsWith("proposal.") && act !== "proposal.move");
  expect(words.filter((act) => !byMoves.has(act) && !(act in OTHER_ACTS))).toEqual([]);
});
