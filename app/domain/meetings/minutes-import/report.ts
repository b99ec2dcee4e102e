import type { ImportedMinutes } from "./types.ts";

/** What an import found, as plain data for a program: attendance, absences, decisions, actions, and what was left as text. */
export function reportOf(minutes: ImportedMinutes) {
  const people = minutes.attendance.map(({ place, ...person }) => ({ ...person, line: place.from }));
  return {
    title: minutes.title,
    date: minutes.day,
    time: minutes.time,
    location: minutes.location,
    status: minutes.status,
    dates: minutes.dates,
    attendance: people.filter(({ state }) => state === "aanwezig"),
    absences: people.filter(({ state }) => state !== "aanwezig"),
    decisions: minutes.decisions.filter(({ certainty }) => certainty === "marked").map(withLines),
    decisionCandidates: minutes.decisions.filter(({ certainty }) => certainty === "candidate").map(withLines),
    actions: minutes.actions.map(withLines),
    questions: minutes.questions.map(withLines),
    agenda: minutes.agenda.map(withLines),
    items: minutes.items.map(({ number, title, place, lines }) => ({ number, title, from: place.from, until: place.until, lines: lines.length })),
    leftAsText: minutes.leftAsText,
    warnings: minutes.warnings,
    counts: {
      lines: minutes.lines.size,
      recognised: [...minutes.lines.values()].filter((role) => role !== "text").length,
      leftAsText: [...minutes.lines.values()].filter((role) => role === "text").length,
    },
  };
}

const withLines = <Found extends { readonly place: { readonly from: number; readonly until: number } }>({ place, ...found }: Found) => ({ ...found, from: place.from, until: place.until });
