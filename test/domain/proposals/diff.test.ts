import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { diffFields, diffWords, textAfter, textBefore } from "#app/domain/proposals/diff.ts";

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
