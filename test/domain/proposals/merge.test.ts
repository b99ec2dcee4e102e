import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { composeText, hasClash, mergeLists, mergeTexts, mergeValues, passagesOf } from "#app/domain/proposals/merge.ts";
import { clashesOf, isClean, mergeVersions, settle, type VersionWords } from "#app/domain/proposals/version-merge.ts";

const BASE = "De leverancier meldt een incident. Dat doet hij binnen 60 minuten. De gemeente bevestigt.";
const text = (base: string, theirs: string, yours: string) => composeText(mergeTexts(base, theirs, yours), () => "yours");

describe("two people change the same text", () => {
  test("changes in different sentences are both taken over", () => {
    const theirs = BASE.replace("60", "30");
    const yours = BASE.replace("De gemeente bevestigt.", "De gemeente bevestigt dat op dezelfde dag.");

    const merged = mergeTexts(BASE, theirs, yours);

    expect(hasClash(merged)).toBe(false);
    expect(text(BASE, theirs, yours)).toBe("De leverancier meldt een incident. Dat doet hij binnen 30 minuten. De gemeente bevestigt dat op dezelfde dag.");
  });

  test("changes of the same sentence are shown next to each other, with what it was", () => {
    const [theirs, yours] = [BASE.replace("60", "30"), BASE.replace("60", "15")];

    expect(mergeTexts(BASE, theirs, yours)).toEqual([
      { kind: "agreed", text: "De leverancier meldt een incident. " },
      { kind: "clash", base: "Dat doet hij binnen 60 minuten. ", theirs: "Dat doet hij binnen 30 minuten. ", yours: "Dat doet hij binnen 15 minuten. " },
      { kind: "agreed", text: "De gemeente bevestigt." },
    ]);
  });

  test("a clash is settled with the stored words, one's own, or both after each other", () => {
    const pieces = mergeTexts("Een.", "Twee.", "Drie.");
    expect([composeText(pieces, () => "theirs"), composeText(pieces, () => "yours"), composeText(pieces, () => "both")]).toEqual(["Twee.", "Drie.", "Twee. Drie."]);
  });

  test("two additions at the same place clash: nobody knows which comes first", () => {
    expect(hasClash(mergeTexts("Een. ", "Een. Twee. ", "Een. Drie. "))).toBe(true);
  });

  test("what one removes and the other changes clashes", () => {
    expect(mergeTexts("Een. Twee. ", "Een. ", "Een. Twee en meer. ")).toEqual([
      { kind: "agreed", text: "Een. " },
      { kind: "clash", base: "Twee. ", theirs: "", yours: "Twee en meer. " },
    ]);
  });

  test("a value without parts is taken from who changed it", () => {
    expect([mergeValues("must", "should", "must"), mergeValues("must", "must", "could")]).toEqual([[{ kind: "agreed", text: "should" }], [{ kind: "agreed", text: "could" }]]);
    expect(hasClash(mergeValues("must", "should", "could"))).toBe(true);
  });

  test("a list holds what either added and not what either took out", () => {
    expect(mergeLists(["a", "b"], ["a", "b", "c"], ["b", "d"])).toEqual(["b", "c", "d"]);
  });
});

describe("a whole version", () => {
  const words: VersionWords = { title: "Melden", statement: BASE, rationale: "", acceptance: "", source: "", moscow: "must", weight: null, components: [], needs: [], policyAreas: [], controls: [] };

  test("merges field by field, and counts the places to settle", () => {
    const merge = mergeVersions(words, { ...words, title: "Snel melden", statement: BASE.replace("60", "30") }, { ...words, rationale: "Elke minuut telt.", statement: BASE.replace("60", "15") });

    expect(isClean(merge)).toBe(false);
    expect(clashesOf(merge)).toMatchObject([{ field: "statement", index: 0, yours: "Dat doet hij binnen 15 minuten. " }]);
    expect(settle(merge, () => "theirs")).toMatchObject({ title: "Snel melden", rationale: "Elke minuut telt.", statement: BASE.replace("60", "30") });
  });

  test("takes one of two for a value that cannot be both", () => {
    const merge = mergeVersions(words, { ...words, moscow: "should" }, { ...words, moscow: "could" });
    expect(settle(merge, () => "both").moscow).toBe("could");
  });
});

/** A text of passages that all differ, and what each of the two did with each passage. */
const edits = fc.array(
  fc.record({ by: fc.constantFrom("nobody", "theirs", "yours"), become: fc.constantFrom("removed", "changed", "longer") }),
  { minLength: 1, maxLength: 12 },
);
const sentence = (index: number) => `Zin nummer ${index}. `;
const edited = (index: number, become: string) => (become === "removed" ? "" : become === "changed" ? `Anders ${index}. ` : `Zin nummer ${index}. En meer ${index}. `);
const free = fc.array(fc.constantFrom("Een. ", "Twee. ", "Drie.\n", "vier ", "\n\n", "; ", "é", "- lijst\n"), { maxLength: 14 }).map((list) => list.join(""));

describe("properties of merging", () => {
  test("passages joined are the text", () => {
    fc.assert(fc.property(fc.oneof(free, fc.string({ unit: "grapheme" })), (one) => void expect(passagesOf(one).join("")).toBe(one)));
  });

  test("who changed nothing gets the other's text, and two who did the same agree", () => {
    fc.assert(
      fc.property(free, free, (base, changed) => {
        for (const merged of [mergeTexts(base, changed, base), mergeTexts(base, base, changed), mergeTexts(base, changed, changed)]) {
          expect(hasClash(merged)).toBe(false);
          expect(composeText(merged, () => "yours")).toBe(changed);
        }
      }),
    );
  });

  test("replacements of different passages merge to exactly both, and nothing else moves", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("nobody", "theirs", "yours"), { minLength: 1, maxLength: 12 }), (owners) => {
        const written = (who: (owner: string) => boolean) => owners.map((owner, index) => (who(owner) ? edited(index, "changed") : sentence(index))).join("");
        const [base, theirs, yours, both] = [written(() => false), written((owner) => owner === "theirs"), written((owner) => owner === "yours"), written((owner) => owner !== "nobody")];

        const merged = mergeTexts(base, theirs, yours);

        expect(hasClash(merged)).toBe(false);
        expect(composeText(merged, () => "both")).toBe(both);
      }),
    );
  });

  test("merging in the other order gives the same text and the same clashes, the sides exchanged", () => {
    fc.assert(
      fc.property(free, free, free, (base, theirs, yours) => {
        const [one, other] = [mergeTexts(base, theirs, yours), mergeTexts(base, yours, theirs)];
        const exchanged = other.map((piece) => (piece.kind === "agreed" ? piece : { ...piece, theirs: piece.yours, yours: piece.theirs }));
        expect(exchanged).toEqual(one);
      }),
    );
  });

  test("settling every clash with one side keeps the other side's changes elsewhere; removals too", () => {
    fc.assert(
      fc.property(edits, (list) => {
        const written = (by: string) => list.map((edit, index) => (edit.by === by ? edited(index, edit.become) : sentence(index))).join("");
        const merged = mergeTexts(written("-"), written("theirs"), written("yours"));
        if (hasClash(merged)) return;
        expect(composeText(merged, () => "both")).toBe(list.map((edit, index) => (edit.by === "nobody" ? sentence(index) : edited(index, edit.become))).join(""));
      }),
    );
  });

  test("with all clashes settled the base's way, only what was agreed differs; every piece has words", () => {
    fc.assert(
      fc.property(free, free, free, (base, theirs, yours) => {
        for (const piece of mergeTexts(base, theirs, yours)) {
          if (piece.kind === "agreed") expect(piece.text).not.toBe("");
          else expect(piece.theirs).not.toBe(piece.yours);
        }
      }),
    );
  });
});
