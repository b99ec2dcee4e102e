import fc from "fast-check";
import { expect, test } from "vitest";
import { chaptersOf, noteMarkdown, type NoteBlock } from "#app/domain/building-blocks/note.ts";

const AREAS = [{ slug: "a", name: "Eerst" }, { slug: "b", name: "Dan" }, { slug: "c", name: "Later" }];
const WORDS = { title: (who: string) => `Nota van ${who}`, intro: (who: string) => `Zo werkt ${who}.`, sources: "Normen", rests: (title: string, controls: string) => `${title}: ${controls}` };
const block = (code: string, areas: string[], changes: Partial<NoteBlock> = {}): NoteBlock => ({ code, title: `Titel ${code}`, statement: `Wij doen ${code}.`, areas, controls: [], ...changes });

test("a block in two areas comes once, under the first", () => {
  const note = noteMarkdown("Utrecht", [block("X", ["b", "a"]), block("Y", ["b"], { controls: ["10.6"] })], AREAS, WORDS);
  expect(note).toBe("# Nota van Utrecht\n\nZo werkt Utrecht.\n\n## Eerst\n\n### Titel X\n\nWij doen X.\n\n## Dan\n\n### Titel Y\n\nWij doen Y.\n\n## Normen\n\n- Titel Y: 10.6\n");
});

test("what a gemeente wrote itself takes the place of the sentence, and never becomes markup", () => {
  const note = noteMarkdown("Utrecht", [block("X", ["a"], { adapted: "# Kop\n<script>1. [x](javascript:y)" })], AREAS, WORDS);
  expect(note).toContain("\\# Kop\n\n\\<script\\>1. \\[x\\](javascript:y)");
  expect(note).not.toContain("Wij doen X.");
});

test("every chosen block stands in the note exactly once, whatever its areas", () => {
  const aBlock = fc.tuple(fc.integer({ min: 1, max: 40 }), fc.subarray(["a", "b", "c"], { minLength: 1 })).map(([code, areas]) => block(String(code), areas));
  fc.assert(
    fc.property(fc.uniqueArray(aBlock, { selector: ({ code }) => code }), (blocks) => {
      const placed = chaptersOf(blocks, AREAS).flatMap(({ blocks: own }) => own.map(({ code }) => code));
      expect([...placed].sort()).toEqual(blocks.map(({ code }) => code).sort());
    }),
  );
});
