import type { Block, ListItem } from "./blocks.ts";
import { keyOf, plainText } from "./plain.ts";
import { isFree, mark, type Reading } from "./reading.ts";
import type { Section } from "./sections.ts";
import { isContinued, sentencesOf } from "./sentences.ts";
import type { Place } from "./types.ts";

const LABEL = /^(?:[#>\-*+•→⇒=\s]|\(|\[)*(?:(?:voorgenomen |genomen |conclusie ?(?:\/|en) ?)?besluit(?:en)?|besloten(?: wordt| is| werd)?|beslissing|decisions?|resolved|resolution|agreed)\b(?:\s+(?:van (?:de |het )?)?(?:or|alv|ab|db|mt|gs|b&w|to|raad|(?:dagelijks |algemeen )?bestuur|college|directie|stuurgroep|werkgroep|vergadering|commissie|adviesraad|taskforce|expertgroep)(?=\s*:))?\s*((?:(?:nr|nummer|no)\.?\s*)?(?:[A-Z]{1,3}[-\s]?)?\d[\d./-]*)?\s*(?:\)|\])?\s*(?::|–|—|\s-\s)\s*(.*)$/i;
/** "Besluit" on a line of its own, with the text below it. */
const BARE = /^[>\s]*(?:het )?(?:besluit(?:en)?|beslissing(?:en)?|decisions?)$/i;
/** "De ALV besluit:" with a list of what. */
const LEADS_LIST = /^(?=\p{Lu})(?!(?:gevraagd|voorgesteld|voorgenomen|concept|ontwerp|te nemen)).{2,70}?\s(?:besluit(?:en)?|besloot|(?:heeft|hebben) besloten|stem(?:t|men) in met)(?:\s(?:om|tot|dat|het volgende|als volgt|unaniem|daarom|vervolgens))*\s*:$/iu;
const INSIDE = /[([]\s*besluit\s*:\s*([^()[\]]+)[)\]]/gi;
const NUMBERED = /^([^()[\]]{8,200}?)\s*[([]\s*besluit\s+(?:nr\.?\s*)?([A-Z]{0,3}-?\d[\d./-]*)\s*[)\]]\s*\.?$/i;
const AFTER = /(?<=[.!?;]\s{1,3}|→\s?)(?:besluit|besloten|beslissing)(?:\s+(?:nr\.?\s*)?([A-Z]{0,3}-?\d[\d./-]*))?\s*:\s*(.+)$/i;
const GROUP = "(?:to|tag|ag|tg|ts|wg|het overleg|de (?:werkgroep|stuurgroep|groep|vergadering|raad|commissie|expertgroep|adviesraad|taskforce|klankbordgroep|programmeringsraad|leden|deelnemers|aanwezigen|voorzitter|kascommissie|raad)|alv|(?:het )?(?:dagelijks |algemeen )?bestuur|het college|kascommissie|adviesraad|taskforce|stuurgroep|werkgroep(?:leden)?|leden|deelnemers|aanwezigen|iedereen|allen|alle (?:leden|aanwezigen|deelnemers)|men|wij|we|partijen|experts|obdo|mido|(?:het )?(?:ab|db|mt|cvb)|de or)";

/** Prose in which a decision usually hides; each is offered, never taken for granted. */
const PROSE: readonly RegExp[] = [
  new RegExp(`\\b${GROUP}\\b[^.?]{0,60}\\b(?:gaat|gaan|is|zijn|geeft|geven)\\b[^.?]{0,40}\\b(?:akkoord|goedkeuring|eens met|unaniem)\\b`, "i"),
  new RegExp(`\\b${GROUP}\\b[^.?]{0,60}\\b(?:stem(?:t|men|de|den)\\b[^.?]{0,80}\\bin\\b|stem(?:t|men) (?:definitief )?in\\b|heeft ingestemd|hebben ingestemd|ingestemd met)`, "i"),
  new RegExp(`\\b${GROUP}\\b[^.?]{0,40}\\b(?:besluit(?:en)?|besloot|heeft besloten|hebben besloten|keur(?:t|en)\\b[^.?]{0,80}\\bgoed|stel(?:t|len)\\b[^.?]{0,120}\\bvast(?!\\s+dat))\\b`, "i"),
  /\b(?:wordt|worden|is|zijn|werd|werden|was|waren)\b[^.?]{0,120}\b(?:vastgesteld|goedgekeurd|aangenomen|bekrachtigd|geaccepteerd|geaccordeerd|verworpen|afgewezen)\b(?!\s+dat)/i,
  /\b(?:vastgesteld|goedgekeurd|geaccepteerd|geaccordeerd|akkoord bevonden)\b[^.?]{0,20}\b(?:zonder|met|door|in|tijdens|als|en)\b/i,
  /^\W*(?:ongewijzigd |unaniem |definitief |zonder (?:opmerkingen|wijzigingen) )?(?:vastgesteld|goedgekeurd|akkoord|aangenomen|geaccepteerd)\b(?!\s+dat)/i,
  /\b(?:zonder (?:verdere )?(?:opmerkingen|wijzigingen|aanpassingen|bezwaar|bezwaren)|ongewijzigd|unaniem|bij acclamatie|met algemene stemmen)\b[^.?]{0,40}\b(?:vastgesteld|goedgekeurd|akkoord|aangenomen|geaccepteerd)\b/i,
  /\b(?:vastgesteld|goedgekeurd|akkoord|aangenomen)\b[^.?]{0,10}\b(?:zonder|onder voorbehoud|mits)\b/i,
  /\b(?:er is|is er|er was)\b[^.?]{0,40}\b(?:akkoord|consensus|overeenstemming|draagvlak|instemming)\b[^.?]{0,20}\b(?:op|over|voor|met|om)\b/i,
  /\b(?:wordt|worden|werd|is|zijn)\b[^.?]{0,60}\b(?:besloten|overeengekomen)\b/i,
  /\b(?:besloten|overeengekomen|afgesproken)\b\s+(?:is|wordt|werd)\b/i,
  /^\W*(?:er )?(?:is |wordt |werd )?(?:unaniem |gezamenlijk )?(?:besloten|afgesproken|overeengekomen)\b/i,
  /\b(?:is|wordt|werd|hebben we|we hebben)\b[^.?]{0,30}\bafgesproken\b[^.?]{0,10}\b(?:dat|om)\b/i,
  /\bhebben (?:samen |onderling |met elkaar )?afgesproken (?:dat|om)\b/i,
  /\bspreken (?:\w+ ){0,2}af\b/i,
  /\bhiermee akkoord\b|\bakkoord (?:gegaan|bevonden|verklaard)\b|\b(?:gaat|gaan|ging|gingen) (?:hier(?:mee)? |er(?:mee)? |unaniem )*(?:mee )?akkoord\b/i,
  /\b(?:unaniem|unaniem in|het (?:er|erover) (?:ook )?over eens|zijn het eens)\b/i,
  new RegExp(`\\b${GROUP}\\b[^.?]{0,40}\\b(?:heeft|hebben)\\b[^.?]{0,80}\\b(?:goedgekeurd|vastgesteld|aangenomen|afgewezen|verworpen)\\b(?!\\s+dat)`, "i"),
  /\b(?:geeft|verleent|verleend|kreeg|krijgt) (?:het bestuur |de penningmeester )?decharge\b|\bdecharge\b[^.?]{0,20}\bverleend\b/i,
  /\bgeen bezwaar(?:en)?\b[^.?]{0,30}\b(?:tegen|om|dus)\b/i,
  /\b(?:is|wordt|werd) (?:er )?(?:\w+ )?gekozen (?:voor|om)\b/i,
  /^\W*conclusie\s*:\s*\S/i,
  /\b(?:was|were)\s+(?:unanimously\s+)?(?:approved|adopted|accepted|endorsed)\b/i,
  /\b(?:wordt|worden|is|zijn)\b[^?]{0,80}\b(?:her)?benoemd (?:tot|als|in)\b/i,
];

/** Wishes, plans, questions and observations that use the same words. */
const NOT = [
  /\bverzoek(?:t|en)?\b[^.]{0,80}\b(?:te verlenen|vast te stellen|goed te keuren|akkoord)\b/i,
  /\b(?:ter|om)\b[^.]{0,60}\b(?:vaststelling|goedkeuring|instemming|vast te stellen|goed te keuren|te besluiten)\b/i,
  /\b(?:zal|zullen|moet(?:en)?|kan|kunnen|gaat|mag|zou(?:den)?)\b[^.]{0,80}\b(?:(?:worden|definitief|formeel) (?:vastgesteld|goedgekeurd|besloten|aangenomen|geaccepteerd|definitief vastgesteld)|vastgesteld worden)\b/i,
  /\b(?:nog niet|niet|nooit|nog geen)\b[^.]{0,25}\b(?:vastgesteld|goedgekeurd|besloten|akkoord|aangenomen|geaccepteerd)\b/i,
  /\b(?:nadrukkelijk |daarbij |hierbij )?vastgesteld dat\b/i,
  /^\W*(?:status|versie|datum|doel)\b\s*:/i,
  /^\W*(?:aldus )?(?:vastgesteld|goedgekeurd) (?:op|d\.?d\.?|in de vergadering|tijdens)\b/i,
  /\b(?:nadat|zodra|indien|als|wanneer|mocht)\b[^.]{0,60}\b(?:is|zijn|wordt|worden)?\s*(?:vastgesteld|goedgekeurd|besloten|akkoord)\b/i,
];

/** A sentence that starts with the decision, whatever it goes on to say. */
const SAYS_SO = /^\W*(?:besloten|afgesproken|overeengekomen) (?:is|wordt|werd)\b/i;

/** Reads decisions: those the source labels as such, and prose that the secretaris may mark as one. */
export function readDecisions(reading: Reading, sections: readonly Section[]): void {
  sections.forEach((section) => {
    const parent = section.parent === null ? undefined : sections[section.parent];
    const isList = section.kind === "decisions" || section.kind === "mixed" || (section.kind === "other" && parent?.kind === "decisions" && (parent.level ?? 0) < section.level);
    if (section.heading && section.kind !== "decisions" && isFree(reading, section.heading)) readLabel(reading, section.heading.text, section.heading, section.blocks[0]);
    for (const [index, block] of section.blocks.entries()) {
      if (block.kind === "table") readDecisionTable(reading, block);
      if (isList) readListed(reading, block, section.kind === "mixed");
      readMarkedIn(reading, block, section.blocks[index + 1]);
    }
    if (!isList && !["agenda", "present", "absent", "both", "invited", "actions", "meta"].includes(section.kind)) for (const block of section.blocks) readProse(reading, block);
  });
}

function readListed(reading: Reading, block: Section["blocks"][number], isMixed: boolean): void {
  if (block.kind === "list") {
    const top = Math.min(...block.items.map((item) => item.depth));
    for (const item of block.items) {
      if (item.depth > top || !isFree(reading, item)) continue;
      const text = plainText(item.text);
      if (isNothing(text) || (isMixed && /\bactie\b/i.test(text))) continue;
      if (!readLabel(reading, item.text, item)) push(reading, null, text, "marked", item);
    }
  } else if (block.kind === "paragraph" && !isMixed) {
    block.lines.forEach((line, offset) => {
      const place = { from: block.from + offset, until: block.from + offset };
      const text = plainText(line);
      if (!isFree(reading, place) || isNothing(text) || text.endsWith(":")) return;
      if (!readLabel(reading, line, place)) push(reading, null, text, "marked", place);
    });
  }
}

const isNothing = (text: string): boolean => /^(?:geen(?: besluiten.{0,20})?|n\.?v\.?t\.?|-|–)?\.?$/i.test(text);

function readMarkedIn(reading: Reading, block: Section["blocks"][number], next: Block | undefined): void {
  if (block.kind === "list") {
    readBelowLabels(reading, block.items);
    for (const item of block.items) if (!reading.decisions.some((decision) => decision.place.from === item.from)) item.text.split("\n").forEach((line, offset) => readLabel(reading, line, { from: item.from + offset, until: item.from + offset }));
  } else if (block.kind === "paragraph" || block.kind === "quote") {
    block.lines.forEach((line, offset) => {
      const place = { from: block.from + offset, until: block.from + offset };
      if (reading.roles.get(place.from) === "attendance" || reading.decisions.some((decision) => decision.place.from === place.from)) return;
      const isLast = offset === block.lines.length - 1;
      const following = block.lines[offset + 1];
      const goesOn = !isLast && following !== undefined && LABEL.test(plainText(line)) && isContinued(line, following);
      for (const piece of line.split(/<br\s*\/?>/i)) {
        if (goesOn) readLabel(reading, `${piece} ${following}`, { from: place.from, until: place.until + 1 });
        else readLabel(reading, piece, place, isLast ? next : following === undefined ? undefined : { kind: "paragraph", lines: [following], from: place.from + 1, until: place.from + 1 });
      }
    });
  }
}

/** "- Besluit" with what was decided in the items below it. */
function readBelowLabels(reading: Reading, items: readonly ListItem[]): void {
  items.forEach((item, index) => {
    const next = items[index + 1];
    if (!BARE.test(plainText(item.text).replace(/:$/, "")) || !next || next.depth <= item.depth) return;
    mark(reading, item, "decision");
    for (const below of items.slice(index + 1)) {
      if (below.depth <= item.depth) return;
      if (below.depth === next.depth && isFree(reading, below) && !isNothing(plainText(below.text))) push(reading, null, plainText(below.text), "marked", below);
    }
  });
}

/** True when this line is labelled as a decision; a bare label takes the list or sentence below it. */
function readLabel(reading: Reading, line: string, place: Place, next?: Block): boolean {
  const text = plainText(line);
  if (next !== undefined && BARE.test(text)) {
    const below = next.kind === "paragraph" || next.kind === "quote" ? plainText(next.lines.map((one) => one.replace(/^\s*>+\s?/, "")).join(" ")) : "";
    if (below !== "" && !isNothing(below) && isFree(reading, next)) {
      mark(reading, place, "decision");
      push(reading, null, below, "marked", next);
      return true;
    }
  }
  if (next?.kind === "list" && LEADS_LIST.test(text)) {
    const top = Math.min(...next.items.map((item) => item.depth));
    const decided = next.items.filter((item) => item.depth === top && isFree(reading, item) && !isNothing(plainText(item.text)));
    for (const item of decided) push(reading, null, plainText(item.text), "marked", item);
    if (decided.length > 0) mark(reading, place, "decision");
    return decided.length > 0;
  }
  const label = LABEL.exec(text);
  if (label && !/^besluitvorming/i.test(text)) {
    const statement = (label[2] ?? "").replace(/^[)\]\s]+/, "").replace(/^([^([]*)[)\]]$/, "$1").trim();
    if (statement !== "") {
      if (isNothing(statement)) return true;
      push(reading, label[1] ?? null, statement, "marked", place);
      return true;
    }
    mark(reading, place, "decision");
    if (next?.kind === "list") for (const item of next.items) if (item.depth === next.items[0]?.depth && isFree(reading, item)) push(reading, label[1] ?? null, plainText(item.text), "marked", item);
    if (next?.kind === "paragraph" && isFree(reading, next) && !isNothing(plainText(next.lines.join(" ")))) push(reading, label[1] ?? null, plainText(next.lines.join(" ")), "marked", next);
    return true;
  }
  // "Het verslag wordt vastgesteld (besluit 2025-31)."
  const numbered = NUMBERED.exec(text);
  if (numbered?.[1] && numbered[2]) {
    push(reading, numbered[2], `${numbered[1].trim()}.`, "marked", place);
    return true;
  }
  let found = false;
  for (const inside of text.matchAll(INSIDE)) {
    push(reading, null, inside[1]?.trim() ?? "", "marked", place);
    found = true;
  }
  const after = found ? null : AFTER.exec(text);
  if (after?.[2]) {
    push(reading, after[1] ?? null, after[2].trim(), "marked", place);
    found = true;
  }
  return found;
}

/** A table with a column of decisions. */
function readDecisionTable(reading: Reading, block: Extract<Block, { kind: "table" }>): void {
  const [header, ...rows] = block.rows;
  const column = header?.cells.findIndex((cell) => /^\W*(?:besluit(?:en)?|beslissing(?:en)?|decisions?|genomen besluit(?:en)?|omschrijving besluit)\b(?! ?nr| ?nummer)/i.test(plainText(cell))) ?? -1;
  if (!header || column === -1 || reading.roles.get(header.line) === "action") return;
  const number = header.cells.findIndex((cell) => /^(?:#|(?:nr|nummer|no|id|besluitnr)\b)/i.test(plainText(cell)));
  const topic = header.cells.findIndex((cell, index) => index !== column && /^(?:onderwerp|agendapunt|punt|titel|voorstel|subject|topic)$/.test(keyOf(cell)));
  mark(reading, { from: block.from, until: Math.max(block.from, (rows[0]?.line ?? 1) - 1) }, "decision");
  for (const row of rows) {
    const text = plainText(row.cells[column] ?? "");
    const place = { from: row.line, until: row.line };
    // "Conform vastgesteld." says nothing without what it is about.
    const about = topic === -1 || text.length > 60 ? "" : plainText(row.cells[topic] ?? "").replace(/^\d+[.)]?\s+/, "");
    const statement = about === "" || text.toLowerCase().includes(about.toLowerCase()) ? text : `${about}: ${text}`;
    if (!isNothing(text)) push(reading, number >= 0 && number !== column ? plainText(row.cells[number] ?? "") || null : null, statement, "marked", place);
    mark(reading, place, "decision");
  }
}

function readProse(reading: Reading, block: Section["blocks"][number]): void {
  const texts: (Place & { text: string })[] =
    block.kind === "list"
      ? block.items.map((item) => ({ text: item.text, from: item.from, until: item.until }))
      : block.kind === "paragraph" || block.kind === "quote"
        ? [{ text: block.lines.map((line) => line.replace(/^\s*>+\s?/, "")).join("\n"), from: block.from, until: block.until }]
        : [];
  for (const { text, from } of texts) {
    for (const sentence of sentencesOf(text)) {
      const place = { from: from + sentence.from, until: from + sentence.until };
      if (reading.roles.has(place.from)) continue;
      const plain = plainText(sentence.text);
      if (plain.length < 8 || plain.length > 600 || plain.endsWith("?") || (!SAYS_SO.test(plain) && NOT.some((pattern) => pattern.test(plain)))) continue;
      if (PROSE.some((pattern) => pattern.test(plain))) reading.decisions.push({ number: null, statement: plain.replace(/^[-*•→⇒\s]+/, ""), certainty: "candidate", place });
    }
  }
}

function push(reading: Reading, number: string | null, statement: string, certainty: "marked" | "candidate", place: Place): void {
  if (statement === "") return;
  reading.decisions.push({ number, statement, certainty, place: { from: place.from, until: place.until } });
  mark(reading, place, "decision");
}
