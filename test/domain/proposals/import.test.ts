import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { guessMapping, mappingProblem } from "#app/domain/proposals/import/columns.ts";
import { readImportRow, type ImportDefaults, type KnownWords } from "#app/domain/proposals/import/row.ts";
import { cellOf, kindOf, moscowOf, partsOf, tlpOf } from "#app/domain/proposals/import/words.ts";

const DEFAULTS: ImportDefaults = { kind: "eis", moscow: "should", weight: null, tlp: "GREEN" };
const KNOWN: KnownWords = { components: new Map([["ggi veilig", "ggi-veilig"]]), needs: new Map([["bh 001", "BH-001"], ["sterker staan", "BH-001"]]), policyAreas: new Map(), kinds: ["eis", "wens"] };
const row = (...cells: string[]) => ({ place: 2, cells, formulas: [], broken: [] });

describe("which column is what", () => {
  test("is guessed from Dutch and English headings, each field once", () => {
    expect(guessMapping(["ID", "Title", "Requirement text", "Rationale", "Remarks", "title"], [["1", "a", "b", "c", "d", "e"]])).toEqual(["original", "title", "statement", "rationale", null, null]);
    expect(guessMapping(["Eisnummer", "Omschrijving", "Naam", "Toetsing"], [["1", "a", "b", "c"]])).toEqual(["original", "statement", "title", "acceptance"]);
  });

  test("a column of kinds counts only when most words in it are a kind", () => {
    expect(guessMapping(["titel", "tekst", "type"], [["a", "b", "eis"], ["c", "d", "wens"]])[2]).toBe("kind");
    expect(guessMapping(["titel", "tekst", "type"], [["a", "b", "eis"], ["c", "d", "principe"]])[2]).toBe(null);
  });

  test("needs a title and a text, and no field twice", () => {
    expect(mappingProblem(["title", null])).toBe("statement-missing");
    expect(mappingProblem(["statement"])).toBe("title-missing");
    expect(mappingProblem(["title", "statement", "title"])).toBe("field-twice");
    expect(mappingProblem(["title", "statement"])).toBe(null);
  });
});

describe("a row", () => {
  test("takes what the file says, and the defaults where it says nothing", () => {
    const { proposal, problems } = readImportRow(row("Een", "Tekst", "", "GGI-Veilig", "Sterker staan; BH-001", "BIO2 8.16 | BIO 9.1"), ["title", "statement", "kind", "components", "needs", "controls"], DEFAULTS, KNOWN);
    expect(problems).toEqual([]);
    expect(proposal).toMatchObject({ kind: "eis", moscow: "should", tlp: "GREEN", weight: null, components: ["ggi-veilig"], needs: ["BH-001"], controls: ["BIO2 8.16", "BIO 9.1"] });
  });

  test("tells everything that is wrong with it at once", () => {
    const { problems } = readImportRow(row("", "Tekst", "advies", "Maan", "paars", "x"), ["title", "statement", "kind", "components", "moscow"], DEFAULTS, KNOWN);
    expect(problems.map(({ field, code }) => [field, code])).toEqual([[null, "extra-cells"], ["kind", "kind-of-other-body"], ["moscow", "unknown-moscow"], ["components", "unknown-component"], ["title", "required"]]);
  });

  test("of a wens has a weight from 1 to 100, its own or the one that was chosen", () => {
    const weight = (text: string, otherwise: number | null) => readImportRow(row("Een", "Tekst", "wens", text), ["title", "statement", "kind", "weight"], { ...DEFAULTS, weight: otherwise }, KNOWN);
    expect(weight("", 20).proposal.weight).toBe(20);
    expect(weight("40", 20).proposal.weight).toBe(40);
    for (const [text, code] of [["", "required"], ["101", "not-a-number"], ["veel", "not-a-number"], ["0", "not-a-number"]] as const) expect(weight(text, null).problems).toEqual([{ field: "weight", code, word: undefined }]);
  });

  test("with a formula or broken signs in a column that counts is refused; elsewhere they do not matter", () => {
    const read = (formulas: number[], broken: number[]) => readImportRow({ ...row("Een", "Tekst", "rest"), formulas, broken }, ["title", "statement", null], DEFAULTS, KNOWN).problems.map(({ field, code }) => [field, code]);
    expect(read([0], [1])).toEqual([["title", "formula"], ["statement", "broken-text"]]);
    expect(read([2], [2])).toEqual([]);
  });
});

describe("words", () => {
  test.each([["Eis", "eis"], ["REQUIREMENT", "eis"], ["wens", "wens"], ["aanbeveling", "wens"], ["maatregel", null], ["constructor", null]])("%s as a kind", (word, kind) => expect(kindOf(word)).toBe(kind));
  test.each([["Must have", "must"], ["S", "should"], ["Won’t have", "wont"], ["won't", "wont"], ["4,44", null]])("%s as a MoSCoW word", (word, moscow) => expect(moscowOf(word)).toBe(moscow));
  test.each([["TLP:GREEN", "GREEN"], ["amber", "AMBER"], ["TLP:CLEAR – openbaar", "CLEAR"], ["geheim", null]])("%s as a label", (word, tlp) => expect(tlpOf(word)).toBe(tlp));

  test("a list in one cell comes back as the same list", () => {
    const word = fc.string({ minLength: 1, maxLength: 12 }).map((text) => text.replace(/\s+/g, " ").trim()).filter((text) => text !== "");
    fc.assert(fc.property(fc.array(word, { maxLength: 4 }), (parts) => void expect(partsOf(cellOf(parts), /[;|,]/)).toEqual(parts)));
  });
});
