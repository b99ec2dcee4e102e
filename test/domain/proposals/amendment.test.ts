import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { amendmentProblem, applyChanges, carryChange, changeInContext, changesBetween, collides, collisions, isHandled, type Change } from "#app/domain/proposals/amendment.ts";
import { inPlaceOf, mergeChanges, passageGroups, type OpenChange } from "#app/domain/proposals/amendment-merge.ts";
import { carryPassage, editsBetween, locate, paragraphAt, paragraphsOf, type FieldTexts } from "#app/domain/proposals/passages.ts";

const EMPTY: FieldTexts = { title: "Melden", statement: "", rationale: "", acceptance: "", source: "" };
const says = (statement: string): FieldTexts => ({ ...EMPTY, statement });
const change = (start: number, removed: string, added: string): Change => ({ field: "statement", start, removed, added });

describe("paragraphs", () => {
  test("are numbered from one, whatever white stands between them", () => {
    expect(paragraphsOf("statement", "Een.\n\nTwee\nregels.\n \n\nDrie.")).toMatchObject([{ number: 1, text: "Een.", start: 0 }, { number: 2, text: "Twee\nregels." }, { number: 3, text: "Drie." }]);
    expect(paragraphsOf("statement", "")).toEqual([]);
    expect([paragraphAt("Een.\n\nTwee.", 0), paragraphAt("Een.\n\nTwee.", 6), paragraphAt("", 0)]).toEqual([1, 2, 1]);
  });
});

describe("an amendment", () => {
  const base = says("De leverancier meldt een ernstig incident binnen 60 minuten aan de aangewezen contactpersoon van de gemeente.");

  test("is the changes between the text and what somebody made of it", () => {
    expect(changesBetween(base, says(base.statement.replace("60", "30").replace("aangewezen ", "")))).toEqual([
      { field: "statement", start: 49, removed: "60", added: "30" },
      { field: "statement", start: 67, removed: "aangewezen ", added: "" },
    ]);
  });

  test("is no amendment when nothing changed, or when a field grows past its limit", () => {
    expect(amendmentProblem(base, changesBetween(base, base))).toBe("unchanged");
    const long = { ...base, title: "x".repeat(200) };
    expect(amendmentProblem(long, changesBetween(base, long))).toBe("too-long");
  });

  test("collides with another that changes or touches the same words, not with one elsewhere or one that asks the same", () => {
    const sooner = change(49, "60", "30");
    expect(collides(sooner, change(49, "60 minuten", "een uur"))).toBe(true);
    expect(collides(sooner, change(51, "", " kalender"))).toBe(true);
    expect(collides(sooner, change(67, "aangewezen ", ""))).toBe(false);
    expect(collides(sooner, change(49, "60", "30"))).toBe(false);
    expect(collides(sooner, { ...change(49, "60", "45"), field: "rationale" })).toBe(false);
  });

  test("moves along when text elsewhere changes, and is lost when its own passage changes", () => {
    const longer = says(`Dag en nacht geldt: ${base.statement}`);
    expect(carryChange(change(49, "60", "30"), base, longer)).toEqual(change(69, "60", "30"));
    expect(carryChange(change(49, "60", "30"), base, says(base.statement.replace("60", "45")))).toBeNull();
  });

  test("shows with its paragraph and the words around it", () => {
    const text = says("Eerst dit.\n\nBinnen 60 minuten.");
    expect(changeInContext(text, change(19, "60", "30"))).toEqual({
      paragraph: 2,
      parts: [{ kind: "same", text: "Binnen " }, { kind: "removed", text: "60" }, { kind: "added", text: "30" }, { kind: "same", text: " minuten." }],
    });
  });

  test("is handled when each change has its answer", () => {
    expect(isHandled([{ disposition: "not" }, { disposition: null }])).toBe(false);
    expect(isHandled([{ disposition: "not" }, { disposition: "adopted" }])).toBe(true);
  });
});

describe("merging", () => {
  const text = says("Binnen 60 minuten, op werkdagen.");
  const open: OpenChange[] = [
    { id: "a", isAnchored: true, ...change(7, "60", "30") },
    { id: "b", isAnchored: true, ...change(7, "60 minuten", "een uur") },
    { id: "c", isAnchored: true, ...change(22, "werkdagen", "alle dagen") },
    { id: "d", isAnchored: false, ...change(0, "Uiterlijk", "") },
  ];
  const rule = (changeId: string, choice: "adopted" | "partly" | "woven" | "not", wording = "", answer = "Om die reden.") => ({ changeId, choice, wording, answer });

  test("makes what is taken over, with the penvoerder's own words where it is taken over in part", () => {
    const merged = mergeChanges(text, open, [rule("a", "adopted", "", ""), rule("b", "woven"), rule("c", "partly", "elke dag")]);
    expect(merged).toMatchObject({ ok: true, value: { text: { statement: "Binnen 30 minuten, op elke dag." } } });
  });

  test("keeps the white around the words that own words replace", () => {
    expect([inPlaceOf(" Dag en nacht.", "Altijd."), inPlaceOf("aangewezen ", "vaste"), inPlaceOf("30", " 45 "), inPlaceOf(" weg ", "")]).toEqual([" Altijd.", "vaste ", "45", ""]);
  });

  test("answers a change whose passage is gone without touching the text", () => {
    expect(mergeChanges(text, open, [rule("d", "adopted")])).toMatchObject({ ok: true, value: { text } });
  });

  test.each([
    ["two changes of one passage", [rule("a", "adopted"), rule("b", "adopted")], "changes-collide"],
    ["a refusal without a reason", [rule("a", "not", "", " ")], "ruling-unanswered"],
    ["nothing at all", [], "nothing-ruled"],
    ["a change of another proposal", [rule("z", "not")], "change-unknown"],
  ])("refuses %s", (_, rulings, refusal) => {
    expect(mergeChanges(text, open, rulings)).toEqual({ ok: false, refusal });
  });

  test("shows changes of one passage together", () => {
    expect(passageGroups(open.filter(({ isAnchored }) => isAnchored)).map((group) => group.map(({ id }) => id))).toEqual([["a", "b"], ["c"]]);
  });
});

describe("a quote", () => {
  const texts = { ...says("De leverancier meldt\neen incident. Dag en nacht."), rationale: "Dag en nacht telt elke minuut." };

  test("is found as typed, with other spaces, or in the paragraph that was chosen", () => {
    expect(locate("meldt een incident", texts)).toEqual({ field: "statement", start: 15, quote: "meldt\neen incident" });
    expect(locate("Dag en nacht", texts, { field: "rationale", number: 1 })).toEqual({ field: "rationale", start: 0, quote: "Dag en nacht" });
    expect(locate("elke seconde", texts)).toBeNull();
    expect(locate("(.*)", texts)).toBeNull();
  });

  test("moves with its text, also when its paragraph moved as a whole, and is lost when its words changed", () => {
    const passage = { field: "statement" as const, start: 36, quote: "Dag en nacht" };
    const only = says("De leverancier meldt\neen incident. Dag en nacht.");
    expect(carryPassage({ ...passage, start: 35 }, only, says(`Nu. ${only.statement}`))).toEqual({ ...passage, start: 39 });
    expect(carryPassage({ ...passage, start: 35 }, only, says("Dag en nacht. De leverancier meldt alles."))).toMatchObject({ start: 0 });
    expect(carryPassage({ ...passage, start: 35 }, only, says("De leverancier meldt\neen incident. Overdag."))).toBeNull();
  });
});

// Texts of few words, so that the same words often stand in two places.
const statement = fc.array(fc.constantFrom("de", "dag", "nacht", "meldt", "60", " ", " ", "\n\n", ".", "é", "🙂"), { maxLength: 30 }).map((list) => list.join(""));

test("applying the changes of an amendment gives exactly the edited text", () => {
  fc.assert(
    fc.property(statement, statement, statement, (before, after, rationale) => {
      const [one, other] = [{ ...says(before), rationale }, { ...says(after), rationale: after }];
      expect(applyChanges(one, changesBetween(one, other))).toEqual(other);
    }),
  );
});

test("changes that do not collide give the same text in any order, and nothing else moves", () => {
  fc.assert(
    fc.property(statement, statement, statement, fc.infiniteStream(fc.nat()), (text, one, other, chance) => {
      const base = says(text);
      const all = [...changesBetween(base, says(one)), ...changesBetween(base, says(other))];
      const chosen = all.filter((candidate, index) => all.slice(0, index).every((earlier) => !collides(earlier, candidate)));
      const shuffled = chosen.map((each) => ({ each, key: chance.next().value ?? 0 })).sort((a, b) => a.key - b.key).map(({ each }) => each);
      expect(collisions(chosen)).toEqual([]);

      const made = applyChanges(base, chosen);

      expect(applyChanges(base, shuffled)).toEqual(made);
      expect(made).toEqual({ ...base, statement: woven(text, chosen) });
    }),
  );
});

/** The text around the changes, letter by letter, with each change in its place: written without the code that is tested. */
function woven(text: string, changes: readonly Change[]): string {
  let result = "";
  for (let place = 0; place <= text.length; ) {
    const here = changes.find(({ start }) => start === place);
    result += here?.added ?? "";
    const gone = here?.removed.length ?? 0;
    if (gone === 0) result += text[place] ?? "";
    place += Math.max(1, gone);
    if (gone > 0 && place > text.length) break;
  }
  return result;
}

test("a passage that is carried over a version always holds exactly its own words", () => {
  fc.assert(
    fc.property(statement, statement, fc.nat(30), fc.integer({ min: 1, max: 12 }), (before, after, start, length) => {
      const quote = before.slice(start, start + length);
      const carried = carryPassage({ field: "statement", start, quote }, says(before), says(after));
      if (carried !== null) expect(says(after)[carried.field].slice(carried.start, carried.start + quote.length)).toBe(quote);
    }),
  );
});

test("a carried change takes away the same words, and means the same as before", () => {
  fc.assert(
    fc.property(statement, statement, statement, (before, wished, later) => {
      for (const each of changesBetween(says(before), says(wished))) {
        const carried = carryChange(each, says(before), says(later));
        if (carried === null) continue;
        const made = applyChanges(says(later), [carried]);
        expect(later.slice(carried.start, carried.start + each.removed.length)).toBe(each.removed);
        expect(made?.statement.length).toBe(later.length + each.added.length - each.removed.length);
        expect(applyChanges(says(before), [...editsBetween(before, later).map((edit): Change => ({ field: "statement", ...edit })), each])).toEqual(made);
      }
    }),
  );
});
