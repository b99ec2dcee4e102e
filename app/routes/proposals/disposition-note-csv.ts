import type { LoaderFunctionArgs } from "@remix-run/node";
import { visitor } from "#app/auth/guards.ts";
import type { NoteChapter } from "#app/domain/proposals/disposition-note.ts";
import { csvFile } from "#app/platform/csv.ts";
import { amendmentStateText, notaText, threadText } from "#app/text/amendments.ts";
import { date } from "#app/text/format.ts";
import { conditionText, dispositionText, strengthText } from "#app/text/proposals.ts";
import { loadDispositionNote } from "./load-disposition-note.ts";

/** The reactienota for a spreadsheet: a row for each change, reaction and condition. */
export async function loader(args: LoaderFunctionArgs) {
  const context = await visitor(args);
  const { number, chapters } = await loadDispositionNote(context, args.params.number);
  return csvFile(notaText.file(number, "csv"), notaText.csvHead, chapters.flatMap(rowsOf));
}

function rowsOf({ version, changes, comments, conditions }: NoteChapter): string[][] {
  const { kinds, open } = notaText;
  return [
    ...changes.map((change) => [
      ...[String(version), kinds.change, change.label, change.place, change.by, date(change.at), change.removed, change.added, change.reason],
      ...[change.isWithdrawn ? amendmentStateText.withdrawn : change.disposition === null ? open : dispositionText[change.disposition], change.wording ?? "", change.answer ?? ""],
    ]),
    ...comments.map((comment, index) => [
      ...[String(version), kinds.comment, String(index + 1), comment.amendment === null ? "" : threadText.onAmendment(comment.amendment), comment.by, date(comment.at)],
      ...[comment.quote ?? "", comment.statement, comment.replies.map(({ by, statement }) => `${by}: ${statement}`).join("\n")],
      ...[comment.disposition === null ? open : dispositionText[comment.disposition], "", comment.answer ?? ""],
    ]),
    ...conditions.map((condition, index) => [
      ...[String(version), kinds.condition, String(index + 1), "", condition.by, "", condition.quote ?? "", condition.statement, strengthText[condition.strength]],
      ...[conditionText[condition.state], "", condition.answer ?? ""],
    ]),
  ];
}
