import fc from "fast-check";
import { describe, expect, test, vi } from "vitest";
import { sharedRuns } from "#app/domain/proposals/anchors.ts";
import { besideEachOther, diffFields, diffWords, textAfter, textBefore } from "#app/domain/proposals/diff.ts";

const text = { title: "Melden", statement: "", rationale: "", acceptance: "", source: "", moscow: "must" as const, weight: null };

describe("the difference between two texts", () => {
  test("shows which words went and which came", () => {
    expect(diffWords("binnen 60 minuten", "binnen 30 minuten")).toEqual([
      { kind: "same", text: "binnen " },
      { kind: "removed", text: "60" },
      { kind: "added", text: "30" },
      { kind: "same", text: " minuten" },
    ]);
  });

  test("neighbouring replacements read as one change", () => {
    expect(diffWords("wij melden snel alles", "de leverancier meldt alles").filter(({ kind }) => kind === "same").map(({ text }) => text)).toEqual([" alles"]);
  });

  test("punctuation does not make a word new", () => {
    expect(diffWords("Hij meldt.", "Hij meldt, snel.").filter(({ kind }) => kind === "removed")).toEqual([]);
  });

  test("names only the fields that differ, with the number of words", () => {
    const [only, ...others] = diffFields({ ...text, statement: "binnen 60 minuten" }, { ...text, statement: "binnen 30 minuten, dag en nacht" });
    expect(others).toEqual([]);
    expect(only).toMatchObject({ field: "statement", addedWords: 4, removedWords: 1 });
  });

  test("no difference is no field", () => {
    expect(diffFields(text, text)).toEqual([]);
  });

  test("two long texts that share little still compare quickly and completely", () => {
    const long = (word: string) => Array.from({ length: 4_000 }, (_, index) => `${word}${index}`).join(" ");
    const parts = diffWords(long("a"), long("b"));
    expect(textBefore(parts)).toBe(long("a"));
    expect(textAfter(parts)).toBe(long("b"));
  });
});

const words = fc.array(fc.constantFrom("de", "leverancier", "meldt", " ", "  ", "\n", ".", ",", "dag", "é", "é", "🙂"), { maxLength: 40 }).map((list) => list.join(""));

test("applying a difference gives exactly the other text, in both directions", () => {
  fc.assert(
    fc.property(fc.oneof(words, fc.string({ unit: "grapheme" })), fc.oneof(words, fc.string({ unit: "grapheme" })), (before, after) => {
      const parts = diffWords(before, after);
      expect(textBefore(parts)).toBe(before);
      expect(textAfter(parts)).toBe(after);
      expect(parts.every(({ text }) => text !== "")).toBe(true);
    }),
  );
});

test("a slow machine finds the same difference: where a comment is carried to does not depend on the clock", () => {
  const [before, after] = ["a", "b"].map((word) => Array.from({ length: 250 }, (_, index) => (index % 5 === 0 ? word : `woord${index}`)).join(" ")) as [string, string];
  const parts = diffWords(before, after);
  let now = Date.now();
  vi.spyOn(Date, "now").mockImplementation(() => (now += 1_000));

  expect(diffWords(before, after)).toEqual(parts);
  expect(parts.filter(({ kind }) => kind === "same").length).toBeGreaterThan(40);
});

describe("two long texts", () => {
  const long = Array.from({ length: 1_200 }, (_, index) => `woord${index % 97}x${index}`);

  test("a word here and there is found, not the whole text replaced", () => {
    const changed = long.map((word, index) => (index % 100 === 50 ? "anders" : word));

    const parts = diffWords(long.join(" "), changed.join(" "));

    expect(parts.filter(({ kind }) => kind === "removed").map(({ text }) => text)).toEqual(long.filter((_, index) => index % 100 === 50));
  });

  test("what they surely share stands at the places that are named, in the order of both", () => {
    const token = fc.constantFrom(..."abcdefghijkl".split(""));
    fc.assert(
      fc.property(fc.array(token, { maxLength: 80 }), fc.array(token, { maxLength: 30 }), fc.array(token, { maxLength: 80 }), (start, middle, end) => {
        const [a, b] = [[...start, ...middle, ...end], [...end, ...middle, ...start]];
        let [endA, endB] = [0, 0];
        for (const run of sharedRuns(a, b)) {
          expect(run.a >= endA && run.b >= endB).toBe(true);
          expect(a.slice(run.a, run.a + run.length)).toEqual(b.slice(run.b, run.b + run.length));
          [endA, endB] = [run.a + run.length, run.b + run.length];
        }
      }),
    );
  });

  test("applying the difference of two long texts gives exactly the other one", () => {
    fc.assert(
      fc.property(fc.array(fc.record({ at: fc.nat(1_199), word: fc.constantFrom("", "anders", "woord1", "nog iets", ".") }), { maxLength: 60 }), (edits) => {
        const changed = [...long];
        for (const { at, word } of edits) changed[at] = word;
        const [before, after] = [long.join(" "), changed.join(" ")];
        const parts = diffWords(before, after);
        expect([textBefore(parts), textAfter(parts)]).toEqual([before, after]);
      }),
      { numRuns: 30 },
    );
  });
});

describe("side by side", () => {
  test("each line stands next to what became of it", () => {
    const rows = besideEachOther(diffWords("Een.\nTwee.\nDrie.", "Een.\nVier.\nDrie."));
    expect(rows.map(({ before, after }) => [textBefore(before), textAfter(after)])).toEqual([["Een.", "Een."], ["Twee.", "Vier."], ["Drie.", "Drie."]]);
  });

  test("no word is lost on either side", () => {
    const squeezed = (text: string) => text.replace(/\n+/g, "");
    fc.assert(
      fc.property(words, words, (before, after) => {
        const rows = besideEachOther(diffWords(before, after));
        expect(squeezed(rows.map((row) => textBefore(row.before)).join(""))).toBe(squeezed(before));
        expect(squeezed(rows.map((row) => textAfter(row.after)).join(""))).toBe(squeezed(after));
      }),
    );
  });
});
