import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import type { NoteChange, NoteChapter, NoteComment, NoteCondition } from "#app/domain/proposals/disposition-note.ts";
import { amendmentStateText, amendmentText, notaText, totalsText } from "#app/text/amendments.ts";
import { date } from "#app/text/format.ts";
import { conditionText, dispositionText, strengthText } from "#app/text/proposals.ts";
import { loadDispositionNote } from "./load-disposition-note.ts";

/** The reactienota as a Markdown file. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const { number, title, chapters } = await loadDispositionNote(context, args.params.number);
  const text = [`# ${notaText.title(number)}`, plain(title), notaText.lead, ...chapters.flatMap(chapterLines)].join("\n\n");
  return new Response(`${text}\n`, {
    headers: { "Content-Type": "text/markdown; charset=utf-8", "Content-Disposition": `attachment; filename="${notaText.file(number, "md")}"`, "Cache-Control": "private, no-store" },
  });
}

const chapterLines = ({ version, next, totals, open, changes, comments, conditions }: NoteChapter): string[] => [
  `## ${notaText.transition(version, next)}`,
  notaText.totals(totalsText(totals), open),
  ...(changes.length > 0 ? [`### ${notaText.amendments}`, ...changes.flatMap(changeLines)] : []),
  ...(comments.length > 0 ? [`### ${notaText.comments}`, ...comments.flatMap(commentLines)] : []),
  ...(conditions.length > 0 ? [`### ${notaText.conditions}`, ...conditions.flatMap(conditionLines)] : []),
];

const changeLines = ({ label, place, by, at, reason, removed, added, disposition, wording, answer, isWithdrawn }: NoteChange): string[] => [
  `#### ${label} ${place}`,
  list([
    [notaText.by, `${plain(by)}, ${date(at)}`],
    [notaText.removed, plain(removed)],
    [notaText.added, plain(added)],
    [amendmentText.reason, plain(reason)],
    [notaText.decision, isWithdrawn ? amendmentStateText.withdrawn : disposition === null ? notaText.open : dispositionText[disposition]],
    [amendmentText.wording, plain(wording ?? "")],
    [notaText.answer, plain(answer ?? "")],
  ]),
];

const commentLines = ({ by, at, quote, statement, replies, disposition, answer }: NoteComment): string[] => [
  ...(quote === null ? [] : [`> ${plain(quote)}`]),
  plain(statement),
  ...replies.map((reply) => `> ${plain(reply.statement)} (${plain(reply.by)})`),
  list([
    [notaText.by, `${plain(by)}, ${date(at)}`],
    [notaText.decision, disposition === null ? notaText.open : dispositionText[disposition]],
    [notaText.answer, plain(answer ?? "")],
  ]),
];

const conditionLines = ({ by, strength, quote, statement, answer, state }: NoteCondition): string[] => [
  ...(quote === null ? [] : [`> ${plain(quote)}`]),
  `${strengthText[strength]}: ${plain(statement)}`,
  list([
    [notaText.by, plain(by)],
    [notaText.decision, conditionText[state]],
    [notaText.answer, plain(answer ?? "")],
  ]),
];

const list = (rows: readonly (readonly [string, string])[]): string => rows.filter(([, value]) => value !== "").map(([term, value]) => `- ${term}: ${value}`).join("\n");

/** Somebody's words on one line, so that nothing in them becomes a heading, a list or a link. */
const plain = (text: string): string => text.replace(/\s+/gu, " ").trim().replace(/[\\`*_[\]<>#|~]/g, "\\$&").replace(/^([+-]|\d+[.)])/, "\\$1");
