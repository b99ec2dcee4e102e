import { expect, test } from "vitest";
import { countsFor, quorumNote, ruleText, shareText, verdictText } from "#app/text/voting.ts";
import { decide, poll, settleSilence } from "#app/domain/voting/tally.ts";
import { ruleOf } from "#app/domain/voting/rule.ts";
import type { Choice } from "#app/domain/voting/choice.ts";

const plain = { isWeighted: false, isAdvice: false };

function cast(size: number, choices: Partial<Record<Choice, number>>) {
  const seats = Array.from({ length: size }, (_, n) => ({ id: `s${n}`, weight: 1, notified: true }));
  const said = Object.entries(choices).flatMap(([choice, times]) => Array.from({ length: times }, () => choice as Choice));
  return [seats, new Map(said.map((choice, n) => [`s${n}`, choice]))] as const;
}

test.each([
  [12, { voor: 8, tegen: 2, onthouden: 1 }, "Het voorstel is aangenomen: 8 zetels stemden voor en 2 tegen. Er waren 6 stemmen voor nodig."],
  [2, { voor: 1, onthouden: 1 }, "Het voorstel is aangenomen: 1 zetel stemde voor en 0 tegen. Er was 1 stem voor nodig."],
  [22, { voor: 6, tegen: 6, onthouden: 1 }, "De stemmen staken: 6 zetels stemden voor en 6 tegen. Er komt een herstemming over dezelfde tekst."],
  [22, { voor: 7, tegen: 3, onthouden: 1 }, "Het quorum is niet gehaald: 11 van de 22 zetels stemden. Er waren 12 zetels nodig."],
  [22, { onthouden: 13 }, "Er is geen uitspraak: niemand stemde voor of tegen. 13 zetels onthielden zich."],
] as const)("of %i seats, %j reads: %s", (seats, choices, sentence) => {
  expect(verdictText(decide(ruleOf("gewoon"), ...cast(seats, choices)), plain)).toBe(sentence);
});

test("an advice is called an advice, and weights are called votes", () => {
  const counted = decide(ruleOf("gewoon"), ...cast(22, { voor: 14, tegen: 3, onthouden: 2 }));
  expect(verdictText(counted, { ...plain, isAdvice: true })).toBe("Het advies is positief: 14 zetels stemden voor en 3 tegen. Er waren 9 stemmen voor nodig.");
  expect(verdictText(counted, { ...plain, isWeighted: true })).toContain("14 stemmen voor en 3 tegen, van 19 zetels");
});

test("a peiling and a stilteronde have sentences of their own", () => {
  expect(verdictText(poll(ruleOf("gewoon"), ...cast(12, { akkoord: 9, akkoord_mits: 1 })), plain)).toContain("Dit is geen besluit.");
  expect(verdictText(settleSilence(ruleOf("gewoon"), ...cast(12, {})), plain)).toBe("Het voorstel is vastgesteld zonder bezwaar.");
  expect(verdictText(settleSilence(ruleOf("gewoon"), ...cast(12, { bezwaar: 1 })), plain)).toBe("1 zetel maakte bezwaar. Het voorstel gaat naar een stemronde.");
});

test("shares are said in words", () => {
  expect(quorumNote({ num: 1, den: 2, strict: true }, 12)).toBe("meer dan de helft van 12 zetels");
  expect(shareText({ num: 2, den: 3, strict: false }, "de basis")).toBe("minstens twee derde van de basis");
  expect(ruleText(ruleOf("gewoon", { secondCall: true }))).toBe("Nodig is dat meer dan de helft van de zetels stemt. Lukt dat niet, dan volgt een tweede oproep zonder quorum. Voor een besluit is nodig: meer dan de helft van voor en tegen samen.");
  expect(ruleText(ruleOf("gewoon", { quorum: null }))).toBe("Er is geen quorum. Voor een besluit is nodig: meer dan de helft van voor en tegen samen.");
  expect(countsFor("onthouden", "voor_tegen")).toBe("alleen quorum");
  expect(countsFor("none", "zetels")).toBe("alleen basis");
});
