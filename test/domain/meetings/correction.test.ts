import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { asRead, checkAnswer, checkSuggestion, DISPOSITIONS, withSuggestion } from "#app/domain/meetings/correction.ts";
import { MEETING_STATES } from "#app/domain/meetings/meeting.ts";

const TEXT = "De groep kiest voor **60 minuten**.\n\n- Tiel doet mee.\n- Urk wacht.";

describe("a suggestion for the concept of the minutes", () => {
  test.each([
    ["60 minuten", "90 minuten", "accepted"],
    ["kiest voor 60 minuten", "kiest nog niet", "accepted"],
    ["Tiel doet mee. Urk wacht.", "Beide doen mee.", "accepted"],
    ["", "Goes was er ook.", "accepted"],
    ["Urk wacht.", "", "accepted"],
    ["", " ", "suggestion-missing"],
    ["60 minuten", "**60  minuten**", "nothing-changes"],
    ["zes uur", "zeven uur", "passage-not-found"],
  ])("%j becomes %j: %s", (passage, suggestion, expected) => {
    const checked = checkSuggestion("notulen_concept", TEXT, { passage, suggestion });
    expect(checked.ok ? "accepted" : checked.refusal).toBe(expected);
  });

  test("can be made and answered only while there is a concept", () => {
    const open = MEETING_STATES.filter((state) => checkSuggestion(state, TEXT, { passage: "Urk", suggestion: "Ede" }).ok);
    const answered = MEETING_STATES.filter((state) => checkAnswer(state, { isOpen: true }, { disposition: "adopted", answer: "" }).ok);
    expect([open, answered]).toEqual([["notulen_concept"], ["notulen_concept"]]);
  });

  test("any words that a reader can copy from the text can be quoted", () => {
    const words = asRead(TEXT).split(" ");
    fc.assert(
      fc.property(fc.nat(words.length - 1), fc.nat(words.length), (from, size) => {
        const passage = words.slice(from, from + size + 1).join(" ");
        return checkSuggestion("notulen_concept", TEXT, { passage, suggestion: `${passage} anders` }).ok;
      }),
    );
  });
});

describe("an answer", () => {
  test("is given once, and says why to whoever does not get all that was asked", () => {
    for (const disposition of DISPOSITIONS) {
      expect(checkAnswer("notulen_concept", { isOpen: true }, { disposition, answer: "Omdat." }).ok).toBe(true);
      expect(checkAnswer("notulen_concept", { isOpen: true }, { disposition, answer: "  " })).toEqual(disposition === "adopted" ? { ok: true, value: null } : { ok: false, refusal: "answer-missing" });
      expect(checkAnswer("notulen_concept", { isOpen: false }, { disposition, answer: "Omdat." })).toMatchObject({ refusal: "correction-closed" });
    }
  });

  test("replaces the passage and nothing else, or nothing when the place is not certain", () => {
    const word = fc.stringMatching(/^[a-z]{1,6}$/);
    fc.assert(
      fc.property(fc.array(word), word, fc.array(word), word, (before, passage, after, suggestion) => {
        const text = [...before, passage, ...after].join(" ");
        const made = withSuggestion(text, { passage, suggestion });
        if (text.indexOf(passage) !== text.lastIndexOf(passage)) return made === null;
        return made !== null && made === text.split(passage).join(suggestion) && made.length === text.length - passage.length + suggestion.length;
      }),
    );
    expect(withSuggestion(TEXT, { passage: "zes uur", suggestion: "x" })).toBeNull();
    expect(withSuggestion(TEXT, { passage: "", suggestion: "Goes was er ook." })).toBe(`${TEXT}\n\nGoes was er ook.`);
    expect(withSuggestion("", { passage: "", suggestion: "Eerste tekst." })).toBe("Eerste tekst.");
  });
});
