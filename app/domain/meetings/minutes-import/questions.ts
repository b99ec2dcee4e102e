import { plainText } from "./plain.ts";
import { mark, type Reading } from "./reading.ts";
import type { Section } from "./sections.ts";

const ANSWER = /^\s*(?:[-*+]\s+)?(\*{2,3}|__)([^*_:]{2,60}?):?\1\s*:?\s*(?:<br\s*\/?>)?\s*(.*)$/;

/** What stands in bold before an action or a decision is nobody's name. */
const NO_PERSON = /^(?:acties?|actiepunt|besluit|afspraak|conclusie|toezegging|let op|nb)\b/i;

/** Quoted questions with the answers below them: `> …?` and then `**Naam:** antwoord`, `***Naam***:<br>`. */
export function readQuestions(reading: Reading, sections: readonly Section[]): void {
  for (const { blocks } of sections) {
    blocks.forEach((block, index) => {
      if (block.kind !== "quote") return;
      const question = plainText(block.lines.map((line) => line.replace(/^\s*>+\s?/, "")).join(" "));
      const answers: { by: string; answer: string }[] = [];
      let until = block.until;
      for (const next of blocks.slice(index + 1)) {
        if (next.kind !== "paragraph") break;
        const answer = ANSWER.exec(next.lines[0] ?? "");
        if ((answer?.[2] === undefined && answers.length === 0) || NO_PERSON.test(plainText(answer?.[2] ?? ""))) break;
        const text = plainText([answer?.[3] ?? next.lines[0] ?? "", ...next.lines.slice(1)].join(" "));
        if (answer?.[2]) answers.push({ by: plainText(answer[2]), answer: text });
        else break;
        until = next.until;
      }
      if (answers.length === 0 || NO_PERSON.test(question)) return;
      reading.questions.push({ question, answers, place: { from: block.from, until } });
      mark(reading, { from: block.from, until }, "question");
    });
  }
}
