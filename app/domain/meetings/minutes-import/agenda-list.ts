import { keyOf, plainText } from "./plain.ts";
import { mark, type Reading } from "./reading.ts";
import { kindOf, type Section } from "./sections.ts";

/** The agenda as the source lists it: a table with times, or a list below a heading that says so. */
export function readAgenda(reading: Reading, sections: readonly Section[]): void {
  for (const section of sections) {
    for (const block of section.blocks) {
      if (block.kind === "table") {
        const [header, ...rows] = block.rows;
        const keys = (header?.cells ?? []).map(keyOf);
        const time = keys.findIndex((key) => /^(?:tijd(?:stip)?|tijden|van|time|start)$/.test(key));
        const subject = keys.findIndex((key) => /^(?:onderwerp(?:en)?|agendapunt(?:en)?|wat|programma|agenda|omschrijving)$/.test(key));
        if (time === -1 || subject === -1) continue;
        for (const row of rows) {
          const title = plainText(row.cells[subject] ?? "");
          if (title !== "") reading.agenda.push({ time: plainText(row.cells[time] ?? "") || null, title, place: { from: row.line, until: row.line } });
        }
        mark(reading, block, "agenda");
      } else if (block.kind === "list" && section.kind === "agenda" && section.heading && kindOf(section.heading.text) === "agenda") {
        const isMinutes = block.items.some((item) => /^\W*(?:besluit|actie(?:punt)?)\b[^:]{0,40}:/i.test(plainText(item.text)));
        if (isMinutes) continue;
        for (const item of block.items) if (item.depth === block.items[0]?.depth) reading.agenda.push({ time: null, title: plainText(item.text.split("\n")[0] ?? ""), place: { from: item.from, until: item.until } });
        mark(reading, block, "agenda");
      }
    }
  }
}
