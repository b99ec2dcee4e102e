import { expect, test } from "vitest";
import { markWords, snippet, wordsOf } from "#app/domain/search/words.ts";

test("a question becomes words without accents, signs or doubles", () => {
  expect(wordsOf("  Súdwest-Fryslân \"VEI-014\" súdwest ")).toEqual(["sudwest", "fryslan", "vei", "014"]);
});

test("words that stand in every text are left out, unless there is nothing else", () => {
  expect(wordsOf("het bewaren van de logs")).toEqual(["bewaren", "logs"]);
  expect(wordsOf("de het")).toEqual(["de", "het"]);
});

test("signs that a database would obey are gone", () => {
  expect(wordsOf(`') or 1=1 -- "x" * NEAR(a) :* & |`)).toEqual(["or", "1", "x", "near", "a"]);
});

test("the words that were asked for are marked, also by their beginning and with other accents", () => {
  expect(markWords("Fryslân logt; logboeken ook.", ["fryslan", "logb"])).toEqual([
    { text: "Fryslân", isMatch: true },
    { text: " logt; ", isMatch: false },
    { text: "logboeken", isMatch: true },
    { text: " ook.", isMatch: false },
  ]);
});

test("a snippet holds the words that were asked for and loses no other letter", () => {
  const text = `${"Dit is een lange inleiding. ".repeat(20)}Hier staat het certificaat. ${"En nog een slot. ".repeat(20)}`;
  const pieces = snippet(text, ["certificaat"]);
  const shown = pieces.map((piece) => piece.text).join("").replace(/^… | …$/g, "");
  expect(pieces).toContainEqual({ text: "certificaat", isMatch: true });
  expect(text).toContain(shown);
});
