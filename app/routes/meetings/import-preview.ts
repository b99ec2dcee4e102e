import type { ImportedMinutes } from "#app/domain/meetings/minutes-import/types.ts";
import { date } from "#app/text/format.ts";
import { importText, warningText } from "#app/text/meetings.ts";
import type { ImportRequest } from "./import-form.ts";

/** What the reader understood, as the page shows it before anything is kept. */
export function previewOf(minutes: ImportedMinutes, { day, candidates, withNames }: Pick<ImportRequest, "day" | "candidates" | "withNames">) {
  const known = day ?? minutes.day;
  const names = (present: boolean) => minutes.attendance.filter(({ state }) => (state === "aanwezig") === present).map(({ name, organisation, role }) => [name, organisation, role].filter((part) => part !== null).join(", "));
  const decisions = minutes.decisions.filter(({ certainty }) => certainty === "marked");
  const texts = [...minutes.lines.values()].filter((role) => role === "text").length;
  return {
    title: minutes.title,
    day: known === null ? null : date(known),
    time: minutes.time,
    location: minutes.location,
    withNames,
    summary: importText.found(minutes.attendance.length, decisions.length, minutes.actions.length),
    left: importText.left(texts, minutes.lines.size),
    present: names(true),
    absent: names(false),
    decisions: decisions.map(({ statement }) => statement),
    candidates: minutes.decisions.filter(({ certainty }) => certainty === "candidate").map(({ statement, place }) => ({ value: String(place.from), label: statement })),
    chosen: candidates.map(String),
    actions: minutes.actions.map(({ statement, owners, dueText }) => `${owners.length > 0 ? `${owners.join(", ")}: ` : ""}${statement}${dueText === null || statement.includes(dueText) ? "" : ` (${dueText})`}`),
    items: minutes.items.map(({ title, lines }) => importText.itemLine(title ?? importText.introduction, lines.length)),
    warnings: minutes.warnings.slice(0, 20).map(warningText),
  };
}

export type Preview = ReturnType<typeof previewOf>;
