import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compareChapters, compareSets, type ComparedChapter, type ComparedRequirement } from "#app/domain/requirement-sets/comparison.ts";
import { mayFreeze, newerVersion, problemsOf, type CheckedRequirement } from "#app/domain/requirement-sets/completeness.ts";
import { canonicalContent, type SetContent } from "#app/domain/requirement-sets/content.ts";
import { compareNumbers, outlineOf, type ChapterPlace, type RequirementPlace } from "#app/domain/requirement-sets/outline.ts";
import { movedInOrder, ownerOf, slugFor } from "#app/domain/requirement-sets/requirement-set.ts";
import { canonicalJson } from "#app/domain/shared/canonical-json.ts";

const chapter = (id: string, position: number, parentId: string | null = null): ChapterPlace => ({ id, position, parentId });
const placed = (id: string, chapterId: string, position: number): RequirementPlace => ({ id, chapterId, position });
const numbersOf = (chapters: readonly ChapterPlace[], requirements: readonly RequirementPlace[]) =>
  outlineOf(chapters, requirements).map((line) => `${line.number} ${line.kind === "chapter" ? line.chapter.id : line.requirement.id}`);

describe("numbering", () => {
  test("a requirement in a section gets three numbers; what stands in the chapter itself comes first and the sections count on", () => {
    const chapters = [chapter("algemeen", 1), chapter("veilig", 2), chapter("melden", 1, "veilig"), chapter("loggen", 2, "veilig")];
    const requirements = [placed("a", "algemeen", 1), placed("b", "veilig", 1), placed("c", "melden", 2), placed("d", "melden", 1), placed("e", "loggen", 1)];
    expect(numbersOf(chapters, requirements)).toEqual(["1 algemeen", "1.1 a", "2 veilig", "2.1 b", "2.2 melden", "2.2.1 d", "2.2.2 c", "2.3 loggen", "2.3.1 e"]);
  });

  const somePlaces = fc
    .record({ tops: fc.integer({ min: 1, max: 4 }), sections: fc.array(fc.tuple(fc.nat(3), fc.integer({ min: 1, max: 3 })), { maxLength: 6 }), items: fc.array(fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 5 })), { maxLength: 20 }) })
    .map(({ tops, sections, items }) => {
      const chapters = [...Array.from({ length: tops }, (_, index) => chapter(`t${index}`, index + 1)), ...sections.map(([top, position], index) => chapter(`s${index}`, position, `t${top % tops}`))];
      return { chapters, requirements: items.map(([at, position], index) => placed(`r${index}`, chapters[at % chapters.length]?.id ?? "", position)) };
    });

  test("no number is given twice, numbers rise as one reads, and the order in which the rows come changes nothing", () => {
    fc.assert(
      fc.property(somePlaces, fc.infiniteStream(fc.nat()), ({ chapters, requirements }, chance) => {
        const shuffled = <Item>(items: readonly Item[]) => items.map((item) => [chance.next().value as number, item] as const).sort((a, b) => a[0] - b[0]).map(([, item]) => item);
        const lines = outlineOf(chapters, requirements);
        const numbers = lines.map(({ number }) => number);
        expect(new Set(numbers).size).toBe(chapters.length + requirements.length);
        expect([...numbers].sort(compareNumbers)).toEqual(numbers);
        expect(outlineOf(shuffled(chapters), shuffled(requirements))).toEqual(lines);
      }),
    );
  });
});

const checked = (changes: Partial<CheckedRequirement> = {}): CheckedRequirement => ({
  id: "r1", number: "1.1", proposal: "VEI-001", version: 2, kind: "eis", weight: null, titleKey: "melden", textKey: "k1", hasAcceptance: true,
  tlp: "CLEAR", state: "adopted", currentVersion: 2, adoptedVersions: [2], suspectLinks: 0, ...changes,
});
const full = [{ id: "c1", number: "1", title: "Algemeen", isEmpty: false }];
const codesFor = (...requirements: CheckedRequirement[]) => problemsOf({ tlp: "GREEN", chapters: full, requirements }).map(({ code }) => code);

describe("the check before freezing", () => {
  test("nothing is wrong with adopted requirements that can be proved", () => {
    expect(codesFor(checked())).toEqual([]);
  });

  test.each([
    ["without requirements", [], ["no-requirements"]],
    ["without a way to prove it", [checked({ hasAcceptance: false })], ["acceptance-missing"]],
    ["stricter than the set", [checked({ tlp: "AMBER" })], ["label-stricter"]],
    ["a text that no round adopted", [checked({ state: "under_discussion", currentVersion: 2, adoptedVersions: [] })], ["not-adopted"]],
    ["replaced by another", [checked({ state: "superseded" })], ["superseded"]],
    ["a link that nobody reviewed", [checked({ suspectLinks: 1 })], ["suspect-link"]],
    ["an older text than was adopted since", [checked({ version: 1, adoptedVersions: [1, 2] })], ["newer-version"]],
    ["the same text twice", [checked(), checked({ id: "r2", number: "1.2", proposal: "VEI-002", titleKey: "anders" })], ["duplicate"]],
    ["the same title twice", [checked(), checked({ id: "r2", number: "1.2", proposal: "VEI-002", textKey: "k2" })], ["duplicate"]],
    ["weights of 60", [checked({ kind: "wens", weight: 60 })], ["weights-not-100"]],
    ["weights of 100", [checked({ kind: "wens", weight: 60 }), checked({ id: "r2", kind: "wens", weight: 40, titleKey: "b", textKey: "b" })], []],
  ] as const)("%s", (_, requirements, codes) => {
    expect(codesFor(...requirements)).toEqual(codes);
  });

  test("a text that was adopted before is still adopted while the next one is being discussed", () => {
    expect(codesFor(checked({ version: 1, state: "under_discussion", currentVersion: 2, adoptedVersions: [1] }))).toEqual([]);
    expect(newerVersion(checked({ version: 1, state: "under_discussion", currentVersion: 2, adoptedVersions: [1] }))).toBeNull();
  });

  test("remarks do not stand in the way, hurdles do", () => {
    expect(mayFreeze(problemsOf({ tlp: "GREEN", chapters: [{ ...full[0]!, isEmpty: true }], requirements: [checked({ suspectLinks: 2 })] }))).toBe(true);
    expect(mayFreeze(problemsOf({ tlp: "GREEN", chapters: full, requirements: [checked({ hasAcceptance: false })] }))).toBe(false);
  });
});

const content = (numbers: readonly string[]): SetContent => ({
  ...{ slug: "ggi-veilig", version: 1, title: "GGI-Veilig", lot: "", intro: "", component: "ggi-veilig", body: "veilig", tlp: "GREEN" },
  chapters: numbers.map((number) => ({ number, title: `Hoofdstuk ${number}`, intro: "" })),
  requirements: numbers.map((number) => ({ number: `${number}.1`, proposal: `VEI-${number}`, version: 1, kind: "eis", weight: null, textHash: "abc" })),
});

test("the same edition has the same fingerprint in whatever order it was read, and another as soon as anything differs", () => {
  const some = fc.uniqueArray(fc.integer({ min: 1, max: 40 }).map(String), { minLength: 1, maxLength: 12 });
  fc.assert(fc.property(some.chain((numbers) => fc.tuple(fc.constant(numbers), fc.shuffledSubarray(numbers, { minLength: numbers.length }))), ([one, other]) => {
    expect(canonicalJson(canonicalContent(content(other)))).toBe(canonicalJson(canonicalContent(content(one))));
  }));
  const base = canonicalJson(canonicalContent(content(["1"])));
  for (const changes of [{ title: "Anders" }, { intro: "x" }, { version: 2 }, { tlp: "RED" as const }]) expect(canonicalJson(canonicalContent({ ...content(["1"]), ...changes }))).not.toBe(base);
});

const edition = fc
  .uniqueArray(fc.record({ proposal: fc.integer({ min: 1, max: 15 }).map((number) => `VEI-${number}`), chapter: fc.constantFrom("a", "b", "c"), version: fc.integer({ min: 1, max: 3 }), weight: fc.constantFrom(null, 10, 20) }), { selector: ({ proposal }) => proposal, maxLength: 12 })
  .map((items): ComparedRequirement[] => items.map((item, index) => ({ ...item, number: String(index + 1), kind: "eis" })));
const proposals = (items: readonly { readonly proposal: string }[]) => items.map(({ proposal }) => proposal).sort();
const turned = (pairs: readonly { readonly before: ComparedRequirement; readonly after: ComparedRequirement }[]) => pairs.map(({ before, after }) => JSON.stringify([before, after])).sort();
const flipped = (pairs: readonly { readonly before: ComparedRequirement; readonly after: ComparedRequirement }[]) => pairs.map(({ before, after }) => JSON.stringify([after, before])).sort();

describe("comparing two editions", () => {
  test("the other way round it is the exact opposite", () => {
    fc.assert(
      fc.property(edition, edition, (a, b) => {
        const [there, back] = [compareSets(a, b), compareSets(b, a)];
        expect([proposals(back.added), proposals(back.removed)]).toEqual([proposals(there.removed), proposals(there.added)]);
        expect([turned(back.changed), turned(back.moved)]).toEqual([flipped(there.changed), flipped(there.moved)]);
      }),
    );
  });

  test("an edition does not differ from itself", () => {
    fc.assert(fc.property(edition, (a) => {
      expect(compareSets(a, a)).toEqual({ added: [], removed: [], changed: [], moved: [] });
    }));
  });

  test("one that comes in front shifts the numbers of the others, which is no move; one that changes places is", () => {
    const line = (proposal: string, number: string): ComparedRequirement => ({ proposal, number, chapter: "a", version: 1, kind: "eis", weight: null });
    const before = [line("A", "1.1"), line("B", "1.2"), line("C", "1.3"), line("D", "1.4")];
    const inserted = compareSets(before, [line("N", "1.1"), line("A", "1.2"), line("B", "1.3"), line("C", "1.4"), line("D", "1.5")]);
    const moved = compareSets(before, [line("B", "1.1"), line("C", "1.2"), line("D", "1.3"), line("A", "1.4")]);
    expect([proposals(inserted.added), inserted.moved]).toEqual([["N"], []]);
    expect(moved.moved.map(({ before: was, after }) => `${was.proposal} ${was.number} ${after.number}`)).toEqual(["A 1.1 1.4"]);
  });
});

test("a programma belongs to the expert group of its component, and without one to the Adviesraad", () => {
  const bodies = [{ id: "v", kind: "expertgroep", componentId: "ggi-veilig" }, { id: "a", kind: "adviesraad", componentId: null }, { id: "t", kind: "taskforce", componentId: null }];
  expect([ownerOf("ggi-veilig", bodies)?.id, ownerOf("ggi-afspraken", bodies)?.id]).toEqual(["v", "a"]);
});

test("a title makes a word for the address, and an order changes one place at a time", () => {
  expect([slugFor("GGI-Veilig: één perceel (monitoring)"), slugFor("???")]).toEqual(["ggi-veilig-een-perceel-monitoring", "programma"]);
  expect([movedInOrder(["a", "b", "c"], "b", "up"), movedInOrder(["a", "b"], "a", "up")]).toEqual([{ ok: true, value: ["b", "a", "c"] }, { ok: false, refusal: "already-at-the-edge" }]);
});

describe("chapters of two editions", () => {
  const chapter = (origin: string, number: string, parent: string | null = null, changes: Partial<ComparedChapter> = {}): ComparedChapter => ({ origin, parent, number, title: `Hoofdstuk ${origin}`, intro: "", ...changes });
  const origins = (pairs: readonly { readonly after: ComparedChapter }[]) => pairs.map(({ after }) => after.origin);

  test("a chapter put in front moves nobody; two that changed places, and one under another, did move", () => {
    const before = [chapter("A", "1"), chapter("B", "2"), chapter("C", "2.1", "B")];
    expect(compareChapters(before, [chapter("N", "1"), chapter("A", "2"), chapter("B", "3"), chapter("C", "3.1", "B")])).toMatchObject({ added: [{ origin: "N" }], removed: [], moved: [], renamed: [], reworded: [] });
    expect(origins(compareChapters(before, [chapter("B", "1"), chapter("C", "1.1", "B"), chapter("A", "2")]).moved)).toEqual(["B", "A"]);
    expect(origins(compareChapters(before, [chapter("A", "1"), chapter("C", "1.1", "A"), chapter("B", "2")]).moved)).toEqual(["C"]);
  });

  test("another title or another introduction is told apart", () => {
    const { renamed, reworded } = compareChapters([chapter("A", "1"), chapter("B", "2")], [chapter("A", "1", null, { title: "Anders" }), chapter("B", "2", null, { intro: "Nieuw." })]);
    expect([origins(renamed), origins(reworded)]).toEqual([["A"], ["B"]]);
  });
});
