import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { STRANGER, type Actor } from "#app/domain/access/actor.ts";
import { bulkMove } from "#app/domain/proposals/bulk.ts";
import { controlOf, controlSlug, editionOf, mappedControls, readControl } from "#app/domain/proposals/control.ts";
import { LIKE_ENOUGH, likeness, tellingWords } from "#app/domain/proposals/likeness.ts";
import { TRANSITIONS } from "#app/domain/proposals/lifecycle.ts";
import { mergeMove, type Mergeable } from "#app/domain/proposals/merging.ts";
import { PROPOSAL_STATES } from "#app/domain/proposals/proposal.ts";

describe("controls of a norm", () => {
  test("are the same control with and without zeros", () => {
    expect(readControl("bio2 8.07")).toEqual({ framework: "BIO2", number: "8.7" });
    expect(controlSlug({ framework: "BIO2", number: "8.07" })).toBe("bio2-8.7");
    expect(controlOf("big-10.10.1")).toEqual({ framework: "BIG", number: "10.10.1" });
    for (const text of ["", "BIO2", "8.16", "wet 1", "BIO2 8.16.1.2.3"]) expect(readControl(text)).toBe(null);
  });

  test("an indicative place names each control of a span", () => {
    expect(mappedControls("BIO2 5.19–5.22").map(({ number }) => number)).toEqual(["5.19", "5.20", "5.21", "5.22"]);
    expect(mappedControls("BIO2 8.26 en 8.28").map(({ number }) => number)).toEqual(["8.26", "8.28"]);
    expect(mappedControls("")).toEqual([]);
  });

  test("name their edition where there is more than one", () => {
    expect([editionOf({ framework: "BIG", edition: "2013" }), editionOf({ framework: "BIO2", edition: "" })]).toEqual(["BIG 2013", "BIO2"]);
  });
});

describe("titles that look alike", () => {
  test.each([
    ["Ernstig incident binnen een uur melden", "Ernstige incidenten binnen één uur melden", true],
    ["Logbestanden bewaren", "Logbestanden een jaar bewaren", true],
    ["Logbestanden bewaren", "Certificaten vernieuwen", false],
  ])("%s / %s", (one, other, isAlike) => expect(likeness(one, other) >= LIKE_ENOUGH).toBe(isAlike));

  test("likeness is symmetric, from 0 to 1, and 1 for the same title", () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (one, other) => {
        const like = likeness(one, other);
        expect([like, like >= 0 && like <= 1]).toEqual([likeness(other, one), true]);
      }),
    );
    expect(likeness("Één titel!", "een titel")).toBe(1);
  });

  test("the longest words tell the most", () => expect(tellingWords("De leverancier meldt een ernstig incident")).toEqual(["leverancier", "incident", "ernstig", "meldt"]));
});

const seated = (role: "chair" | "secretary" | "member", id = "sam"): Actor => ({ ...STRANGER, id, memberships: [{ bodyId: "veilig", bodySlug: "veilig", bodyName: "", seatId: "s", organisationId: "o", organisationName: "", isVoting: false, role }] });
const proposal = (changes: Partial<Mergeable> = {}): Mergeable => ({ id: "p1", kind: "eis", state: "under_discussion", bodyId: "veilig", authorIds: ["sam"], tlp: "CLEAR", ...changes });

describe("a duplicate goes up in another proposal", () => {
  const details = { reason: "Dubbel", askedBy: "sam" };
  const other = proposal({ id: "p2" });

  test("as the lifecycle lets it end: withdrawn before the vote, superseded after its adoption", () => {
    expect(mergeMove(proposal(), other, seated("secretary"), details)).toMatchObject({ value: { move: "withdraw-for-author", to: "withdrawn" } });
    expect(mergeMove(proposal({ state: "draft" }), other, seated("secretary"), details)).toMatchObject({ value: { move: "withdraw", to: "withdrawn" } });
    expect(mergeMove(proposal({ state: "adopted" }), proposal({ id: "p2", state: "in_portfolio" }), seated("chair"), details)).toMatchObject({ value: { move: "supersede", to: "superseded" } });
  });

  test.each([
    ["a member", mergeMove(proposal(), other, seated("member", "lid"), details), "not-allowed"],
    ["a draft of somebody else", mergeMove(proposal({ state: "draft", authorIds: ["lid"] }), other, seated("secretary"), details), "not-allowed"],
    ["itself", mergeMove(proposal(), proposal(), seated("secretary"), details), "other-is-same"],
    ["another body", mergeMove(proposal(), proposal({ id: "p2", bodyId: "netwerk" }), seated("secretary"), details), "other-body"],
    ["another kind", mergeMove(proposal(), proposal({ id: "p2", kind: "wens" }), seated("secretary"), details), "wrong-kind"],
    ["what has ended", mergeMove(proposal(), proposal({ id: "p2", state: "withdrawn" }), seated("secretary"), details), "other-ended"],
    ["a looser label", mergeMove(proposal({ tlp: "RED" }), other, seated("secretary"), details), "looser-label"],
    ["no reason", mergeMove(proposal(), other, seated("secretary"), { ...details, reason: " " }), "reason-missing"],
    ["nobody who asked", mergeMove(proposal(), other, seated("secretary"), { reason: "x" }), "author-missing"],
    ["during the vote", mergeMove(proposal({ state: "in_vote" }), other, seated("secretary"), details), "wrong-state"],
    ["adopted into what is not", mergeMove(proposal({ state: "adopted" }), other, seated("secretary"), details), "other-not-adopted"],
  ])("is refused for %s", (_, merged, refusal) => expect(merged).toEqual({ ok: false, refusal }));
});

test("a step for several proposals does exactly what the lifecycle allows for each", () => {
  const actor = seated("secretary");
  for (const state of PROPOSAL_STATES) {
    for (const kind of ["eis", "advies"] as const) {
      const one = proposal({ state, kind });
      expect([state, bulkMove(one, "discuss", actor, {}).moved.ok]).toEqual([state, (TRANSITIONS.discuss.from as readonly string[]).includes(state)]);
      expect([state, kind, bulkMove(one, "send", actor, {}).moved.ok]).toEqual([state, kind, state === "advised" || (state === "adopted" && kind === "advies")]);
    }
  }
  expect(bulkMove(proposal({ state: "draft" }), "withdraw", actor, {}).moved).toEqual({ ok: false, refusal: "reason-missing" });
});
